import type { IDataObject } from 'n8n-workflow';

import { buildAnswer } from '../shared/event/build';
import type {
	EventDetails,
	EventType,
	InterviewEvent,
	InterviewStatus,
} from '../shared/event/interviewEvent';
import { hireflixAnswers, type HireflixQuestions } from './answers';
import { hireflixInterview } from './deliveries';
import { currentStatus, decision, interviewColumns } from './normalize';

const EVENT_TYPES_OF_STATUS: Partial<Record<InterviewStatus, EventType>> = {
	invited: 'interview.invited',
	completed: 'interview.completed',
	archived: 'interview.status_changed',
	deleted: 'interview.deleted',
};

/**
 * An interview as the API returns it, in the same columns. The API has no time of a change, so its id is
 * the webhook's for a completion only.
 */
export function normalizeHireflixInterview(answer: IDataObject, receivedAt: string): InterviewEvent | null {
	const interview = hireflixInterview({
		...answer,
		candidate: { ...(answer.candidate as IDataObject), name: (answer.candidate as IDataObject)?.fullName },
	});
	const questions = hireflixAnswers(answer).questions;
	if (interview === null || interview.id === null) return null;
	const status = currentStatus(interview);
	const eventType = EVENT_TYPES_OF_STATUS[status] ?? 'interview.unknown';
	const isDecided = decision(interview) !== 'undecided';
	return buildAnswer({
		...interviewColumns(interview, interview.id),
		vendor: 'hireflix',
		event_type: eventType,
		interview_status: status,
		dedupe_key:
			eventType === 'interview.completed' && !isDecided ? `hireflix:${interview.id}:completed` : undefined,
		details: answerDetails(questions),
		raw: answer,
		receivedAt,
	});
}

function answerDetails(questions: HireflixQuestions): Partial<EventDetails> {
	return {
		questions: questions.map(({ id, title }) => ({
			id,
			text: title,
			score_raw: null,
			weight: null,
			summary: null,
		})),
		recordings: questions.flatMap(({ answer }) =>
			answer?.url ? [{ kind: 'video' as const, url: answer.url }] : [],
		),
		transcript: questions.flatMap(({ title, answer }) =>
			answer?.transcription?.text
				? [
						{ at_seconds: null, speaker: 'Question', text: title ?? '' },
						{ at_seconds: null, speaker: 'Candidate', text: answer.transcription.text },
					]
				: [],
		),
	};
}
