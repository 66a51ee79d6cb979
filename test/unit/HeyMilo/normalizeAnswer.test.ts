import type { IDataObject } from 'n8n-workflow';

import fullCandidate from '../../../fixtures/heymilo/answers/candidate.json';
import fullInterview from '../../../fixtures/heymilo/answers/interview.json';

import type { InterviewEvent } from '../../../nodes/shared/event/interviewEvent';
import { normalizeHeyMiloCandidate, normalizeHeyMiloInterview } from '../../../nodes/HeyMilo/normalizeAnswer';
import { words } from '../words';

const POSTING = { title: 'Night Shift Nurse', isTest: false };
const READ_AT = '2026-03-10T12:00:00.000Z';

const interview = (changes: IDataObject = {}): InterviewEvent => {
	const answer = {
		interview_id: 'A1',
		posting_id: 'P1',
		name: 'Ada Example',
		status: 'completed',
		...changes,
	};
	return normalizeHeyMiloInterview(answer, READ_AT, POSTING) as InterviewEvent;
};

const candidate = (changes: IDataObject = {}): InterviewEvent => {
	const answer = { interview_id: 'A1', posting_id: 'P1', status: 'completed', ...changes };
	return normalizeHeyMiloCandidate(answer, READ_AT, POSTING) as InterviewEvent;
};

describe.each([
	['seconds', (time: string) => Date.parse(time) / 1000],
	['milliseconds', (time: string) => Date.parse(time)],
	['ISO 8601', (time: string) => time],
])('times of the API in %s', (_form, sent) => {
	it('fill the columns', () => {
		const [added, done] = ['2026-03-09T08:00:00.000Z', '2026-03-10T10:21:44.902Z'];
		const workflow = {
			all_complete: true,
			steps: [{ step_id: 'form', completed: true, last_updated_at: sent(done) }],
		};
		expect(interview({ workflow })).toMatchObject({
			completed_at: done,
			details: { steps: [{ updated_at: done }] },
		});
		expect(candidate({ created_at: sent(added), interviewed_at: sent(done) })).toMatchObject({
			invited_at: added,
			completed_at: done,
		});
	});
});

describe('criteria with HTML', () => {
	const sms = {
		criteria: [
			{ criteria_text: '<p>Has a <b>license</b></p>', passed: true },
			{
				criteria_text: 'Nights &amp; weekends',
				passed: false,
				is_dealbreaker: 'true',
				reasons: ['<ul><li>Days only</li><li>Has a &lt;small&gt; child</li></ul>', 'score < 5'],
			},
		],
	};

	it('are one point each, without tags, and their signs are decoded once', () => {
		const { strengths, concerns, details } = interview({ sms });
		expect(strengths).toBe('Criterion passed: Has a license');
		const why = 'Days only Has a <small> child';
		expect(concerns).toBe(`Knockout criterion not passed: Nights & weekends (${why}; score < 5)`);
		expect(details.lowlights).toEqual([concerns]);
		expect(details.questions.map(({ text, summary }) => [text, summary])).toEqual([
			['Has a license', 'Passed'],
			['Nights & weekends', `Not passed\n${why}\nscore < 5`],
		]);
	});
});

it('a form whose status is in another case is judged alike', () => {
	expect(interview({ form: { overall_status: 'FAILED' } }).concerns).toBe('Form: not passed');
});

