import { asPosition } from '../../../nodes/Hireflix/api/positions';
import { normalizeHeyMiloCandidate } from '../../../nodes/HeyMilo/normalizeAnswer';
import { fixture } from '../../fixtures';
import { changed, eventOf } from '../normalized';

/* What is there and cannot be read is not the same as what is missing: it may be a decision, or a "no". */

const inHireflix = (changes: Record<string, unknown>) =>
	eventOf('hireflix', changed(fixture('hireflix', 'interview.status-change.shortlisted').body, changes));

describe('a status of Hireflix', () => {
	it.each([[['discarded']], [{ name: 'discarded' }], [true], [5]])('that is %j decides nothing', (status) => {
		const changes = { 'data.status': status, 'data.finalist': null, 'data.archived': null };
		expect(inHireflix(changes).decision).toBeNull();
	});

	it.each([null, '', undefined])('that is %j is no decision yet', (status) => {
		const changes = { 'data.status': status, 'data.finalist': null, 'data.archived': null };
		expect(inHireflix(changes).decision).toBe('undecided');
	});

	it.each([
		['discardedAt', 'reject'],
		['shortlistedAt', 'advance'],
	])('is read by the newer name %s, too', (name, decision) => {
		const changes = { 'data.status': 'completed', 'data.finalist': null, 'data.archived': null };
		expect(inHireflix({ ...changes, [`data.${name}`]: 1772964000123 }).decision).toBe(decision);
	});
});

it.each<[unknown, boolean | null]>([
	[1772964000123, true],
	[false, false],
	[null, false],
	['yes', null],
	[{}, null],
])('a position that is archived %j is archived: %j', (archived, isArchived) => {
	expect(asPosition({ id: 'p1', name: 'Nurse', archived } as never)).toMatchObject({ isArchived });
});

it.each([0, '0', 'no', 'incomplete', {}])(
	'HeyMilo completed nothing where the workflow is complete %j',
	(said) => {
		const body = changed(fixture('heymilo', 'interview_completed').body, { workflow_completed: said });
		expect(eventOf('heymilo', body)).toMatchObject({
			event_type: 'interview.unknown',
			interview_status: 'unknown',
			vendor_event: 'interview_completed',
			completed_at: null,
		});
	},
);

it.each<[Record<string, unknown>, string | null]>([
	[{ status: 'completed', shortlisted: 'yes' }, null],
	[{ status: 'completed', dismissed: 1 }, null],
	[{ status: 'shortlisted', dismissed: true }, null],
	[{ status: 'dismissed', shortlisted: true }, null],
	[{ status: 'completed', shortlisted: true, dismissed: 'no' }, null],
	[{ status: 'completed', shortlisted: 'true' }, 'advance'],
	[{ status: 'knocked_out', shortlisted: false }, 'reject'],
	[{ status: 'completed' }, 'undecided'],
])('HeyMilo decided of %j: %j', (marks, decision) => {
	const posting = { title: null, isTest: null };
	const event = normalizeHeyMiloCandidate(
		{ interview_id: 'i1', ...marks } as never,
		'2026-03-01T08:00:00.000Z',
		posting,
	);
	expect(event?.decision).toBe(decision);
});

it.each([
	['hireflix', 'interview.status-change.shortlisted', 'data.candidate.phone'],
	['jobmojito', 'interview_result', 'candidate_phone_number'],
] as const)('a phone number of %s that is a number is read', (vendor, name, path) => {
	expect(eventOf(vendor, changed(fixture(vendor, name).body, { [path]: 34600555014 }))).toMatchObject({
		candidate_phone: '34600555014',
	});
});
