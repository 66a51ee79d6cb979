import fc from 'fast-check';

import type { InterviewEvent, Vendor } from '../../../nodes/shared/event/interviewEvent';
import { scorecardPage } from '../../../nodes/shared/report/scorecardPage';
import { fixture } from '../../fixtures';

const OPTIONS = {
	vendorName: 'HeyMilo',
	hasRecruiterPage: true,
	timeZone: 'America/New_York',
	withTranscript: true,
};

/** The item of a delivery as it comes out of a trigger. */
function eventOf(vendor: Vendor, name: string, changes: Partial<InterviewEvent> = {}): InterviewEvent {
	const received = { received_at: '2026-03-10T10:24:31.000Z', verification: 'api', raw: {} } as const;
	return { ...fixture(vendor, name).item, ...received, ...changes } as InterviewEvent;
}

const report = (changes: Partial<InterviewEvent> = {}) =>
	eventOf('heymilo', 'report_available.full', changes);

const shown = (page: string) =>
	page
		.replace(/<style>.*?<\/style>/s, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ');

/** The tags without what their attributes say. */
const tags = (page: string) => page.match(/<\/?[a-z1-9]+/g);

const SHOWN: Array<[Vendor, string]> = [
	['hireflix', 'interview.finish.full'],
	['heymilo', 'report_available.full'],
	['heymilo', 'report_available.sms'],
	['jobmojito', 'interview_result'],
	['interviewflowai', 'report_available.flat'],
	['ribbon', 'interview_processed'],
];

describe.each(SHOWN)('the scorecard of %s, %s', (vendor, name) => {
	const event = eventOf(vendor, name);
	const page = scorecardPage(event, OPTIONS);

	it('has what the item has', () => {
		const text = shown(page);
		for (const column of ['candidate_name', 'job_title', 'score_raw', 'summary'] as const) {
			const value = event[column];
			if (value !== null) expect(text).toContain(String(value).replaceAll("'", '&#39;').split('\n')[0]);
		}
		for (const { url } of event.details.recordings) expect(page).toContain(url.replaceAll('&', '&amp;'));
	});

	it('has no script, nothing to load, and nothing that was never said', () => {
		expect(page).not.toMatch(/<script|<img|<link|<iframe|@import|url\(|\ssrc=|\son\w+=/i);
		expect(shown(page)).not.toMatch(/undefined|null|NaN|\[object/);
	});
});

it('draws a score as a bar where the scale is known, and says so where it is not', () => {
	const known = scorecardPage(report({ score_raw: 78, score_max: 100, score_percent: 78 }), OPTIONS);
	expect(known).toContain('aria-label="78 of 100"');
	expect(known).toMatch(/class="full" width="78%".*class="rest" width="22%"/);
	const unknown = scorecardPage(report({ score_raw: 7.5, score_max: null, score_percent: null }), OPTIONS);
	expect(shown(unknown)).toContain('7.5 (no scale known)');
	expect(unknown).not.toContain('aria-label');
	const none = scorecardPage(report({ score_raw: null, score_max: null, score_percent: null }), OPTIONS);
	expect(shown(none)).toContain('No overall score');
	expect(none).not.toContain('aria-label');
});

it('draws no bar for a score outside its scale', () => {
	const page = scorecardPage(report({ score_raw: 130, score_max: 100, score_percent: null }), OPTIONS);
	expect(shown(page)).toContain('130 of 100');
	expect(page).not.toContain('aria-label');
});

it.each([
	['advance', 'Decision Advance'],
	['reject', 'Decision Reject'],
	['undecided', 'Decision Undecided'],
	[null, 'Decision Not known: look in HeyMilo'],
] as const)('shows the decision %s as the vendor has it', (decision, words) => {
	expect(shown(scorecardPage(report({ decision }), OPTIONS))).toContain(words);
});

it('writes times in the zone of the workflow, over a change to daylight saving time', () => {
	const at = (completed_at: string) => shown(scorecardPage(report({ completed_at }), OPTIONS));
	expect(at('2026-03-08T06:30:00.000Z')).toMatch(/Completed Mar 8, 2026, 1:30\sAM EST/);
	expect(at('2026-03-08T07:30:00.000Z')).toMatch(/Completed Mar 8, 2026, 3:30\sAM EDT/);
});

it('leads only to web pages, and says until when', () => {
	const page = scorecardPage(
		report({
			interview_url: 'javascript:alert(1)',
			report_url: 'https://example.com/report.pdf?a=1&b=2',
			report_url_expires_at: '2026-03-11T10:00:00.000Z',
			recording_url: null,
			details: {
				...report().details,
				recordings: [{ kind: 'video', url: 'https://example.com/film?Expires=1773225600' }],
			},
		}),
		OPTIONS,
	);
	expect(page.match(/href="[^"]*"/g)).toEqual([
		'href="https://example.com/report.pdf?a=1&amp;b=2"',
		'href="https://example.com/film?Expires=1773225600"',
	]);
	expect(shown(page)).toMatch(/Report \(expires Mar 11, 2026, 6:00\sAM EDT\)/);
	expect(shown(page)).toMatch(/Recording \(expires Mar 11, 2026, 6:40\sAM EDT\)/);
});

it('leads to the interview only where its page is for recruiters, and not the candidate in it', () => {
	const event = report({ interview_url: 'https://example.com/interview' });
	expect(shown(scorecardPage(event, OPTIONS))).toContain('Open in HeyMilo');
	const page = scorecardPage(event, { ...OPTIONS, hasRecruiterPage: false });
	expect(page).not.toContain('https://example.com/interview');
	expect(shown(page)).not.toContain('Open in HeyMilo');
});

it('keeps a question that was scored 0', () => {
	const questions = [{ id: null, text: null, summary: null, score_raw: 0, weight: null }];
	const page = scorecardPage(report({ details: { ...report().details, questions } }), OPTIONS);
	expect(shown(page)).toContain('Question Score 0');
});

it('has a transcript only where it is wanted', () => {
	const transcript = [{ at_seconds: 1, speaker: 'Ada', text: 'I like trains.' }];
	const event = report({ details: { ...report().details, transcript } });
	expect(shown(scorecardPage(event, OPTIONS))).toContain('Ada: I like trains.');
	expect(shown(scorecardPage(event, { ...OPTIONS, withTranscript: false }))).not.toContain('I like trains.');
});

it('takes nothing that a text holds for HTML', () => {
	const written = (text: string) => {
		const value = `x${text}`.replaceAll('\n', ' ');
		return scorecardPage(
			report({
				candidate_name: value,
				candidate_email: value,
				candidate_phone: value,
				job_title: value,
				vendor_status: value,
				failure_reason: value,
				summary: value,
				strengths: value,
				concerns: value,
				interview_id: value,
				interview_url: `https://example.com/?${value}`,
				details: {
					...report().details,
					scores: [{ name: value, value: 1, max: null }],
					questions: [{ id: null, text: value, summary: value, score_raw: 1, weight: null }],
					transcript: [{ at_seconds: null, speaker: value, text: value }],
				},
			}),
			OPTIONS,
		);
	};
	const plain = tags(written(''));
	const hostile = [
		'<script>alert(1)</script>',
		'"><img src=x onerror=alert(1)>',
		"' onload='x",
		'<!--',
		']]>',
	];
	const texts = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }));
	fc.assert(fc.property(texts, (text) => tags(written(text))?.join() === plain?.join()));
});
