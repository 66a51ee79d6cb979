/** How webhooks are managed over GraphQL. The vendor publishes no field names; these are the two likely styles, and none. */
export type WebhookSchema = 'flat' | 'namespace' | 'none';

/**
 * The part of the vendor's `/me` schema that its guides and public callers name.
 * Sources: hireflixsl.mintlify.app/graphql-basics, /features/interviews/*, /features/positions/archiving-position.
 */
const ACCOUNT = /* GraphQL */ `
	scalar JSON

	type Query {
		positions: [PositionType!]!
		position(id: String!): PositionType
		interview(id: String!): InterviewType
		info: InfoType!
	}

	type InfoType {
		company: CompanyType!
	}
	type CompanyType {
		id: ID!
	}

	type PositionType {
		id: String!
		name: String!
		active: Boolean
		archived: Float
		createdAt: Float
		interviews: [InterviewType!]!
		interviewList(input: InterviewListInput!): InterviewListType!
	}

	input InterviewListInput {
		filter: InterviewListFilter
		pagination: InterviewListPagination!
		sort: [InterviewListSort!]!
	}
	input InterviewListFilter {
		status: StatusFilter
		email: TextFilter
		lastName: TextFilter
	}
	input StatusFilter {
		equal: InterviewStage!
	}
	input TextFilter {
		equal: String
		regex: String
	}
	input InterviewListPagination {
		limit: Int!
		direction: PaginationDirection!
		lastCursor: String
	}
	input InterviewListSort {
		field: InterviewSortField!
		direction: SortDirection!
	}
	enum InterviewStage {
		pending
		to_evaluate
		shortlisted
		discarded
	}
	enum PaginationDirection {
		FORWARD
		BACKWARD
	}
	enum InterviewSortField {
		createdAt
	}
	enum SortDirection {
		ASC
		DESC
	}
	type InterviewListType {
		results: [InterviewType!]!
		lastCursor: String
		count: Int!
		total: Int!
	}

	type InterviewType {
		id: String!
		hash: String!
		status: String!
		answered: Boolean!
		externalId: String
		createdAt: Float!
		completed: Float
		completedAt: Float
		archived: Float
		discardedAt: Float
		finalist: Float
		shortlistedAt: Float
		position: InterviewPositionType!
		candidate: CandidateType!
		url: InterviewUrlType!
		externalLink: InterviewExternalLinkType
		score: InterviewScoreType
		thumbnail: String
		userMetadata: JSON
		questions: [InterviewQuestionType!]!
		comments: [CommentType!]!
	}
	type CommentType {
		id: String!
		value: String!
		createdAt: Float!
	}
	type InterviewPositionType {
		id: String!
		name: String!
	}
	type CandidateType {
		name: String!
		fullName: String!
		firstName: String
		lastName: String
		email: String!
		phone: String
	}
	type InterviewUrlType {
		public: String!
		short: String!
		private: String!
	}
	type InterviewExternalLinkType {
		id: String!
		url: String!
	}
	type InterviewScoreType {
		value: Float!
		type: String
	}
	type InterviewQuestionType {
		id: String!
		title: String!
		description: String
		answered: Float
		answer: MediaType
	}
	type MediaType {
		id: String!
		url: String!
		thumbnail: String
		encoded: Boolean!
		transcription: MediaTranscription
	}
	type MediaTranscription {
		languageCode: String!
		text: String!
	}

	type Mutation {
		inviteCandidateToInterview(input: InviteCandidateToInterviewInput!): InviteCandidateToInterviewResult!
		archivePosition(input: ArchivePositionInput!): ArchivePositionResult!
		Interview(id: String!): InterviewMutations
	}
	input InviteCandidateToInterviewInput {
		positionId: String!
		candidate: InviteCandidateInput!
		externalId: String
		disableNotifications: Boolean
		metadata: JSON
	}
	input InviteCandidateInput {
		email: String!
		firstName: String!
		lastName: String
		phone: String
	}
	union InviteCandidateToInterviewResult =
		| InterviewType
		| InterviewAlreadyExistsInPositionError
		| InterviewExternalIdAlreadyExistsInPositionError
		| ExceededInvitesThisPeriodError
		| PositionNotFoundError
		| PositionNotReadyToAcceptInvitesError
		| ValidationError
	input ArchivePositionInput {
		id: String!
	}
	union ArchivePositionResult = MutationArchivePositionSuccess | PositionNotFoundError
	type MutationArchivePositionSuccess {
		data: PositionType!
	}
	type InterviewMutations {
		finalist(finalist: Boolean!): InterviewType!
		archive(archive: Boolean!): InterviewType!
		score(score: Float): InterviewType!
		comment(comment: String!): InterviewType!
		share(durationInDays: Int, labels: [String]): InterviewType!
	}
`;

const ERRORS = [
	'InterviewAlreadyExistsInPositionError',
	'InterviewExternalIdAlreadyExistsInPositionError',
	'ExceededInvitesThisPeriodError',
	'PositionNotFoundError',
	'PositionNotReadyToAcceptInvitesError',
	'ValidationError',
].map((name) => `type ${name} { code: Int! name: String! message: String! }`);

const WEBHOOK = /* GraphQL */ `
	type Webhook {
		id: String!
		url: String!
		events: [String!]!
		active: Boolean!
		external: String
		owner: String
	}
	extend type Query {
		webhooks: [Webhook!]!
	}
`;

const WEBHOOK_MUTATIONS: Record<WebhookSchema, string[]> = {
	none: [],
	flat: [
		WEBHOOK,
		/* GraphQL */ `
			extend type Mutation {
				createWebhook(url: String!, events: [String!], external: String): Webhook
				updateWebhook(id: String!, url: String, events: [String!], active: Boolean): Webhook
				deleteWebhook(id: String!): Boolean
			}
		`,
	],
	namespace: [
		WEBHOOK,
		/* GraphQL */ `
			extend type Mutation {
				Webhook(id: String): WebhookMutations
			}
			type WebhookMutations {
				create(url: String!, events: [String!], external: String): Webhook
				update(url: String, events: [String!], active: Boolean): Webhook
			}
		`,
	],
};

export const schemaText = (style: WebhookSchema): string =>
	[ACCOUNT, ...ERRORS, ...WEBHOOK_MUTATIONS[style]].join('\n');
