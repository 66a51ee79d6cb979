import { identifier, isNothing, isObject } from '../shared/event/fields';

/**
 * InterviewFlowAI publishes no sample of a delivery. Any JSON object is one; these are the names under which
 * each fact is looked for, in this order, at the places of `placesIn`. Names are those of the vendor's REST
 * pages and of comparable vendors, in camelCase; the snake_case form of each is tried as well. Under `metadata` the customer
 * chooses the names: there "External ID", "external-id" and "externalId" are one.
 */
export type InterviewFlowAiDelivery = Record<string, unknown>;

export const EVENT_NAMES = ['event', 'type', 'eventType', 'eventName'];

/** Headers that might name the event; none is documented. */
export const EVENT_HEADERS = ['x-event', 'x-webhook-event'];

export const FACT_NAMES = {
	interviewId: ['interviewId', 'interview.id'],
	interviewerId: ['interviewerId', 'jobId', 'interviewer.id', 'job.id'],
	jobTitle: ['interviewerName', 'jobTitle', 'interviewer.name', 'interviewer.title', 'job.title', 'job.name'],
	candidateId: ['candidateId', 'candidate.id'],
	candidateName: ['candidateName', 'candidate.name'],
	candidateEmail: ['candidateEmail', 'candidate.email', 'email'],
	candidatePhone: ['candidatePhone', 'candidate.phone', 'metadata.phone', 'phone'],
	externalId: [
		'externalId',
		'metadata.externalId',
		'metadata.externalCandidateId',
		'metadata.atsId',
		'candidate.externalId',
	],
	score: ['score', 'overallScore', 'scorecard.overallScore', 'report.overallScore'],
	summary: ['summary', 'scorecard.summary', 'report.summary'],
	strengths: ['strengths', 'scorecard.strengths', 'report.strengths'],
	concerns: ['concerns', 'weaknesses', 'scorecard.weaknesses', 'scorecard.concerns', 'report.concerns'],
	reportUrl: ['reportUrl', 'scorecardUrl', 'report.url', 'scorecard.url'],
	videoUrl: ['videoUrl', 'recordingUrl', 'recording.url'],
	interviewUrl: ['interviewUrl', 'interviewLink', 'interview.url'],
	status: ['status', 'interview.status'],
	occurredAt: ['occurredAt', 'timestamp', 'sentAt'],
	invitedAt: ['invitedAt'],
	startedAt: ['startedAt'],
	completedAt: ['completedAt', 'endedAt'],
} as const;

/**
 * Headers that hold the id of a delivery. `x-request-id` is left out: proxies make a new one each time. So are
 * `x-webhook-id`, `webhookId` and an `id` at the root: they may as well name the webhook, which is the same each time.
 * Source of the first two: standardwebhooks.com.
 */
export const DELIVERY_ID_HEADERS = ['webhook-id', 'svix-id', 'x-event-id', 'x-delivery-id'];

export const DELIVERY_ID_NAMES = ['deliveryId', 'eventId'];

/** Facts of the person, whom a delivery may name beside a recruiter or a job. */
export const PERSON_FACTS = new Set<string>([
	'candidateId',
	'candidateName',
	'candidateEmail',
	'candidatePhone',
	'externalId',
] satisfies Array<keyof typeof FACT_NAMES>);

/** Names of a person's facts that do not say whose they are: beside a candidate they may be a recruiter's. */
export const BARE_NAMES = new Set<string>(['email', 'phone']);

/** Where facts are looked for in a body. */
interface Places {
	/** What the body wraps, and the body itself. */
	bodies: InterviewFlowAiDelivery[];
	/** The interview inside, unless it is another than the one that the body names. */
	interviews: InterviewFlowAiDelivery[];
	/** The candidate inside. */
	candidates: InterviewFlowAiDelivery[];
}

export function placesIn(body: InterviewFlowAiDelivery): Places {
	const bodies = [body, body.data, body.payload].filter(isObject);
	const id = bodies.map((place) => identifier(valueAt(place, 'interviewId'))).find((one) => one !== null);
	const isAnother = ({ interview }: InterviewFlowAiDelivery) => {
		const own = isObject(interview) ? identifier(interview.id) : null;
		return id !== undefined && own !== null && own !== id;
	};
	return {
		bodies: bodies.map((place) => (isAnother(place) ? { ...place, interview: undefined } : place)),
		interviews: bodies
			.filter((place) => !isAnother(place))
			.map(({ interview }) => interview)
			.filter(isObject),
		candidates: bodies.map(({ candidate }) => candidate).filter(isObject),
	};
}

/** The object whose names the customer chooses. */
const FREELY_NAMED = 'metadata';

/** The value at a dotted path, each step in camelCase or snake_case; undefined or null when there is none. */
export function valueAt(place: InterviewFlowAiDelivery, path: string): unknown {
	let value: unknown = place;
	let isFreelyNamed = false;
	for (const step of stepsOf(path)) {
		if (!isObject(value)) return undefined;
		value = isFreelyNamed ? freelyNamed(value, step) : (value[step.camelCase] ?? value[step.snakeCase]);
		isFreelyNamed = step.camelCase === FREELY_NAMED;
	}
	return value;
}

/** The value under a name, however it is spelled; undefined when two spellings hold two values: one is somebody else's id. */
function freelyNamed(holder: Record<string, unknown>, { camelCase, folded }: Step): unknown {
	if (Object.hasOwn(holder, camelCase) && !isNothing(holder[camelCase])) return holder[camelCase];
	const values = Object.keys(holder)
		.filter((name) => name.length <= LONGEST_NAME && foldedName(name) === folded)
		.map((name) => holder[name])
		.filter((value) => !isNothing(value));
	return values.every((value) => value === values[0]) ? values[0] : undefined;
}

/** Longer names are none of ours, however they are spelled. */
const LONGEST_NAME = 100;

interface Step {
	camelCase: string;
	snakeCase: string;
	folded: string;
}

/** Each path is taken apart once: every delivery is searched for all of them. */
const steps = new Map<string, Step[]>();

function stepsOf(path: string): Step[] {
	const known = steps.get(path);
	if (known !== undefined) return known;
	const found = path.split('.').map((camelCase): Step => {
		const snakeCase = camelCase.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
		return { camelCase, snakeCase, folded: foldedName(camelCase) };
	});
	steps.set(path, found);
	return found;
}

/** A name without case and separators. */
export function foldedName(name: string): string {
	return name.replace(/[\s_-]/g, '').toLowerCase();
}
