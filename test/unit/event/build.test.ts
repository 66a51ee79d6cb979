import { buildEvent, type EventFacts } from '../../../nodes/shared/event/build';
import { eventId, sha256 } from '../../../nodes/shared/event/identity';
import { COLUMNS } from '../../../nodes/shared/event/columnOrder';
import type { InterviewEvent } from '../../../nodes/shared/event/interviewEvent';
import { interviewEventSchema } from '../../../nodes/shared/event/schema';
import { facts } from '../normalized';
import { words } from '../words';

/** Columns that a vendor's normalizer may fill with any text. */
const TEXT_COLUMNS = COLUMNS.filter((column) => {
	const { success } = interviewEventSchema.shape[column].safeParse('any text');
	return success && !['event_id', 'raw_sha256'].includes(column);
}) as Array<Exclude<keyof InterviewEvent, 'details' | 'raw'>>;

const least: EventFacts = {
	vendor: 'hireflix',
	event_type: 'interview.unknown',
	interview_id: '1',
	interview_status: 'unknown',
	dedupe_key: 'abc',
	vendor_event_source: 'body',
	raw: null,
};

describe('eventId', () => {
	it.each([
		// FIPS 180-2, example B.1
		['abc', 'evt_ba7816bf8f01cfea414140de5dae2223'],
		// computed with sha256sum
		['hireflix:69a554f359b2e04c7d1f8a36:completed', 'evt_4f1c5d7c7078965fef609ae072a915a2'],
		[
			'heymilo:A83F19D2605BC74E:interview_completed:1773138104.902117',
			'evt_35dd55a4e897b2563b2b8d75776351c0',
		],
		['', 'evt_e3b0c44298fc1c149afbf4c8996fb924'],
	])('of %j is the first half of its SHA-256', (key, id) => {
		expect(eventId(key)).toBe(id);
	});
});

describe('sha256', () => {
	it('is the same for a text and its UTF-8 bytes', () => {
		expect(sha256('Zoë Łuczak 🎤')).toBe(sha256(Buffer.from('Zoë Łuczak 🎤', 'utf8')));
	});
});

describe('buildEvent', () => {
	it('fills what nobody found with null, never with an empty or missing value', () => {
		const { details, ...flat } = buildEvent(least, facts);
		expect(flat).toStrictEqual({
			...Object.fromEntries(COLUMNS.filter((column) => column !== 'details').map((column) => [column, null])),
			event_type: 'interview.unknown',
			vendor: 'hireflix',
			received_at: facts.receivedAt,
			interview_id: '1',
			interview_status: 'unknown',
			is_out_of_order: false,
			event_id: 'evt_ba7816bf8f01cfea414140de5dae2223',
			schema_version: '1.0',
			dedupe_key: 'abc',
			vendor_event_source: 'body',
			verification: 'signature',
			interview_mode: 'unknown',
		});
		expect(Object.values(details)).toEqual(Array.from({ length: 8 }, () => []));
	});

	it('keeps the other lists of the details when a vendor returns one', () => {
		const { details } = buildEvent({ ...least, details: { tags: ['on-call'] } }, facts);
		expect(details).toMatchObject({ tags: ['on-call'], questions: [], transcript: [] });
	});

	it('lower-cases the email address and nothing else of the candidate', () => {
		const event = buildEvent(
			{ ...least, candidate_email: 'Amara.Osei@Example.COM', candidate_name: 'Amara Osei' },
			facts,
		);
		expect(event).toMatchObject({ candidate_email: 'amara.osei@example.com', candidate_name: 'Amara Osei' });
	});

	it('cuts a long summary', () => {
		expect(buildEvent({ ...least, summary: 'word '.repeat(600) }, facts).summary?.length).toBeLessThanOrEqual(
			2000,
		);
	});

	describe('with texts that no cell of a spreadsheet holds', () => {
		const long = 'word '.repeat(20_000).trim();
		const given = Object.fromEntries(TEXT_COLUMNS.map((column) => [column, long]));
		const event = buildEvent({ ...least, ...given, raw: { given } }, facts);

		it.each(TEXT_COLUMNS)('has at most 50,000 characters in %s, also after an apostrophe', (column) => {
			expect(String(event[column]).length).toBeLessThan(50_000);
		});

		it.each(['job_title', 'candidate_name', 'strengths', 'concerns', 'failure_reason'] as const)(
			'cuts %s between words, and ends it with an ellipsis',
			(column) => {
				const cut = event[column];
				expect(cut).toMatch(/ word…$/);
				expect(cut?.length).toBeGreaterThan(49_990);
			},
		);

		it.each(
			words('report_url recording_url candidate_email candidate_phone candidate_id external_id') as Array<
				keyof InterviewEvent
			>,
		)('has no %s, a part of which is another one', (column) => {
			expect(event[column]).toBeNull();
		});

		it('hashes the whole key, so two long ones stay two', () => {
			const other = buildEvent({ ...least, ...given, dedupe_key: `${long}2` }, facts);
			expect(event.event_id).toBe(eventId(long));
			expect(event.dedupe_key).toBe(event.event_id);
			expect(other.dedupe_key).not.toBe(event.dedupe_key);
			expect(other.event_id).not.toBe(event.event_id);
		});

		it('keeps the whole in raw and in the details', () => {
			const details = { highlights: [long] };
			const whole = buildEvent({ ...least, raw: { text: long }, details }, facts);
			expect(whole.raw).toEqual({ text: long });
			expect(whole.details.highlights).toEqual([long]);
		});

		it('leaves 49,999 characters as they are', () => {
			const strengths = long.slice(0, 49_999);
			expect(buildEvent({ ...least, strengths }, facts).strengths).toBe(strengths);
		});
	});

	it('says when the link of the report expires', () => {
		const report_url = 'https://files.example.com/r.pdf?Expires=1773504800';
		expect(buildEvent({ ...least, report_url }, facts)).toMatchObject({
			report_url,
			report_url_expires_at: '2026-03-14T16:13:20.000Z',
		});
	});

	it('hashes the exact bytes received, so other white space is another hash', () => {
		const hashes = ['{"a":1}', '{ "a": 1 }'].map(
			(text) => buildEvent(least, { ...facts, rawBody: Buffer.from(text) }).raw_sha256,
		);
		// computed with sha256sum
		expect(hashes[0]).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862');
		expect(hashes[1]).not.toBe(hashes[0]);
	});
});

it('creates lists of its own for every event', () => {
	buildEvent(least, facts).details.tags.push('mine');
	expect(buildEvent(least, facts).details.tags).toEqual([]);
});
