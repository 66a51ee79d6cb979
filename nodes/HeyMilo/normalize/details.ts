import type { EventDetails, InterviewEvent } from '../../shared/event/interviewEvent';
import { plainText } from '../../shared/event/plainText';
import { entryOf, entryOfWord } from '../../shared/event/table';
import { replaceLineBreaks } from '../../shared/event/text';
import type { Results, WebInterviewResult } from '../deliveries/results';

type Question = EventDetails['questions'][number];
type Score = EventDetails['scores'][number];

/** What a spoken interview was rated with, 0 to 100; null when it was not. */
export function matchScore(web: WebInterviewResult | null): number | null {
	return web?.summary?.match_score ?? web?.match_score ?? web?.final_score ?? null;
}

/** Links to the recordings of a spoken interview. */
export function recordingLinks(web: WebInterviewResult | null): {
	video: string | null;
	audio: string | null;
} {
	return {
		video: web?.video_recording_link ?? web?.video_recording_url ?? null,
		audio: web?.audio_recording_link ?? web?.audio_recording_url ?? null,
	};
}

/** The link to the resume that was screened. */
export function resumeLink({ resume }: Pick<Results, 'resume'>): string | null {
	return resume?.resume_url ?? resume?.resume_link ?? null;
}

/**
 * How a candidate was interviewed: by what was recorded, else by the only kinds of results there are. A spoken interview
 * without a recording may have been either.
 */
export function modeOfResults({ web, sms, form, resume }: Results): InterviewEvent['interview_mode'] {
	const { video, audio } = recordingLinks(web);
	if (video !== null) return 'video';
	if (audio !== null) return 'voice';
	if (web !== null) return 'unknown';
	if (sms !== null) return 'sms';
	if (form !== null) return 'form';
	return resume === null ? 'unknown' : 'resume';
}

/** Everything that was measured, step by step. What was passed or failed speaks for or against the candidate, like the highlights of an interview. */
export function detailsOf(results: Results, steps: EventDetails['steps']): EventDetails {
	const { web, sms } = results;
	const judgments = judgmentsOf(results);
	const verdicts = verdictsOf(results);
	return {
		scores: scoresOf(results),
		questions: [...ratedQuestions(web), ...evaluationsOf(web), ...judgments.map(asQuestion)],
		highlights: [
			...firstList(web?.summary?.highlights, web?.highlights),
			...pointsOf(verdicts, judgments, { passed: true }),
		],
		lowlights: [
			...firstList(web?.summary?.lowlights, web?.lowlights),
			...steps.filter(({ knocked_out }) => knocked_out === true).map(knockOut),
			...pointsOf(verdicts, judgments, { passed: false }),
		],
		tags: firstList(web?.scorecard?.tags, web?.tags, web?.skill_highlights),
		steps,
		recordings: recordingsOf(web),
		transcript: [...turnsOf(web?.transcript), ...turnsOf(sms?.transcript).map(untimed)],
	};
}

const firstList = <Entry>(...lists: Array<Entry[] | undefined>): Entry[] =>
	lists.find((list) => list !== undefined && list.length > 0) ?? [];

function scoresOf({ web, resume }: Results): EventDetails['scores'] {
	const overall = [
		scoreOf('Speech', web?.communication?.speech_score, null) ?? scoreOf('Speech', web?.speech_score, 5),
		scoreOf('Resume', resume?.overall_score, 100) ?? scoreOf('Resume', resume?.resume_score, null),
	];
	const spoken = (web?.communication?.evaluations ?? [])
		.map(evaluationOf)
		.map(({ text, score_raw }) => (text === null ? null : scoreOf(text, score_raw, null)));
	return [...overall, ...spoken].filter((score) => score !== null);
}

function scoreOf(name: string, value: number | null | undefined, max: number | null): Score | null {
	return value === null || value === undefined ? null : { name, value, max };
}

function ratedQuestions(web: WebInterviewResult | null): Question[] {
	return (web?.scorecard?.questions ?? []).map((question) => ({
		id: question.question_id,
		text: question.question ?? question.question_text,
		// 1 to 10 in the API and 1 to 5 in the help pages: kept as sent.
		score_raw: question.not_scored ? null : (question.evaluation_score ?? question.score),
		weight: question.score_weight,
		summary: question.evaluation_summary,
	}));
}

type Evaluation = NonNullable<WebInterviewResult['communication']>['evaluations'][number];

function evaluationOf(evaluation: Evaluation): Question {
	const { criteria_id, criteria_text, evaluation_score, evaluation_summary, reasons } = evaluation;
	return {
		id: evaluation.id ?? criteria_id,
		text: evaluation.name ?? evaluation.title ?? criteria_text ?? evaluation.criteria,
		score_raw: evaluation.score ?? evaluation_score,
		weight: evaluation.score_weight,
		summary:
			evaluation_summary ??
			evaluation.summary ??
			evaluation.description ??
			evaluation.reasoning ??
			asText(reasons),
	};
}

/** Evaluations of how somebody spoke that say more than a name and a number, which are among the scores. */
function evaluationsOf(web: WebInterviewResult | null): Question[] {
	return (web?.communication?.evaluations ?? []).map(evaluationOf).filter(({ summary }) => summary !== null);
}

