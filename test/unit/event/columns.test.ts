import { columnNotes } from '../../../nodes/shared/event/columns';
import { COLUMNS, SIMPLIFIED_COLUMNS } from '../../../nodes/shared/event/columnOrder';
import { simplifyEvent } from '../../../nodes/shared/event/interviewEvent';
import {
	EVENT_TYPES,
	INTERVIEW_STATUSES,
	VENDORS,
	interviewEventSchema,
} from '../../../nodes/shared/event/schema';
import { fixture } from '../../fixtures';
import { eventOf } from '../normalized';
import { words } from '../words';

// Written out from the contract, so a renamed, moved or removed column fails here.
const SIMPLIFIED = words(`
	event_type vendor occurred_at received_at interview_id interview_status job_id job_title
	candidate_id candidate_name candidate_email candidate_phone external_id score_percent score_raw score_max decision
	summary strengths concerns report_url recording_url interview_url completed_at is_out_of_order event_id
`);

const FURTHER = words(`
	schema_version dedupe_key vendor_event vendor_event_source vendor_status verification invited_at started_at deleted_at
	candidate_first_name candidate_last_name score_scale_source report_url_expires_at interview_mode failure_reason
	is_test raw_sha256 details raw
`);

describe('the columns of the item', () => {
	it('are the 45 of the contract, in its order', () => {
		expect(COLUMNS).toEqual([...SIMPLIFIED, ...FURTHER]);
		expect(COLUMNS).toHaveLength(45);
	});

	it('are reduced to the starred 26 in the simplified view', () => {
		expect(SIMPLIFIED_COLUMNS).toEqual(SIMPLIFIED);
	});

	it.each(COLUMNS)('explain themselves: %s has a description', (column) => {
		expect(columnNotes.get(interviewEventSchema.shape[column])?.description).toMatch(/\S{2,}.* /);
	});

	it('know the event types, statuses and vendors of the contract', () => {
		const types = words(`
			completed deleted failed in_progress invited report_available score_updated started status_changed unknown
		`);
		expect([...EVENT_TYPES].sort()).toEqual(types.map((type) => `interview.${type}`));
		expect([...INTERVIEW_STATUSES].sort()).toEqual(
			words('abandoned archived completed deleted failed in_progress invited no_speech started unknown'),
		);
		expect([...VENDORS].sort()).toEqual(words('heymilo hireflix interviewflowai jobmojito micro1 ribbon'));
	});
});

describe('the schema refuses an event', () => {
	const event = {
		...eventOf('hireflix', fixture('hireflix', 'interview.create').body),
		candidate_email: null,
	};

	it.each(COLUMNS)('without %s', (column) => {
		const rest = Object.fromEntries(Object.entries(event).filter(([name]) => name !== column));
		expect(interviewEventSchema.safeParse(rest).success).toBe(false);
	});

	it.each([
		['occurred_at', '2026-03-02T09:14:27Z'],
		['occurred_at', '2026-03-02T09:14:27.565+00:00'],
		['occurred_at', 1772442867565],
		['received_at', null],
		['interview_id', null],
		['interview_id', 7],
		['event_type', 'interview.create'],
		['interview_status', null],
		['score_raw', '4'],
		['decision', 'maybe'],
		['event_id', 'evt_AAE6A30872AF8B648D9971B5B3D616D3'],
		['event_id', 'aae6a30872af8b648d9971b5b3d616d3'],
		['schema_version', '1.1'],
		['verification', 'hmac'],
		['details', null],
		['raw', 'text'],
		['raw', []],
	])('whose %s is %j', (column, value) => {
		expect(interviewEventSchema.safeParse({ ...event, [column]: value }).success).toBe(false);
	});

	it.each([
		['interview_id', null],
		['raw', 'text'],
	])('whose %s is %j, unless it is interview.unknown', (column, value) => {
		const unknown = { ...event, event_type: 'interview.unknown', [column]: value };
		expect(interviewEventSchema.safeParse(unknown).success).toBe(true);
		expect(interviewEventSchema.safeParse({ ...unknown, event_type: event.event_type }).success).toBe(false);
	});
});

describe('simplifyEvent', () => {
	const event = eventOf('heymilo', fixture('heymilo', 'report_available').body);

	it('keeps exactly the main columns, in order, with their values', () => {
		const simplified = simplifyEvent(event);
		expect(Object.keys(simplified)).toEqual(SIMPLIFIED);
		expect(event).toMatchObject(simplified);
	});

	it('holds only flat values without the raw body, so it maps to a row', () => {
		const nested = Object.values(simplifyEvent(event)).filter(
			(value) => typeof value === 'object' && value !== null,
		);
		expect(nested).toEqual([]);
	});

	it('adds the raw body as the last column when asked for', () => {
		const simplified = simplifyEvent(event, { includeRaw: true });
		expect(Object.keys(simplified)).toEqual([...SIMPLIFIED, 'raw']);
		expect(simplified.raw).toBe(event.raw);
	});
});
