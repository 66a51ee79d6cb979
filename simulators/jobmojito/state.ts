import type { Clock } from '../shared/clock';
import { uuid } from '../shared/ids';

export interface Definition {
	id: string;
	name: string;
	/** Only `interview` and `assessment` are told about. */
	type: 'interview' | 'assessment' | 'coaching';
	createdAt: string;
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
	enrolmentId: string;
	personId: string;
	definition: Definition;
	name: string;
	email: string;
	phone: string | null;
	externalId: string | null;
	fields: ResultFields;
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

	constructor(private readonly clock: Clock) {
		for (const name of ['Delivery Dispatcher', 'Hotel Receptionist', 'Fleet Mechanic'])
			this.addDefinition(name);
		this.addDefinition('Language check', 'assessment');
		this.addDefinition('Interview practice', 'coaching');
	}

	addDefinition(name: string, type: Definition['type'] = 'interview'): Definition {
		const definition = { id: uuid(), name, type, createdAt: this.clock.iso() };
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
		const interview: Interview = {
			...candidate,
			id: uuid(),
			enrolmentId: uuid(),
			personId: uuid(),
			fields: { ...NEW_RESULT },
		};
		this.interviews.push(interview);
		return interview;
	}
}
