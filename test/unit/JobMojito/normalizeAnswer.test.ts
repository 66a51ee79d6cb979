import {
	asTurns,
	normalizeJobMojitoResult,
	withoutBulk,
	type ResultAnswers,
} from '../../../nodes/JobMojito/normalizeAnswer';
import { jobMojitoDetails } from '../../../nodes/JobMojito/answers';

const NOW = '2026-03-01T08:00:00.000Z';

const normalize = (answers: Partial<ResultAnswers>, scoreMaximum: number | null = null) =>
	normalizeJobMojitoResult({ id: 'result', row: null, details: null, ...answers }, NOW, scoreMaximum);

const submitted = { status: 'active', coach_status: 'completed', processing_status: 'completed' };

describe('A result of the JobMojito API', () => {
	it.each([
		['selected', 'advance'],
		['rejected', 'reject'],
		['undecided', 'undecided'],
		['ai_reject', 'undecided'],
		[null, 'undecided'],
		['Selected', 'advance'],
		['', 'undecided'],
		['on hold', null],
		['true', null],
		[1, null],
		[true, null],
		['constructor', null],
	])('reads the decision %s as %s', (decision_status, decision) => {
		expect(normalize({ row: { ...submitted, decision_status } }).decision).toBe(decision);
	});

	it('knows no decision and no candidate when no list has the result', () => {
		const event = normalize({ details: { status: 'completed', end: '2026-03-01T07:00:00Z' } });
		expect(event).toMatchObject({
			decision: null,
			candidate_name: null,
			event_type: 'interview.completed',
			interview_status: 'completed',
			completed_at: '2026-03-01T07:00:00.000Z',
		});
	});

	it.each([
		[{ status: 'draft', coach_status: null, interview_started: false }, 'invited'],
		[{ status: 'draft', coach_status: 'ongoing' }, 'in_progress'],
		[{ status: 'archived', coach_status: 'completed' }, 'archived'],
		[{ status: 'draft', coach_status: 'abandoned' }, 'abandoned'],
		[{ status: 'active', coach_status: 'a new word' }, 'unknown'],
	])('reads %j as %s', (row, status) => {
		expect(normalize({ row }).interview_status).toBe(status);
	});

	it('has an id of its own where the decision is one that nobody knows: the webhook may have sent it', () => {
		const keyOf = (decision_status: string) =>
			normalize({ row: { ...submitted, decision_status }, details: {} }).dedupe_key;
		expect(keyOf('selected')).toMatch(/^jobmojito:result:interview_result:/);
		expect(keyOf('on hold')).toMatch(/^jobmojito:result:api:/);
	});

	it('has times in whatever form they come', () => {
		const row = { ...submitted, created_at: 1772352000, updated_at: '1772352000123' };
		const details = { start: '2026-03-01T08:00:00+00:00', end: 0 };
		expect(normalize({ row, details })).toMatchObject({
			invited_at: '2026-03-01T08:00:00.000Z',
			occurred_at: '2026-03-01T08:00:00.123Z',
			started_at: '2026-03-01T08:00:00.000Z',
			completed_at: null,
		});
	});

	it('takes the reasons from where they are now, else from where they were', () => {
		const ai_analysis_recruiter_why_hire = ['old'];
		const hiring_reasons = { reasons_to_hire: ['new'], reasons_not_to_hire: [] };
		const old = normalize({ details: { ai_analysis_recruiter_why_hire } });
		expect(old.strengths).toBe('old');
		const details = { ai_analysis_recruiter_why_hire, ai_analysis_other: { hiring_reasons } };
		expect(normalize({ details })).toMatchObject({ strengths: 'new', concerns: null });
	});

	it('survives fields of other types than documented', () => {
		const odd = { transcript: 'none', score: '7 of 10', ai_analysis_other: [], recording_url: 5 };
		expect(normalize({ row: { candidate_email: 3 }, details: odd })).toMatchObject({
			score_raw: null,
			candidate_email: null,
			recording_url: null,
			details: { transcript: [], recordings: [] },
		});
	});

	it('lists the recordings by what they are', () => {
		const details = {
			recording_url: 'https://example.com/a',
			recording_is_video: false,
			video_introduction_url: 'https://example.com/b',
			transcript: [{ recording_url: 'https://example.com/c', recording_is_video: true }],
		};
		expect(normalize({ details }).details.recordings.map(({ kind }) => kind)).toEqual([
			'audio',
			'video',
			'video',
		]);
	});

	it('has an id of its own where the list alone was read, the same each time', () => {
		const row = { ...submitted, score: 7 };
		expect(normalize({ row }).dedupe_key).toMatch(/^jobmojito:result:api:/);
		expect(normalize({ row }).event_id).toBe(normalize({ row }).event_id);
	});
});

describe('A transcript of JobMojito', () => {
	const turns = (transcript: object[]) => asTurns(jobMojitoDetails({ transcript }));

	it('has a question once, and no time after a turn of unknown length', () => {
		expect(
			turns([
				{ is_answer: true, question_asked: 'Why?', answer: 'Because.', duration: 31 },
				{ is_answer: true, question_asked: 'Why?', answer: 'And so on.', duration: null },
				{ is_answer: false, question_original: 'What else?' },
			]),
		).toEqual([
			{ at_seconds: 0, speaker: 'Interviewer', text: 'Why?' },
			{ at_seconds: 0, speaker: 'Candidate', text: 'Because.' },
			{ at_seconds: 3.1, speaker: 'Candidate', text: 'And so on.' },
			{ at_seconds: null, speaker: 'Interviewer', text: 'What else?' },
		]);
	});

	it('loses its bulk and nothing else', () => {
		const turn = { id: '1', answer_assessment_raw_data: {}, external_data: {}, new_field: 1 };
		expect(withoutBulk({ transcript: [turn], other: 1 })).toEqual({
			transcript: [{ id: '1', new_field: 1 }],
			other: 1,
		});
		expect(withoutBulk({ transcript: null })).toEqual({ transcript: null });
	});
});
