import { anything, flag, group, groups, identifier, number, record, text } from '../shared/event/fields';

/** The interview inside a delivery. Times are epoch milliseconds; see docs/hireflix.md for the field list. */
export const hireflixInterview = group({
	id: identifier,
	status: text,
	externalId: identifier,
	position: group({ id: identifier, name: text }),
	candidate: group({ name: text, firstName: text, lastName: text, email: text, phone: text }),
	url: group({ public: text, private: text }),
	score: group({ value: number }),
	answered: flag,
	createdAt: number,
	completed: number,
	deleted: number,
	// Their type when set is not documented: a time by analogy, a boolean perhaps. Only truth is read.
	archived: anything,
	finalist: anything,
});

/** `{event, data, date}`: all that Hireflix posts. Source: hireflixsl.mintlify.app/webhooks/getting-started */
export const hireflixDelivery = record({
	event: text,
	date: number,
	data: hireflixInterview,
});

export type HireflixInterview = NonNullable<ReturnType<typeof hireflixInterview>>;

/** Questions and answers, which only the API gives. */
export const hireflixAnswers = record({
	questions: groups({
		id: identifier,
		title: text,
		answer: group({ id: identifier, url: text, transcription: group({ languageCode: text, text }) }),
	}),
});

export type HireflixQuestions = ReturnType<typeof hireflixAnswers>['questions'];