describe('an interview of the API', () => {
	it.each([
		['pending', 'invited', 'interview.invited'],
		['in_progress', 'in_progress', 'interview.in_progress'],
		['evaluating', 'completed', 'interview.completed'],
		['shortlisted', 'completed', 'interview.completed'],
		['not_ready', 'unknown', 'interview.unknown'],
		['a new word', 'unknown', 'interview.unknown'],
		['In_Progress', 'in_progress', 'interview.in_progress'],
	])('with the status %s is %s', (status, interview_status, event_type) => {
		expect(interview({ status })).toMatchObject({ interview_status, event_type, vendor_status: status });
	});

	it('takes the overall score only where there was no interview', () => {
		expect(interview({ score: 71, resume: { overall_score: 71 } })).toMatchObject({
			score_raw: 71,
			interview_mode: 'resume',
			event_type: 'interview.report_available',
		});
		expect(interview({ score: 71, web_interview: { match_score: 80 } }).score_raw).toBe(80);
	});

	it.each([
		[{ match_score: -1 }, { score: -1 }],
		[{ highlights: ['Calm'] }, { highlights: ['Calm'] }],
	])('has no score, alone and in a list, where the interview %j was not scored', (alone, listed) => {
		expect(interview({ score: 90, web_interview: alone }).score_raw).toBeNull();
		expect(candidate({ score: 90, agent_summary: { web_interview: listed } }).score_raw).toBeNull();
		expect(candidate({ score: 90, agent_summary: { resume: { resume_score: 90 } } }).score_raw).toBe(90);
	});

	it.each([
		[{ web_interview: { video_recording_url: 'https://example.com/v.mp4' } }, 'video'],
		[{ web_interview: { audio_recording_url: 'https://example.com/a.wav' } }, 'voice'],
		[{ sms: { transcript: [{ role: 'agent', text: 'Hello' }] } }, 'sms'],
		[{ form: { overall_status: 'passed' } }, 'form'],
		[{}, 'unknown'],
	])('knows its mode from %j', (changes, mode) => {
		expect(interview(changes).interview_mode).toBe(mode);
	});

	it('has the messages of an SMS interview as transcript', () => {
		const sms = { transcript: [{ role: 'agent', text: 'Hello', timestamp: 1773138104 }] };
		expect(interview({ sms }).details.transcript).toEqual([
			{ at_seconds: null, speaker: 'agent', text: 'Hello' },
		]);
	});

	it('survives fields of other types than documented', () => {
		const changes = { score: '71 %', web_interview: 'none', workflow: [], metadata: 'x', email: 7 };
		expect(interview(changes)).toMatchObject({ score_raw: null, external_id: null, candidate_email: null });
	});

	it('has the same id as long as only the signatures of its links change', () => {
		const at = (signature: string) =>
			interview({ web_interview: { video_recording_url: `https://example.com/v.mp4?sig=${signature}` } });
		expect(at('1').event_id).toBe(at('2').event_id);
		expect(at('1').event_id).not.toBe(interview().event_id);
	});

	it('is nothing without an id', () => {
		expect(normalizeHeyMiloInterview({ status: 'completed' }, READ_AT, POSTING)).toBeNull();
	});
});

describe('an interview with every field of the contract', () => {
	const full = () => interview(fullInterview as IDataObject);

	it('fills every column that it can fill', () => {
		const event = full();
		const empty = Object.keys(event).filter((column) => event[column as keyof InterviewEvent] === null);
		// An answer is no delivery, and has no such field.
		expect(empty).toEqual(
			words(`
				occurred_at summary report_url interview_url vendor_event invited_at started_at deleted_at candidate_first_name
				candidate_last_name report_url_expires_at failure_reason raw_sha256
			`),
		);
		expect(event).toMatchObject({
			candidate_phone: '+4915550100200',
			external_id: '1E5',
			decision: 'advance',
			completed_at: '2026-03-12T10:21:44.250Z',
			interview_mode: 'video',
		});
		for (const list of Object.values(event.details)) expect(list).not.toEqual([]);
	});

	it('has the results of all its steps', () => {
		const { details } = full();
		expect(details.scores).toEqual([
			{ name: 'Speech', value: 4.5, max: 5 },
			{ name: 'Resume', value: 71.5, max: 100 },
		]);
		expect(details.questions.map(({ id, score_raw }) => [id, score_raw])).toEqual([
			['341C0A3E67C31467', 9],
			['112F2DFA31205DF3', null],
			['sms_90b2', null],
			['rec_77b0', null],
			['rsc_4a01', 7.5],
			['fq_2d10', null],
			['fq_2d11', null],
		]);
		expect(details.transcript.map(({ at_seconds, speaker }) => [at_seconds, speaker])).toEqual([
			[2.5, 'Interviewer'],
			[5, 'Candidate'],
			[null, 'agent'],
			[null, 'candidate'],
		]);
	});

	it('loses what has another type than documented, and nothing else', () => {
		const drifted = JSON.parse(
			JSON.stringify(fullInterview, (name, value: unknown) =>
				['is_eligible', 'passed', 'highlights', 'criteria', 'steps'].includes(name) ? 7 : value,
			),
		) as IDataObject;
		const event = interview(drifted);
		expect(event).toMatchObject({
			decision: 'advance',
			score_raw: 86,
			strengths: 'Form: passed',
			concerns: 'Wrote no report afterwards',
		});
	});
});

