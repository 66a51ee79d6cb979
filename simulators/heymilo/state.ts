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
	createdAt: number;
	startedAt: number | null;
	/** When the last step ended. */
	completedAt: number | null;
	workflowCompleted: boolean;
	/** 0 to 100; null before the report. */
	matchScore: number | null;
	reports: number;
}

/** `pending`, `in_progress`, `evaluating` or `completed`: the words of the candidate list. */
export function statusOf({ startedAt, workflowCompleted, matchScore }: Interview): string {
	if (matchScore !== null) return 'completed';
	if (workflowCompleted) return 'evaluating';
	return startedAt === null ? 'pending' : 'in_progress';
}

export class HeyMiloState {
	readonly companyId = `comp_${upperHex(8).toLowerCase()}`;
	readonly workspaceId = `ws_${upperHex(8).toLowerCase()}`;
	readonly postings: Posting[] = [];
	readonly interviews: Interview[] = [];

	constructor(private readonly clock: Clock) {
		for (const title of ['Site Reliability Engineer', 'Night Shift Nurse', 'Junior Accountant'])
			this.addPosting(title);
	}

	addPosting(title: string): Posting {
		const posting: Posting = {
			id: upperHex(8),
			title,
			name: title.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
			archived: false,
			testPosting: false,
			createdAt: this.clock.seconds(),
		};
		this.postings.push(posting);
		return posting;
	}

	posting(id: string): Posting | undefined {
		return this.postings.find((one) => one.id === id);
	}

	interview(id: string): Interview | undefined {
		return this.interviews.find((one) => one.id === id);
	}

	addInterview(
		posting: Posting,
		candidate: Pick<Interview, 'name' | 'email' | 'phone' | 'metadata'>,
	): Interview {
		const interview: Interview = {
			...candidate,
			id: upperHex(16),
			posting,
			candidateId: `cand_${upperHex(10).toLowerCase()}`,
			createdAt: this.clock.seconds(),
			startedAt: null,
			completedAt: null,
			workflowCompleted: false,
			matchScore: null,
			reports: 0,
		};
		this.interviews.push(interview);
		return interview;
	}
}
