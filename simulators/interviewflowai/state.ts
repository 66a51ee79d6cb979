import type { Clock } from '../shared/clock';
import { uuid } from '../shared/ids';

export interface Interviewer {
	id: string;
	name: string;
}

export interface Interview {
	/** Also the candidate record's id in the API. */
	id: string;
	interviewer: Interviewer;
	candidateId: string;
	name: string;
	email: string;
	/** External references, among them `atsId`. */
	metadata: Record<string, unknown>;
	additionalFields: Record<string, unknown>;
	skills: string[];
	resumeUrl: string | null;
	customQuestions: unknown[];
	/** When InterviewFlowAI mails the candidate, ISO 8601; null when it does not. */
	invitationAt: string | null;
	status: 'draft' | 'shortlisted' | 'started' | 'in_progress' | 'completed';
	/** ISO 8601. */
	createdAt: string;
	startedAt: string | null;
	completedAt: string | null;
	/** Probably 0 to 100; the vendor states no scale. */
	overallScore: number | null;
}

export class InterviewFlowAiState {
	readonly interviewers: Interviewer[] = [];
	readonly interviews: Interview[] = [];
	/** Where the links of reports lead to; null for the vendor's own addresses, which nobody answers. */
	filesUrl: string | null = null;

	constructor(private readonly clock: Clock) {
		for (const name of ['Account Executive, Mid-Market', 'Office Manager']) this.addInterviewer(name);
	}

	addInterviewer(name: string): Interviewer {
		const interviewer = { id: uuid(), name };
		this.interviewers.push(interviewer);
		return interviewer;
	}

	interviewer(id: unknown): Interviewer | undefined {
		return this.interviewers.find((one) => one.id === id);
	}

	interview(id: string): Interview | undefined {
		return this.interviews.find((one) => one.id === id);
	}

	addInterview(invited: Pick<Interview, 'interviewer' | 'name' | 'email'> & Partial<Interview>): Interview {
		const interview: Interview = {
			id: uuid(),
			candidateId: uuid(),
			metadata: {},
			additionalFields: {},
			skills: [],
			resumeUrl: null,
			customQuestions: [],
			invitationAt: null,
			status: 'shortlisted',
			createdAt: this.clock.iso(),
			startedAt: null,
			completedAt: null,
			overallScore: null,
			...invited,
		};
		this.interviews.push(interview);
		return interview;
	}
}
