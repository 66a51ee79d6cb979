import type { Clock } from '../shared/clock';
import { uuid } from '../shared/ids';

export interface Definition {
	id: string;
	name: string;
	/** Only `interview` and `assessment` are sent. */
	type: 'interview' | 'assessment' | 'coaching';
	createdAt: string;
	status: 'draft' | 'active' | 'archived' | 'deleted';
	/** What a call set besides, under the vendor's names. */
	fields: Record<string, unknown>;
}

/** A position whose candidates are checked before any interview. */
export interface Position {
	id: string;
	fields: Record<string, unknown>;
}

interface KnowledgeDocument {
	id: string;
	storeId: string;
	name: string;
	content: string;
}

export type InterviewStatus =
	| 'started'
	| 'completed'
	| 'completed, stopped early'
	| 'failed'
	| 'abandoned'
	| 'terminated, no speech detected';

/** The fields of a result that a delivery shows and that change. */
export interface ResultFields {
	status: 'draft' | 'active' | 'archived';
	interviewStatus: InterviewStatus | null;
	processingStatus: 'new' | 'processing' | 'completed' | 'failed' | null;
	/** The vendor states no scale. */
	score: number | null;
	aiScore: number | null;
	analysis: string | null;
	recruiterAnalysis: string | null;
	/** true selected, false rejected, null undecided. */
	decision: boolean | null;
	pdfUrl: string | null;
	whyHire: string[] | null;
	whyNotHire: string[] | null;
}

export interface Interview {
	/** The result's id. */
	id: string;
	enrollmentId: string;
	personId: string;
	definition: Definition;
	name: string;
	email: string;
	phone: string | null;
	externalId: string | null;
	fields: ResultFields;
	isTest: boolean;
	createdAt: string;
	updatedAt: string;
	startedAt: string | null;
	endedAt: string | null;
}

const NEW_RESULT: ResultFields = {
	status: 'draft',
	interviewStatus: null,
	processingStatus: 'new',
	score: null,
	aiScore: null,
	analysis: null,
	recruiterAnalysis: null,
	decision: null,
	pdfUrl: null,
	whyHire: null,
	whyNotHire: null,
};

export class JobMojitoState {
	readonly merchantId = uuid();
	readonly definitions: Definition[] = [];
	readonly interviews: Interview[] = [];
	readonly positions: Position[] = [];
	readonly documents: KnowledgeDocument[] = [];
	/** Addresses of those who were invited as users. */
	readonly users: string[] = [];
	/** Positions and addresses that were checked; nobody is checked twice. */
	readonly checked = new Set<string>();
	readonly avatars = Array.from({ length: 20 }, (_, index) => ({ id: uuid(), name: `Avatar ${index + 1}` }));
	/** Whether the token belongs to an owner; others may not invite users. */
	isOwner = true;

	constructor(readonly clock: Clock) {
		for (const name of ['Delivery Dispatcher', 'Hotel Receptionist', 'Fleet Mechanic'])
			this.addDefinition(name);
		this.addDefinition('Language check', 'assessment');
		this.addDefinition('Interview practice', 'coaching');
	}

	addDefinition(name: string, type: Definition['type'] = 'interview'): Definition {
		const definition = {
			id: uuid(),
			name,
			type,
			createdAt: this.clock.iso(),
			status: 'active',
			fields: {},
		} as Definition;
		this.definitions.push(definition);
		return definition;
	}

	definition(id: string): Definition | undefined {
		return this.definitions.find((one) => one.id === id);
	}

	interview(id: string): Interview | undefined {
		return this.interviews.find((one) => one.id === id);
	}

	addInterview(
		candidate: Pick<Interview, 'definition' | 'name' | 'email' | 'phone' | 'externalId'>,
	): Interview {
		const now = this.clock.iso();
		const interview: Interview = {
			...candidate,
			id: uuid(),
			enrollmentId: uuid(),
			personId: uuid(),
			fields: { ...NEW_RESULT },
			isTest: false,
			createdAt: now,
			updatedAt: now,
			startedAt: null,
			endedAt: null,
		};
		this.interviews.push(interview);
		return interview;
	}
}
