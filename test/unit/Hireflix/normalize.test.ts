import { normalizeHireflix } from '../../../nodes/Hireflix/normalize';
import { fixture } from '../../fixtures';
import { changed, eventOf, facts } from '../normalized';

const bodyOf = (name: string) => fixture('hireflix', name).body;
const finish = bodyOf('interview.finish.full');
const echo = bodyOf('interview.status-change.completion');
const shortlisted = bodyOf('interview.status-change.shortlisted');
const score = bodyOf('interview.score-updated');

const COMPLETED_AT = 1772642468904;
const event = (body: unknown, changes: Record<string, unknown> = {}) =>
	eventOf('hireflix', changed(body, changes));

describe('a completion of Hireflix, which is sent twice', () => {
	it.each([[0], [240], [60_000]])('is an echo %d ms after the completion', (elapsed) => {
		expect(event(echo, { date: COMPLETED_AT + elapsed })).toMatchObject({
			event_type: 'interview.completed',
			interview_status: 'completed',
			vendor_event: 'interview.status-change',
			dedupe_key: event(finish).dedupe_key,
		});
	});

	it.each([[60_001], [86_400_000], [-1]])(
		'is no echo %d ms after it: a restored candidate is completed as well',
		(elapsed) => {
			const date = COMPLETED_AT + elapsed;
			expect(event(echo, { date })).toMatchObject({
				event_type: 'interview.status_changed',
				dedupe_key: `hireflix:69a554f359b2e04c7d1f8a36:interview.status_changed:${date}:completed:completed:undecided`,
			});
		},
	);

	it.each([
		['shortlisted by its status', { 'data.status': 'shortlisted' }],
		['shortlisted by its time', { 'data.finalist': COMPLETED_AT + 500 }],
		['shortlisted by a boolean', { 'data.finalist': true }],
		['discarded by its time', { 'data.archived': COMPLETED_AT + 500 }],
		['discarded by its status', { 'data.status': 'discarded' }],
		['deleted', { 'data.deleted': COMPLETED_AT + 500 }],
		['perhaps discarded', { 'data.archived': '1' }],
	])('is no echo when the candidate was %s within that minute', (_, changes) => {
		const decided = event(echo, { date: COMPLETED_AT + 900, ...changes });
		expect(decided.event_type).toBe('interview.status_changed');
		expect(decided.dedupe_key).not.toBe(event(finish).dedupe_key);
	});

	it.each([
		['completed', { 'data.completed': null }],
		['date', { date: null }],
	])('is no echo when %s is missing', (_, changes) => {
		expect(event(echo, changes).event_type).toBe('interview.status_changed');
	});
});

describe('the key of a Hireflix event', () => {
	it.each([1772964000123, 1772964000])(
		'distinguishes two decisions that were made at one time, %d',
		(date) => {
			const change = (changes: Record<string, unknown>) =>
				event(echo, { date, 'data.completed': 1772500000000, ...changes });
			const shortlisted = change({ 'data.finalist': true });
			const discarded = change({ 'data.finalist': true, 'data.archived': true });
			expect([shortlisted.decision, discarded.decision]).toEqual(['advance', 'reject']);
			expect(discarded.event_id).not.toBe(shortlisted.event_id);
			expect(change({ 'data.archived': true, 'data.finalist': true }).event_id).toBe(discarded.event_id);
		},
	);

	it('distinguishes a decision that is taken back from the first one', () => {
		expect(event(shortlisted, { date: 1772707407143 }).event_id).not.toBe(event(shortlisted).event_id);
	});

	it('distinguishes two events without a date by what they say', () => {
		const keys = [4, 5].map(
			(value) => event(score, { date: undefined, 'data.score.value': value }).dedupe_key,
		);
		expect(keys[0]).not.toBe(keys[1]);
	});
});

