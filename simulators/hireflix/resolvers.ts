import { GraphQLError } from 'graphql';
import { ADDRESS } from '../shared/candidate';
import type { Files } from '../shared/files';
import { objectId, uuid } from '../shared/ids';
import { asListed, type Registration, type RegistrationInput } from '../shared/registration';
import { fullName, urlsOf } from './deliveries';
import type { HireflixLifecycle } from './lifecycle';
import { listInterviews, type InterviewListInput } from './interviewList';
import { statusOf, type HireflixState, type Interview, type Position } from './state';

export interface ResolverContext {
	state: HireflixState;
	lifecycle: HireflixLifecycle;
	webhooks: Registration[];
	register: (input: RegistrationInput, id: string) => Registration;
	now: () => number;
	files: Files;
	/** Of this simulator, where the files are. */
	origin: () => string;
	/** How large an answer's video is; a line when unset. */
	videoBytes: () => number | undefined;
}

type WebhookChange = Partial<Pick<Registration, 'url' | 'events' | 'active'>>;
type NewWebhook = { url: string; events?: string[]; external?: string };

interface InviteInput {
	positionId: string;
	candidate: { email: string; firstName: string; lastName?: string; phone?: string };
	externalId?: string;
	metadata?: Record<string, unknown>;
}

/** Root resolvers: methods of the returned object are the fields of Query and Mutation. */
export function rootResolvers(context: ResolverContext) {
	const { state, lifecycle } = context;
	const node = interviewNode(context);
	return {
		positions: () => state.positions.map(positionNode(context)),
		position: ({ id }: { id: string }) => optional(state.position(id), positionNode(context)),
		interview: ({ id }: { id: string }) => optional(state.interview(id), node),
		info: () => ({ company: { id: state.companyId } }),
		inviteCandidateToInterview: ({ input }: { input: InviteInput }) => invite(context, input),
		archivePosition: ({ input }: { input: { id: string } }) => archivePosition(context, input.id),
		Interview: ({ id }: { id: string }) => {
			const interview = state.interview(id);
			if (!interview) throw new GraphQLError('interview-not-found', { extensions: { code: 404 } });
			const changed = (change: Parameters<HireflixLifecycle['change']>[1]) => {
				void lifecycle.change(interview, change, 'score' in change ? 'interview.score-updated' : undefined);
				return node(interview);
			};
			return {
				finalist: ({ finalist }: { finalist: boolean }) =>
					changed({ finalist: finalist ? context.now() : null }),
				archive: ({ archive }: { archive: boolean }) => changed({ archived: archive ? context.now() : null }),
				score: ({ score }: { score: number | null }) => {
					if (score !== null && !isStars(score)) {
						throw new GraphQLError('invalid-score', { extensions: { code: 400 } });
					}
					return changed({ score });
				},
				comment: ({ comment }: { comment: string }) => {
					interview.comments.push({ id: objectId(context.now()), value: comment, createdAt: context.now() });
					return node(interview);
				},
				share: () => {
					const id = uuid();
					interview.externalLink = { id, url: `https://shared.hireflix.com/interview/${id}` };
					return node(interview);
				},
			};
		},
		webhooks: () => context.webhooks.map((webhook) => ({ ...webhook, url: asListed(webhook.url) })),
		createWebhook: (webhook: NewWebhook) => createWebhook(context, webhook),
		updateWebhook: ({ id, ...change }: WebhookChange & { id: string }) => updateWebhook(context, id, change),
		deleteWebhook: ({ id }: { id: string }) => deleteWebhook(context, id),
		Webhook: ({ id }: { id?: string }) => ({
			create: (webhook: NewWebhook) => createWebhook(context, webhook),
			update: (change: WebhookChange) => updateWebhook(context, id ?? '', change),
		}),
	};
}

/** Half stars, as the vendor's page has it. */
const isStars = (score: number): boolean => score >= 0.5 && score <= 5 && Number.isInteger(score * 2);

const optional = <T, R>(value: T | undefined, node: (value: T) => R): R | null =>
	value ? node(value) : null;

