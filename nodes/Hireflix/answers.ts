import { group, groups, identifier, record, text } from '../shared/event/fields';

/** Questions and answers, which only the API has. */
export const hireflixAnswers = record({
	questions: groups({
		id: identifier,
		title: text,
		answer: group({ id: identifier, url: text, transcription: group({ languageCode: text, text }) }),
	}),
});

export type HireflixQuestions = ReturnType<typeof hireflixAnswers>['questions'];
