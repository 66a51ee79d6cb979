import {
	flag,
	group,
	happening,
	identifier,
	isNothing,
	isObject,
	number,
	record,
	text,
	time,
	type Happening,
} from '../shared/event/fields';

/** Times are sent as epoch milliseconds; see docs/hireflix.md for the field list. */
const fields = group({
	id: identifier,
	status: text,
	externalId: identifier,
	position: group({ id: identifier, name: text }),
	candidate: group({ name: text, firstName: text, lastName: text, email: text, phone: identifier }),
	url: group({ public: text, private: text }),
	score: group({ value: number }),
	answered: flag,
	createdAt: time,
	completed: happening,
	deleted: happening,
	// When set, a time by analogy; the single position's `archived` also comes as a boolean.
	archived: happening,
	finalist: happening,
	// The newer names of these two.
	discardedAt: happening,
	shortlistedAt: happening,
});

/** The interview inside a delivery; null when it is no object. */
export function hireflixInterview(value: unknown) {
	const interview = fields(value);
	if (interview === null) return null;
	const { archived, discardedAt, finalist, shortlistedAt, ...others } = interview;
	return {
		...others,
		/** Whether there is a status that cannot be read: it may be a decision. */
		isStatusUnreadable: interview.status === null && isObject(value) && !isNothing(value.status),
		archived: eitherOf(archived, discardedAt),
		finalist: eitherOf(finalist, shortlistedAt),
	};
}

function eitherOf(one: Happening, other: Happening): Happening {
	return one.happened || other.happened === false ? one : other;
}

/** `{event, data, date}`: all that Hireflix posts. Source: hireflixsl.mintlify.app/webhooks/getting-started */
export const hireflixDelivery = record({
	event: text,
	date: time,
	data: hireflixInterview,
});

export type HireflixInterview = NonNullable<ReturnType<typeof hireflixInterview>>;