/** Something that was asked or looked for, and what came of it. */
interface Judgment {
	id: string | null;
	text: string | null;
	passed: boolean | null;
	/** Whether failing it ends the application. */
	isKnockout: boolean;
	/** Whether it says anything of the candidate: an answer to an open question of a form only has the right form. */
	counts: boolean;
	score: number | null;
	answers: string[];
	reasons: string[];
}

const NO_JUDGMENT: Judgment = {
	id: null,
	text: null,
	passed: null,
	isKnockout: false,
	counts: true,
	score: null,
	answers: [],
	reasons: [],
};

function judgmentsOf({ sms, form, resume }: Results): Judgment[] {
	const listed = sms?.criteria.length
		? []
		: [
				...named(sms?.criteria_passed).map((one) => ({ ...one, passed: true })),
				...named(sms?.criteria_failed).map((one) => ({ ...one, passed: false })),
			];
	const criteria = [
		...(sms?.criteria ?? []),
		...(resume?.eligibility_criteria ?? []),
		...(resume?.score_criteria ?? []),
	].map(({ criteria_id, criteria_text, passed, is_dealbreaker, score, reasons }) => ({
		...NO_JUDGMENT,
		id: criteria_id,
		text: criteria_text,
		passed,
		isKnockout: is_dealbreaker === true,
		score,
		reasons,
	}));
	const asked = (form?.questions ?? []).map((question) => ({
		...NO_JUDGMENT,
		id: question.question_id,
		text: question.question_text,
		passed: question.passed,
		isKnockout: question.is_knockout === true,
		counts: question.is_knockout === true,
		answers: [
			...labeled('Answer', question.candidate_answer),
			...labeled('Expected answer', question.expected_answer),
		],
	}));
	return [...criteria, ...listed, ...asked];
}

const named = (texts: string[] = []): Judgment[] => texts.map((text) => ({ ...NO_JUDGMENT, text }));

const labeled = (label: string, text: string | null): string[] =>
	text === null ? [] : [`${label}: ${text}`];

function asQuestion({ id, text, passed, score, answers, reasons }: Judgment): Question {
	const outcome = passed === null ? [] : [passed ? 'Passed' : 'Not passed'];
	return {
		id,
		text,
		score_raw: score,
		weight: null,
		summary: asText([...outcome, ...[...answers, ...reasons].map(inOneLine)]),
	};
}

const asText = (lines: string[]): string | null => lines.join('\n') || null;

/**
 * A text that may be HTML, as one line that becomes part of a longer text. That one is made plain as a whole (see
 * `buildEvent`): the signs of HTML that this text is really about are escaped to survive it.
 */
function inOneLine(text: string): string {
	const plain = plainText(text) ?? '';
	if (plain === text) return text;
	return replaceLineBreaks(plain, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

interface Verdict {
	step: string;
	passed: boolean | null;
}

const FORM_STATUSES: Record<string, boolean> = { passed: true, failed: false };

function verdictsOf({ resume, sms, form }: Results): Verdict[] {
	const status = form?.overall_status ?? null;
	const formEligible = form?.is_complete === false ? null : (form?.is_eligible ?? null);
	return [
		{ step: 'Resume screening', passed: resume?.is_eligible ?? null },
		{ step: 'SMS screening', passed: sms?.is_eligible ?? null },
		{ step: 'Form', passed: status === null ? formEligible : (entryOfWord(FORM_STATUSES, status) ?? null) },
	];
}

/**
 * What was passed, or what was not, with the reason why not: HeyMilo sends a flag where an interview has a sentence. What
 * speaks for somebody stays short; its reasons are among the questions.
 */
function pointsOf(verdicts: Verdict[], judgments: Judgment[], { passed }: { passed: boolean }): string[] {
	const outcome = passed ? 'passed' : 'not passed';
	const steps = verdicts
		.filter((verdict) => verdict.passed === passed)
		.map(({ step }) => `${step}: ${outcome}`);
	const criteria = judgments
		.filter((judgment) => judgment.counts && judgment.passed === passed && judgment.text !== null)
		.map(({ text, isKnockout, answers, reasons }) => {
			const why = passed ? '' : [...answers, ...reasons].map(inOneLine).join('; ');
			const kind = isKnockout ? 'Knockout criterion' : 'Criterion';
			return `${kind} ${outcome}: ${inOneLine(text ?? '')}${why === '' ? '' : ` (${why})`}`;
		});
	return [...steps, ...criteria];
}

const knockOut = ({ id, order }: EventDetails['steps'][number]): string =>
	['Knocked out in step', id ?? order ?? '(not named)'].join(' ');

function recordingsOf(web: WebInterviewResult | null): EventDetails['recordings'] {
	const { video, audio } = recordingLinks(web);
	return [
		...(video === null ? [] : [{ kind: 'video' as const, url: video }]),
		...(audio === null ? [] : [{ kind: 'audio' as const, url: audio }]),
	];
}

/** The older names of the two speakers. */
const SPEAKERS: Record<string, string> = { bot: 'Interviewer', user: 'Candidate' };

function turnsOf(turns: WebInterviewResult['transcript'] = []): EventDetails['transcript'] {
	return turns.flatMap(({ timestamp, speaker, role, text }) => {
		const by = speaker ?? role;
		return text === null ? [] : [{ at_seconds: timestamp, speaker: entryOf(SPEAKERS, by) ?? by, text }];
	});
}

/** The times of text messages are times of the day, and do not count from the start of the conversation. */
const untimed = (turn: EventDetails['transcript'][number]) => ({ ...turn, at_seconds: null });
