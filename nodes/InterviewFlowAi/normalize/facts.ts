import {
	identifier,
	isNothing,
	isObject,
	number,
	text,
	points,
	time,
	type Field,
} from '../../shared/event/fields';
import { scaleFromSetting, scoreColumns } from '../../shared/event/scores';
import { asLines, presentText } from '../../shared/event/text';
import {
	BARE_NAMES,
	FACT_NAMES,
	PERSON_FACTS,
	placesIn,
	valueAt,
	type InterviewFlowAiDelivery,
} from '../deliveries';

/** The first value of a fact that has the right type; null when there is none. */
export type Look = <Value>(fact: keyof typeof FACT_NAMES, field: Field<Value | null>) => Value | null;

/** A list of texts, or one text; null when it is neither, so the next place is looked at. */
function pointsIn(value: unknown): string[] | null {
	const found = points(Array.isArray(value) ? value : [value]);
	return found.length === 0 ? null : found;
}

/**
 * Looks facts up in a body: the first place and name that hold a value of the right type. The candidate inside comes first for
 * facts of the person, whose plainer names may be a recruiter's beside a candidate, and does not count for the score.
 */
export function lookIn(delivery: InterviewFlowAiDelivery): Look {
	const { bodies, interviews, candidates } = placesIn(delivery);
	const ofPerson = [...candidates, ...bodies.toReversed(), ...interviews];
	const ofScore = [...bodies, ...interviews];
	const ofInterview = [...ofScore, ...candidates];
	return (fact, field) => {
		const paths = FACT_NAMES[fact];
		if (PERSON_FACTS.has(fact))
			return firstOf(paths, (path) => {
				const isElsewhereAnothers = candidates.length > 0 && BARE_NAMES.has(path);
				return firstOf(isElsewhereAnothers ? candidates : ofPerson, (place) => field(valueAt(place, path)));
			});
		const places = fact === 'score' ? ofScore : ofInterview;
		return firstOf(places, (place) => firstOf(paths, (path) => field(valueAt(place, path))));
	};
}

/** The first value that is found; null when there is none. */
function firstOf<Entry, Value>(
	entries: readonly Entry[],
	find: (entry: Entry) => Value | null,
): Value | null {
	for (const entry of entries) {
		const found = find(entry);
		if (found !== null) return found;
	}
	return null;
}

/** A bare `id` at the root may be the delivery's; inside `data` it is the interview's. */
export function interviewId(delivery: InterviewFlowAiDelivery, look: Look): string | null {
	const named = look('interviewId', identifier);
	if (named !== null) return named;
	const inner = [delivery.data, delivery.payload].find(isObject);
	if (inner === undefined) return null;
	const isEmpty = Object.keys(inner).some((name) => /^interview_?id$/i.test(name));
	return identifier(valueAt(inner, 'id')) ?? (isEmpty ? null : identifier(valueAt(inner, '_id')));
}

/**
 * The columns that a delivery and an answer of the API are read for alike.
 *
 * @param scoreMaximum the best possible score, which InterviewFlowAI does not document; null when unknown
 */
export function interviewColumns(delivery: InterviewFlowAiDelivery, look: Look, scoreMaximum: number | null) {
	return {
		...personColumns(delivery, look),
		...resultColumns(look),
		...scoreColumns(scoreIn(look), scaleFromSetting(scoreMaximum)),
	};
}

/** One that is there and cannot be read is not replaced by another. */
function scoreIn(look: Look): number | null {
	const score = look('score', (value) => (isNothing(value) ? null : (number(value) ?? 'unreadable')));
	return score === 'unreadable' ? null : score;
}

function personColumns(delivery: InterviewFlowAiDelivery, look: Look) {
	const record = [delivery.data, delivery.payload].find(isObject);
	// As in the answers of the REST API, where the record itself is the candidate.
	const isCandidate = !isObject(record?.candidate) && !isObject(delivery.candidate);
	return {
		candidate_id: look('candidateId', identifier),
		candidate_name: look('candidateName', text) ?? (isCandidate ? presentText(record?.name) : null),
		candidate_email: look('candidateEmail', text),
		candidate_phone: look('candidatePhone', identifier),
		external_id: look('externalId', identifier),
		job_id: look('interviewerId', identifier),
		job_title: look('jobTitle', text),
	};
}

function resultColumns(look: Look) {
	const strengths = look('strengths', pointsIn) ?? [];
	const concerns = look('concerns', pointsIn) ?? [];
	const video = look('videoUrl', text);
	return {
		invited_at: look('invitedAt', time),
		started_at: look('startedAt', time),
		completed_at: look('completedAt', time),
		summary: look('summary', text),
		strengths: asLines(strengths),
		concerns: asLines(concerns),
		report_url: look('reportUrl', text),
		recording_url: video,
		interview_url: look('interviewUrl', text),
		vendor_status: look('status', text),
		details: {
			highlights: strengths,
			lowlights: concerns,
			recordings: video === null ? [] : [{ kind: 'video' as const, url: video }],
		},
	};
}
