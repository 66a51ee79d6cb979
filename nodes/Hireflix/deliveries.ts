import { flag, group, happening, identifier, number, record, text, time } from '../shared/event/fields';

/** The interview inside a delivery. Times are sent as epoch milliseconds; see docs/hireflix.md for the field list. */
export const hireflixInterview = group({
	id: identifier,
	status: text,
	externalId: identifier,
	position: group({ id: identifier, name: text }),
	candidate: group({ name: text, firstName: text, lastName: text, email: text, phone: text }),
	url: group({ public: text, private: text }),
	score: group({ value: number }),
	answered: flag,
	createdAt: time,
	completed: happening,
	deleted: happening,
	// When set, a time by analogy; the single position's `archived` is also told as a boolean.
	archived: happening,
	finalist: happening,
});

/** `{event, data, date}`: all that Hireflix posts. Source: hireflixsl.mintlify.app/webhooks/getting-started */
export const hireflixDelivery = record({
	event: text,
	date: time,
	data: hireflixInterview,
});

export type HireflixInterview = NonNullable<ReturnType<typeof hireflixInterview>>;
