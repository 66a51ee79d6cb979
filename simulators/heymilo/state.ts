import type { Clock } from '../shared/clock';
import { upperHex } from '../shared/ids';

export interface Posting {
	id: string;
	title: string;
	/** Slug. */
	name: string | null;
	archived: boolean;
	testPosting: boolean;
	/** Float Unix seconds. */
	createdAt: number;
	updatedAt: number;
	/** What else was set at creation or by an update, in the API's own names. */
	settings: Record<string, unknown>;
	workflow: WorkflowStep[];
	/** A posting that came from an ATS mapping or a clone of one is a draft until it is activated. */
	isDraft: boolean;
}

export interface WorkflowStep {
	id: string;
	type: string;
	/** 1-based. */
	order: number;
	config: Record<string, unknown>;
}

export interface Question {
	id: string;
	postingId: string;
	modality: string;
	/** 1-based, within the modality. */
	rank: number;
	/** Deletion is soft. */
	active: boolean;
	/** In the API's own names. */
	fields: Record<string, unknown>;
	createdAt: number;
	updatedAt: number;
}

/** A candidate on the way to the ATS. */
export interface Push {
	id: string;
	/** Whether the record has an ATS id already. */
	request: Record<string, unknown>;
	createdAt: number;
}

export interface Interview {
	id: string;
	posting: Posting;
	candidateId: string;
	name: string;
	email: string;
	phone: string | null;
	/** String to string; echoed by the API and, as `metadata.metadata`, by deliveries. */
	metadata: Record<string, string>;
	/** Whatever the customer gave at ingestion, echoed by the API. */
	data: Record<string, unknown> | null;
	createdAt: number;
	startedAt: number | null;
	/** When the last step ended. */
	completedAt: number | null;
	/** The last that happened in any step. */
	lastStepAt: number | null;
	workflowCompleted: boolean;
	/** 0 to 100; null before the report, and without a spoken interview. */
	matchScore: number | null;
	/** How many there were, retakes included. */
	reports: number;
	/** Whether the present take has one. */
	hasReport: boolean;
	/** Clicks in the dashboard, or the vendor's own rule. */
	verdict: 'shortlisted' | 'dismissed' | 'knocked_out' | null;
}

/** Whether the results are there; without a spoken interview there is no match score. */
export function isReported({ matchScore, hasReport }: Interview): boolean {
	return matchScore !== null || hasReport;
}

/** `pending`, `in_progress`, `evaluating`, `completed` or the verdict: the words of the candidate list. */
export function statusOf(interview: Interview): string {
	const { startedAt, workflowCompleted, verdict } = interview;
	if (verdict !== null) return verdict;
	if (isReported(interview)) return 'completed';
	if (workflowCompleted) return 'evaluating';
	return startedAt === null ? 'pending' : 'in_progress';
}

export class HeyMiloState {
	readonly companyId = `comp_${upperHex(8).toLowerCase()}`;
	readonly workspaceId = `ws_${upperHex(8).toLowerCase()}`;
	readonly postings: Posting[] = [];
	readonly interviews: Interview[] = [];
	readonly questions: Question[] = [];
	readonly pushes: Push[] = [];
	/** Jobs of the asynchronous ingestion; no endpoint reads them. */
	readonly ingestions: string[] = [];
	/** Whether reports have `agentic_data`; without it they have the spoken interview in the model only. */
	sendsAgenticData = true;
	/** Providers with an active connection. */
	readonly atsProviders = ['bullhorn'];
	/** What the ATS says against every search and push, inside a 200; null while it works. */
	atsRefusal: string | null = null;
	/** Whether setting an interview's metadata keeps the keys that are not sent. */
	mergesMetadata = false;

	constructor(private readonly clock: Clock) {
		for (const title of ['Site Reliability Engineer', 'Night Shift Nurse', 'Junior Accountant'])
			this.addPosting(title);
	}

	addPosting(title: string, changes: Partial<Posting> = {}): Posting {
		const posting: Posting = {
			id: upperHex(8),
			title,
			name: title.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
			archived: false,
			testPosting: false,
			createdAt: this.clock.seconds(),
			updatedAt: this.clock.seconds(),
			settings: {},
			workflow: [{ id: 'agent_vi_001', type: 'web_interview', order: 1, config: { video: true } }],
			isDraft: false,
			...changes,
		};
		this.postings.push(posting);
		return posting;
	}

	posting(id: string): Posting | undefined {
		return this.postings.find((one) => one.id === id);
	}

	interviewsOf(posting: Posting): Interview[] {
		return this.interviews.filter((one) => one.posting === posting);
	}

	/** The active questions of a posting, by modality and rank. */
	questionsOf(postingId: string, modality?: string | null): Question[] {
		return this.questions
			.filter((one) => one.active && one.postingId === postingId && (!modality || one.modality === modality))
			.sort((one, other) => one.modality.localeCompare(other.modality) || one.rank - other.rank);
	}

	addQuestion(postingId: string, modality: string, fields: Record<string, unknown>): Question {
		const now = this.clock.seconds();
		const question: Question = {
			id: upperHex(16),
			postingId,
			modality,
			rank: this.questionsOf(postingId, modality).length + 1,
			active: true,
			fields,
			createdAt: now,
			updatedAt: now,
		};
		this.questions.push(question);
		return question;
	}

	interview(id: string): Interview | undefined {
		return this.interviews.find((one) => one.id === id);
	}

	addInterview(
		posting: Posting,
		candidate: Pick<Interview, 'name' | 'email' | 'phone' | 'metadata'> & Partial<Interview>,
	): Interview {
		const interview: Interview = {
			data: null,
			id: upperHex(16),
			posting,
			candidateId: `cand_${upperHex(10).toLowerCase()}`,
			createdAt: this.clock.seconds(),
			startedAt: null,
			completedAt: null,
			lastStepAt: null,
			workflowCompleted: false,
			matchScore: null,
			reports: 0,
			hasReport: false,
			verdict: null,
			...candidate,
		};
		this.interviews.push(interview);
		return interview;
	}
}
