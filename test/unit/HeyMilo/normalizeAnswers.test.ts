import type { IDataObject } from 'n8n-workflow';

import type { InterviewEvent } from '../../../nodes/shared/event/interviewEvent';
import {
	normalizeHeyMiloCandidate,
	normalizeHeyMiloInterview,
} from '../../../nodes/HeyMilo/normalizeAnswers';

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
	return normalizeHeyMiloInterview(answer, POSTING, READ_AT) as InterviewEvent;
};

const candidate = (changes: IDataObject = {}): InterviewEvent => {
	const answer = { interview_id: 'A1', posting_id: 'P1', status: 'completed', ...changes };
	return normalizeHeyMiloCandidate(answer, POSTING, READ_AT) as InterviewEvent;
};

describe('an interview of the API', () => {
	it.each([
		['pending', 'invited', 'interview.invited'],
		['in_progress', 'in_progress', 'interview.in_progress'],
		['evaluating', 'completed', 'interview.completed'],
		['shortlisted', 'completed', 'interview.completed'],
		['not_ready', 'unknown', 'interview.unknown'],
		['a new word', 'unknown', 'interview.unknown'],
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
			interview({ web_interview: { video_recording_url: `https://example.com/v.mp4?s=${signature}` } });
		expect(at('1').event_id).toBe(at('2').event_id);
		expect(at('1').event_id).not.toBe(interview().event_id);
	});

	it('is nothing without an id', () => {
		expect(normalizeHeyMiloInterview({ status: 'completed' }, POSTING, READ_AT)).toBeNull();
	});
});

describe('an entry of the candidate list', () => {
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
