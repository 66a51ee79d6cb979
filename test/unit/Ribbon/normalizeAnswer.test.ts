import type { IDataObject } from 'n8n-workflow';

import answer from '../../../fixtures/ribbon/answers/interview.json';
import { normalizeRibbonInterview } from '../../../nodes/Ribbon/normalizeAnswer';
import { interviewEventSchema } from '../../../nodes/shared/event/schema';
import { changed } from '../normalized';

const NOW = '2026-04-01T08:00:00.000Z';

const eventOf = (changes: Record<string, unknown> = {}) => {
	const event = normalizeRibbonInterview(changed(answer, changes) as IDataObject, NOW);
	if (event === null) throw new Error('It has no interview ID');
	return event;
};

describe('an interview of Ribbon', () => {
	it('has its results in the columns of the item', () => {
		const event = eventOf();
		expect(interviewEventSchema.parse(event)).toStrictEqual(event);
		expect(event).toMatchObject({
			event_type: 'interview.report_available',
			interview_status: 'completed',
			interview_mode: 'video',
			job_id: '0a1b2c3d',
			candidate_name: 'Robin Sample',
			candidate_email: 'robin.sample@example.com',
			summary: 'Robin answers calmly, with examples from two years in retail.',
			recording_url: 'https://media.example.com/interviews/11111111/video.mp4',
			verification: 'api',
			details: { recordings: [{ kind: 'video' }, { kind: 'audio' }], questions: [{}, {}] },
		});
	});

	it('has three scores out of 5, those for language without a scale, and no overall score', () => {
		const { details, ...event } = eventOf();
		expect(event).toMatchObject({ score_raw: null, score_max: null, score_percent: null });
		expect(details.scores).toEqual([
			{ name: 'Communication', value: 4, max: 5 },
			{ name: 'Motivation', value: 5, max: 5 },
			{ name: 'Skills', value: 3, max: 5 },
			{ name: 'Language: Vocabulary and Expression', value: 4, max: null },
			{ name: 'Language: Grammar and Structure', value: 4, max: null },
			{ name: 'Language: Fluency and Pace', value: 5, max: null },
		]);
	});

	it('has its transcript turn by turn, each from its first word, or else as one', () => {
		expect(eventOf().details.transcript.slice(0, 2)).toEqual([
			{ at_seconds: 0.42, speaker: 'Interviewer', text: 'Why would you like to work in our store?' },
			{ at_seconds: 4.1, speaker: 'user', text: 'I enjoy helping people find what they need.' },
		]);
		const { transcript } = answer.interview_data;
		expect(eventOf({ 'interview_data.transcript_with_timestamp': null }).details.transcript).toEqual([
			{ at_seconds: null, speaker: null, text: transcript },
		]);
	});

	it('returns the audio while there is no video', () => {
		expect(eventOf({ 'interview_data.video_url': null })).toMatchObject({
			recording_url: 'https://media.example.com/interviews/11111111/audio.mp3',
			interview_mode: 'unknown',
		});
	});

	it.each([
		['completed', 'interview.completed', 'completed'],
		['incomplete', 'interview.invited', 'invited'],
		['paused', 'interview.unknown', 'unknown'],
	])('without results is, when %s, %s', (status, event_type, interview_status) => {
		const event = eventOf({ status, interview_data: null });
		expect(event).toMatchObject({ event_type, interview_status, vendor_status: status, summary: null });
		expect(event.details.scores).toEqual([]);
	});

	it.each([
		['incomplete', 'interview.invited', 'invited'],
		['failed', 'interview.unknown', 'unknown'],
		['Completed', 'interview.report_available', 'completed'],
		[null, 'interview.report_available', 'completed'],
	])('with something for results is, when %s, %s', (status, event_type, interview_status) => {
		expect(eventOf({ status })).toMatchObject({ event_type, interview_status, vendor_status: status });
	});

	it('that has no ID is null', () => {
		expect(normalizeRibbonInterview({ status: 'completed' }, NOW)).toBeNull();
	});

	it.each([[null], ['none'], [[]], [{ communication: 'good', skills: '4' }]])(
		'reads scores that are %j as far as they can be read',
		(scores) => {
			const found = eventOf({ 'interview_data.scores': scores }).details.scores;
			expect(found).toEqual(
				JSON.stringify(scores).includes('"4"') ? [{ name: 'Skills', value: 4, max: 5 }] : [],
			);
		},
	);
});
