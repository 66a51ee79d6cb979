import type * as z from 'zod4/mini';

import { found } from '../shared/routes';
import type { ApiAnswer, ApiRequest } from '../shared/server';
import { done, refused } from './answers';
import type { bodies } from './bodies';
import { naive, type Links } from './deliveries';
import type { Definition, Interview, Micro1State } from './state';

type NewDefinition = { interview_name: string } & Record<string, unknown>;

export function created(state: Micro1State, { interview_name, ...settings }: NewDefinition): ApiAnswer {
	const { id } = state.addDefinition(interview_name, asRead(settings));
	return done({ interview_id: id, invite_url: inviteUrl(id) });
}

/** Questions are sent as `custom_question_list` in minutes and read as `custom_questions` in seconds. */
export function asRead({
	custom_question_list,
	...settings
}: Record<string, unknown>): Record<string, unknown> {
	if (!Array.isArray(custom_question_list)) return settings;
	const list = custom_question_list as Array<{ time: number }>;
	return { ...settings, custom_questions: list.map((one) => ({ ...one, time: one.time * 60 })) };
}

const inviteUrl = (id: string): string => `https://interview.micro1.example.com/${id}`;

export const definitionView = ({ id, name, settings, createdAt, updatedAt }: Definition) => ({
	interview_id: id,
	interview_name: name,
	invite_url: inviteUrl(id),
	skills: [],
	custom_questions: [],
	interview_language: 'en',
	can_change_interview_language: false,
	only_coding_round: false,
	is_coding_round_required: false,
	selected_coding_language: 'user_choice',
	is_proctoring_required: true,
	...settings,
	date_created: naive(createdAt),
	date_modified: naive(updatedAt),
	status: 'active',
});

/** Addresses that are none are passed over without a word. Source: the vendor's agent skill. */
export function invited(
	state: Micro1State,
	{
		interview_id,
		candidates,
		job_application_id,
		disable_email_notification,
	}: z.output<typeof bodies.invite>,
): ApiAnswer {
	const definition = found(
		state.definitions.find(({ id }) => id === interview_id),
		refused('Interview not found'),
	);
	const invitations = candidates
		.filter(({ email }) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))
		.map(({ name, email }) => {
			const { candidateId, sessionId } = state.addInterview({
				definition,
				name,
				email,
				applicationId: job_application_id ?? null,
				isTold: disable_email_notification !== true,
			});
			return { candidate_id: candidateId, candidate_email: email, invite_url: inviteUrl(sessionId) };
		});
	return done({ invitations });
}

export const inviteView = ({ candidateId, definition, name, email, invitedAt, startedAt }: Interview) => ({
	candidate_id: candidateId,
	interview_id: definition.id,
	interview_name: definition.name,
	candidate_name: name,
	candidate_email_id: email,
	date_created: naive(invitedAt),
	date_modified: naive(startedAt ?? invitedAt),
	status: 'active',
});

/** The one answer with a 404, and without the envelope. What `status` holds is not documented: text is assumed. */
export function recordingAnswer(state: Micro1State, { recording }: Links, query: URLSearchParams): ApiAnswer {
	if (!query.get('report_id')) throw refused('report_id is required');
	const interview = state.interviews.find(
		({ id, candidateId, sessionId, reportedAt }) =>
			id === query.get('report_id') &&
			reportedAt !== null &&
			[null, candidateId].includes(query.get('candidate_id')) &&
			[null, sessionId].includes(query.get('session_id')),
	);
	const { id } = found(interview, refused('Recording not found', 404));
	const body = { status: 'success', video_url: recording(state.interview(id) as Interview) };
	return { status: 200, body, headers: { 'set-cookie': 'CloudFront-Policy=simulated; Secure' } };
}

/** What `keyword` looks at is not documented: assumed is the name of the candidate. */
export function asked({ query }: ApiRequest, interviews: Interview[]): Interview[] {
	const [interviewId, candidateId, keyword] = ['interview_id', 'candidate_id', 'keyword'].map((name) =>
		query.get(name),
	);
	return interviews.filter(
		(one) =>
			(!interviewId || one.definition.id === interviewId) &&
			(!candidateId || one.candidateId === candidateId) &&
			(!keyword || one.name.includes(keyword)),
	);
}