const positionNode = (context: ResolverContext) => (position: Position) => ({
	...position,
	interviews: () => context.state.interviewsOf(position.id).map(interviewNode(context)),
	interviewList: ({ input }: { input: InterviewListInput }) => {
		const page = listInterviews(context.state.interviewsOf(position.id), input);
		return { ...page, results: page.results.map(interviewNode(context)) };
	},
});

const interviewNode = (context: ResolverContext) => (interview: Interview) => {
	const { completed, archived, finalist, candidate, position, score } = interview;
	return {
		__typename: 'InterviewType',
		...interview,
		status: statusOf(interview),
		answered: completed !== null,
		completedAt: completed,
		discardedAt: archived,
		shortlistedAt: finalist,
		candidate: { ...candidate, name: fullName(interview), fullName: fullName(interview) },
		url: urlsOf(interview),
		score: score === null ? null : { value: score, type: 'average' },
		userMetadata: interview.metadata,
		questions: position.questions.map((question) => ({
			...question,
			answered: completed,
			answer: completed === null ? null : answerNode(context, question.id, interview),
		})),
	};
};

const answerNode = (
	{ files, origin, videoBytes }: ResolverContext,
	questionId: string,
	{ id, thumbnail }: Interview,
) => ({
	id: questionId,
	url: files.link(origin(), `${id}-${questionId}.mp4`, videoBytes()),
	thumbnail,
	encoded: true,
	transcription: {
		languageCode: 'en',
		text: 'I asked what had gone wrong, repeated it back, and then fixed it.',
	},
});

const unionError = (code: number, name: string, message: string) => ({
	__typename: name,
	code,
	name,
	message,
});
const positionNotFound = () => unionError(404, 'PositionNotFoundError', 'Position not found');

function invite(context: ResolverContext, { positionId, candidate, externalId, metadata }: InviteInput) {
	const { state, lifecycle } = context;
	const position = state.position(positionId);
	if (!position) return positionNotFound();
	if (position.archived) {
		return unionError(409, 'PositionNotReadyToAcceptInvitesError', 'Position is not ready to accept invites');
	}
	if (!candidate.firstName.trim() || !ADDRESS.test(candidate.email)) {
		return unionError(400, 'ValidationError', 'Invalid input');
	}
	const others = state.interviewsOf(positionId);
	// One mailbox, however it is spelled; the list filter compares letter by letter all the same.
	const address = candidate.email.toLowerCase();
	if (others.some((one) => one.candidate.email.toLowerCase() === address)) {
		return unionError(409, 'InterviewAlreadyExistsInPositionError', 'Interview already exists in position');
	}
	if (externalId && others.some((one) => one.externalId === externalId)) {
		return unionError(
			409,
			'InterviewExternalIdAlreadyExistsInPositionError',
			'External id already exists in position',
		);
	}
	const invited = { ...candidate, lastName: candidate.lastName ?? '', phone: candidate.phone ?? null };
	const interview = state.addInterview(position, invited, externalId ?? null);
	interview.metadata = metadata ?? null;
	void lifecycle.invited(interview);
	return interviewNode(context)(interview);
}

function archivePosition(context: ResolverContext, id: string) {
	const position = context.state.position(id);
	if (!position) return positionNotFound();
	position.archived = context.now();
	return { __typename: 'MutationArchivePositionSuccess', data: positionNode(context)(position) };
}

function createWebhook(
	{ register, now }: ResolverContext,
	{ url, events, external }: NewWebhook,
): Registration {
	return register({ url, events: events ?? [], external: external ?? null, madeBy: 'api' }, objectId(now()));
}

function updateWebhook({ webhooks, now }: ResolverContext, id: string, change: WebhookChange): Registration {
	const webhook = webhooks.find((one) => one.id === id);
	if (!webhook) throw new GraphQLError('webhook-not-found', { extensions: { code: 404 } });
	const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value != null));
	return Object.assign(webhook, given, { updatedAt: now() });
}

function deleteWebhook({ webhooks }: ResolverContext, id: string): boolean {
	const at = webhooks.findIndex((one) => one.id === id);
	if (at >= 0) webhooks.splice(at, 1);
	return at >= 0;
}
