import {
	flag,
	group,
	groups,
	identifier,
	isObject,
	LIST_LIMIT,
	number,
	text,
	texts,
	type Field,
} from '../../shared/event/fields';

/**
 * What HeyMilo measured. A report, an interview of the API and an entry of its candidate list hold the same results under names
 * that differ a little (`…_link` and `…_url`, `question` and `question_text`); each field below is read wherever it is found.
 * Sources: docs.admin.heymilo.ai/webhook-management/webhook-documentation, api.heymilo.ai/openapi.json
 */

/** A score; null also for −1, which is how HeyMilo writes "not scored". */
export const score: Field<number | null> = (value) => {
	const found = number(value);
	return found === null || found < 0 ? null : found;
};

const lines = groups({ speaker: text, role: text, text, timestamp: number });

/** Turns of a conversation: the list, or the list inside an object of the same name. */
const transcript: Field<ReturnType<typeof lines>> = (value) =>
	lines(isObject(value) ? value.transcript : value);

const questions = groups({
	question_id: identifier,
	question: text,
	question_text: text,
	evaluation_summary: text,
	evaluation_score: score,
	score,
	score_weight: number,
	not_scored: flag,
});

const ratedQuestions = group({ questions, tags: texts });

/** The rated questions: the list, or the list inside an object beside the tags. */
const scorecard: Field<ReturnType<typeof ratedQuestions>> = (value) =>
	ratedQuestions(Array.isArray(value) ? { questions: value } : value);

const evaluationEntries = groups({
	id: identifier,
	criteria_id: identifier,
	name: text,
	title: text,
	criteria: text,
	criteria_text: text,
	score,
	evaluation_score: score,
	score_weight: number,
	summary: text,
	evaluation_summary: text,
	description: text,
	reasoning: text,
	reasons: texts,
});

/**
 * How the candidate spoke. No document says what an evaluation looks like: it is read by the names that HeyMilo has for the
 * same things elsewhere, and a plain text is its summary.
 */
const evaluations: Field<ReturnType<typeof evaluationEntries>> = (value) => {
	const entries: unknown[] = Array.isArray(value) ? value.slice(0, LIST_LIMIT) : [];
	return evaluationEntries(entries.map((entry) => (typeof entry === 'string' ? { summary: entry } : entry)));
};

/** A spoken interview, with or without video. */
export const webInterviewResult = group({
	summary: group({ highlights: texts, lowlights: texts, match_score: score }),
	/** 0 to 100. */
	match_score: score,
	final_score: score,
	/** The same in the candidate list. */
	score,
	highlights: texts,
	lowlights: texts,
	scorecard,
	tags: texts,
	skill_highlights: texts,
	transcript,
	communication: group({ speech_score: score, evaluations }),
	/** 0 to 5; the one inside `communication` has no documented scale. */
	speech_score: score,
	audio_recording_link: text,
	audio_recording_url: text,
	video_recording_link: text,
	video_recording_url: text,
});

const criteria = groups({
	criteria_id: identifier,
	criteria_text: text,
	/** 0 to 10; of a resume only. */
	score,
	passed: flag,
	is_dealbreaker: flag,
	reasons: texts,
});

export const resumeResult = group({
	is_eligible: flag,
	/** 0 to 100. */
	overall_score: score,
	/** In the candidate list; its scale is not documented. */
	resume_score: score,
	score_criteria: criteria,
	eligibility_criteria: criteria,
	resume_link: text,
	resume_url: text,
});

export const smsResult = group({
	is_eligible: flag,
	criteria,
	/** The same in the candidate list, without ids and reasons. */
	criteria_passed: texts,
	criteria_failed: texts,
	transcript,
});

/** What a candidate filled in. A slider answers with a number, and a multiple choice may with a list. */
const answer: Field<string | null> = (value) => {
	if (Array.isArray(value)) return texts(value).join(', ') || null;
	return text(value) ?? (number(value) ?? flag(value))?.toString() ?? null;
};

export const formResult = group({
	is_complete: flag,
	is_eligible: flag,
	/** `passed`, `failed` or `pending`. */
	overall_status: text,
	questions: groups({
		question_id: identifier,
		question_text: text,
		is_knockout: flag,
		passed: flag,
		candidate_answer: answer,
		expected_answer: answer,
	}),
});

export type WebInterviewResult = NonNullable<ReturnType<typeof webInterviewResult>>;

/** The results of the four kinds of steps; null where there was no such step. */
export interface Results {
	web: WebInterviewResult | null;
	resume: ReturnType<typeof resumeResult>;
	sms: ReturnType<typeof smsResult>;
	form: ReturnType<typeof formResult>;
}

/**
 * Several tellings of the same as one: of each field, at every depth, the first value that says something. A report holds its
 * results up to three times, and each copy may be null or have less than another.
 */
export function merge<Telling extends object>(tellings: Array<Telling | null | undefined>): Telling | null {
	const told = tellings.filter((telling) => telling !== null && telling !== undefined);
	if (told.length < 2) return told[0] ?? null;
	const names = Object.keys(told[0]) as Array<keyof Telling>;
	return Object.fromEntries(
		names.map((name) => [name, firstOf(told.map((telling) => telling[name]))]),
	) as Telling;
}

function firstOf(values: unknown[]): unknown {
	const objects = values.filter(isObject);
	if (objects.length > 0) return merge(objects);
	return values.find((value) => value !== null && !(Array.isArray(value) && value.length === 0)) ?? values[0];
}