describe('a workflow of the API', () => {
	const step = (changes: IDataObject = {}) => ({ completed: true, last_updated_at: 1773138104, ...changes });
	const completedAt = (all_complete: unknown, steps: IDataObject[]) =>
		interview({ workflow: { all_complete, steps } as IDataObject }).completed_at;

	it.each([
		[true, [step()], '2026-03-10T10:21:44.000Z'],
		[true, [step(), step({ last_updated_at: 1773138000 })], '2026-03-10T10:21:44.000Z'],
		[true, [], null],
		[true, [step(), step({ last_updated_at: null })], null],
		[true, [step(), step({ completed: false })], null],
		[false, [step()], null],
		[null, [step()], null],
	])('of which everything is done (%p) by the steps %j is completed at %p', (all, steps, time) => {
		expect(completedAt(all, steps)).toBe(time);
	});

	it.each([
		[{ knocked_out: true }, true],
		[{ status: 'knocked_out' }, true],
		[{ status: 'knocked_out', knocked_out: false }, false],
		[{ status: 'completed' }, null],
	])('with the step %j was a knock-out: %p', (changes, knocked_out) => {
		const { details, concerns } = interview({
			workflow: { steps: [step({ step_id: 'agent_1', ...changes })] },
		});
		expect(details.steps[0].knocked_out).toBe(knocked_out);
		expect(concerns).toBe(knocked_out === true ? 'Knocked out in step agent_1' : null);
	});
});

describe('a decision in the API', () => {
	it.each([
		['completed', { shortlisted: false, dismissed: false }, 'undecided'],
		['completed', { shortlisted: true, dismissed: false }, 'advance'],
		['completed', { shortlisted: false, dismissed: true }, 'reject'],
		['completed', { shortlisted: true, dismissed: true }, null],
		['dismissed', { shortlisted: true }, null],
		['knocked_out', {}, 'reject'],
		['Shortlisted', {}, 'advance'],
		['a new word', { shortlisted: false, dismissed: false }, null],
		['a new word', { shortlisted: true }, 'advance'],
		[null, {}, null],
		['completed', { shortlisted: 1, dismissed: '0' }, null],
	])('of the status %p with %j is %p', (status, marks, decision) => {
		expect(candidate({ status, ...marks } as IDataObject).decision).toBe(decision);
	});

	it.each([
		['shortlisted', { shortlisted: true, dismissed: false }],
		['dismissed', { shortlisted: false, dismissed: true }],
		['knocked_out', { shortlisted: false, dismissed: false }],
		['completed', { shortlisted: false, dismissed: false }],
	])('of the status %s becomes no other one by a field that drifted', (status, marks) => {
		const sent = { ...fullCandidate, status, ...marks } as IDataObject;
		const { decision } = candidate(sent);
		const odd = [null, '', 'drifted', '0', 'yes', 'constructor', 0, 1, -1, [], {}, [true], { value: true }];
		for (const name of Object.keys(sent)) {
			for (const value of odd) {
				const drifted = normalizeHeyMiloCandidate({ ...sent, [name]: value }, READ_AT, POSTING);
				if (drifted !== null) expect([decision, null]).toContain(drifted.decision);
			}
		}
	});

	it('is not made up for a status that is not documented', () => {
		expect(interview({ status: 'hired' }).decision).toBeNull();
		expect(interview({ status: 'evaluating' }).decision).toBe('undecided');
	});
});

describe('an entry of the candidate list', () => {
	it('with every field of the contract fills every column that it can fill', () => {
		const event = candidate(fullCandidate as IDataObject);
		const empty = Object.keys(event).filter((column) => event[column as keyof InterviewEvent] === null);
		expect(empty).toEqual(
			words(`
				occurred_at summary report_url vendor_event started_at deleted_at candidate_first_name candidate_last_name
				report_url_expires_at failure_reason raw_sha256
			`),
		);
		expect(event).toMatchObject({
			concerns: 'Criterion not passed: Can you drive?',
			candidate_phone: '+4915550100200',
			external_id: '1E5',
			decision: 'advance',
		});
		expect(event.details.scores).toEqual([{ name: 'Resume', value: 3.8, max: null }]);
	});

	it('without a spoken interview is of the kind that it has', () => {
		expect(candidate({ agent_summary: { sms: { is_eligible: false } } })).toMatchObject({
			interview_mode: 'sms',
			concerns: 'SMS screening: not passed',
			score_raw: null,
		});
	});

	it('has the times and the links that the list knows', () => {
		const agent_summary = {
			web_interview: { score: 82, highlights: ['Plain'], audio_recording_link: 'https://example.com/a.wav' },
		};
		const times = { interviewed_at: 1773138104, created_at: 1773138000.5 };
		expect(
			candidate({ ...times, score: 78.5, agent_summary, interview_url: 'https://example.com/i' }),
		).toMatchObject({
			score_raw: 82,
			strengths: 'Plain',
			concerns: null,
			recording_url: 'https://example.com/a.wav',
			interview_url: 'https://example.com/i',
			completed_at: '2026-03-10T10:21:44.000Z',
			invited_at: '2026-03-10T10:20:00.500Z',
			interview_mode: 'voice',
			job_title: 'Night Shift Nurse',
		});
	});
});