describe('the status of a Hireflix interview after a status change', () => {
	const blank = {
		date: 1772800000000,
		'data.status': 'pending',
		'data.deleted': null,
		'data.archived': null,
		'data.finalist': null,
		'data.completed': null,
		'data.answered': false,
	};

	it.each([
		[{}, 'invited'],
		[{ 'data.status': 'completed' }, 'completed'],
		[{ 'data.status': 'to_evaluate' }, 'completed'],
		[{ 'data.status': 'shortlisted' }, 'completed'],
		[{ 'data.status': 'discarded' }, 'archived'],
		[{ 'data.status': 'preselected' }, 'unknown'],
		[{ 'data.status': null }, 'unknown'],
		[{ 'data.answered': true }, 'completed'],
		[{ 'data.completed': COMPLETED_AT }, 'completed'],
		[{ 'data.status': 'discarded', 'data.answered': true }, 'completed'],
		[{ 'data.status': 'discarded', 'data.finalist': COMPLETED_AT }, 'completed'],
		[{ 'data.status': 'Discarded' }, 'archived'],
		[{ 'data.archived': COMPLETED_AT, 'data.finalist': COMPLETED_AT, 'data.answered': true }, 'archived'],
		[{ 'data.archived': true, 'data.completed': COMPLETED_AT }, 'archived'],
		[
			{ 'data.deleted': COMPLETED_AT, 'data.archived': COMPLETED_AT, 'data.finalist': COMPLETED_AT },
			'deleted',
		],
		[{ 'data.deleted': 'true' }, 'deleted'],
		[{ 'data.deleted': 'false', 'data.archived': 'False', 'data.answered': 'false' }, 'invited'],
	])('after %j is %s', (changes, status) => {
		expect(event(shortlisted, { ...blank, ...changes })).toMatchObject({
			event_type: 'interview.status_changed',
			interview_status: status,
		});
	});

	it.each([
		[{}, 'undecided'],
		[{ 'data.status': 'shortlisted' }, 'advance'],
		[{ 'data.finalist': 1772707407024 }, 'advance'],
		[{ 'data.status': 'discarded' }, 'reject'],
		[{ 'data.status': 'archived' }, 'reject'],
		[{ 'data.archived': 1772707407024 }, 'reject'],
		[{ 'data.archived': '1772707407024' }, 'reject'],
		[{ 'data.archived': 1772707407 }, 'reject'],
		[{ 'data.archived': '2026-03-05T10:43:27Z' }, 'reject'],
		[{ 'data.archived': true }, 'reject'],
		[{ 'data.archived': 'true' }, 'reject'],
		[{ 'data.archived': 'false', 'data.finalist': 'False' }, 'undecided'],
		[{ 'data.finalist': 'TRUE' }, 'advance'],
		[{ 'data.status': 'SHORTLISTED' }, 'advance'],
		[{ 'data.status': null }, 'undecided'],
		[{ 'data.archived': 0 }, null],
		[{ 'data.archived': '0' }, null],
		[{ 'data.archived': 1 }, null],
		[{ 'data.archived': '1' }, null],
		[{ 'data.archived': 'yes' }, null],
		[{ 'data.finalist': 1 }, null],
		[{ 'data.archived': '0', 'data.finalist': 1772707407024 }, null],
		[{ 'data.archived': '0', 'data.status': 'discarded' }, 'reject'],
		[{ 'data.status': 'preselected' }, null],
		[{ 'data.status': 'preselected', 'data.finalist': 1772707407024 }, 'advance'],
	])('with %j holds the decision %s', (changes, decision) => {
		expect(event(shortlisted, { ...blank, ...changes }).decision).toBe(decision);
	});
});

describe('an event of Hireflix', () => {
	it.each([
		['interview.create', 'interview.invited', 'invited'],
		['interview.finish', 'interview.completed', 'completed'],
		['interview.score-updated', 'interview.score_updated', 'completed'],
		['interview.delete', 'interview.deleted', 'deleted'],
		['interview.transcribed', 'interview.unknown', 'unknown'],
		['INTERVIEW.CREATE', 'interview.unknown', 'unknown'],
	])('named %s is %s', (name, type, status) => {
		expect(event(score, { event: name })).toMatchObject({
			event_type: type,
			interview_status: status,
			vendor_event: name,
			vendor_event_source: 'body',
		});
	});

	it('shows no link of the candidate in the place of the page of the recruiter', () => {
		expect(event(finish, { 'data.url.private': undefined }).interview_url).toBeNull();
	});

	it.each([
		[0.5, 10],
		[2.75, 55],
		[5, 100],
		[5.5, null],
		[0, null],
	])('with %d stars has the percentage %p', (value, percent) => {
		expect(event(score, { 'data.score.value': value })).toMatchObject({
			score_raw: value,
			score_max: 5,
			score_percent: percent,
		});
	});

	it.each([
		['no data', { data: undefined }],
		['no id', { 'data.id': undefined }],
		['an empty id', { 'data.id': ' ' }],
	])('with %s becomes a reason', (_, changes) => {
		expect(normalizeHireflix(changed(finish, changes), facts)).toEqual({
			reason: 'The body has no interview ID: data.id is missing',
		});
	});
});

describe('a time of Hireflix that comes in another form', () => {
	const forms = (milliseconds: number) => [
		String(milliseconds),
		milliseconds / 1000,
		String(milliseconds / 1000),
		new Date(milliseconds).toISOString(),
	];

	it.each(forms(1772706680281))('returns the same event: date %j', (date) => {
		expect({ ...event(score, { date }), raw: null }).toEqual({ ...event(score), raw: null });
	});

	it.each(forms(COMPLETED_AT))('returns the same completion: completed %j', (completed) => {
		const changes = { 'data.completed': completed, date: new Date(COMPLETED_AT + 240).toISOString() };
		expect(event(echo, changes)).toMatchObject({
			event_type: 'interview.completed',
			completed_at: '2026-03-04T16:41:08.904Z',
			dedupe_key: event(finish).dedupe_key,
		});
	});

	it.each([[0], [1], ['0'], ['soon'], [true]])('is no time: %j, nor is it 1970', (value) => {
		const found = event(score, { date: value, 'data.completed': value, 'data.createdAt': value });
		expect(found).toMatchObject({ occurred_at: null, completed_at: null, invited_at: null });
	});
});
