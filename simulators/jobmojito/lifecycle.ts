import type { Outcome, Sender } from '../shared/sender';
import sample from '../../fixtures/jobmojito/interview_result.json';
import { changedFields, eventOf, jobMojitoBody } from './deliveries';
import type { Interview, InterviewStatus, JobMojitoState, ResultFields } from './state';

const FAILURES = {
	failed: 'failed',
	abandoned: 'abandoned',
	no_speech: 'terminated, no speech detected',
} as const satisfies Record<string, InterviewStatus>;

export type FailureKind = keyof typeof FAILURES;

/** One attempt. Only results of interviews and assessments are sent; a step that changes nothing watched sends nothing. */
export interface JobMojitoInterview {
	readonly id: string;
	/** Sends nothing. */
	start(): Promise<Outcome[]>;
	/** `interview_collected`. */
	complete(options?: { stoppedEarly?: boolean }): Promise<Outcome[]>;
	/** Submitted and scored: `interview_result`. Default 7.3 and 6.9. */
	report(scores?: { score?: number; aiScore?: number; pdf?: boolean }): Promise<Outcome[]>;
	/** New scores: `interview_result` again. */
	score(score: number, aiScore?: number): Promise<Outcome[]>;
	/** `interview_result` again; true selected, false rejected, null undecided. */
	decide(decision: boolean | null): Promise<Outcome[]>;
	/** A freshly signed PDF URL: `interview_result` again. */
	exportPdf(): Promise<Outcome[]>;
	fail(kind: FailureKind): Promise<Outcome[]>;
	archive(): Promise<Outcome[]>;
}

export class JobMojitoLifecycle {
	private pdfExports = 0;

	constructor(
		private readonly state: JobMojitoState,
		private readonly sender: Sender,
	) {}

	handle(interview: Interview): JobMojitoInterview {
		const change = (fields: Partial<ResultFields>) => this.change(interview, fields);
		return {
			id: interview.id,
			start: () => change({ interviewStatus: 'started' }),
			complete: ({ stoppedEarly } = {}) =>
				change({ interviewStatus: stoppedEarly ? 'completed, stopped early' : 'completed' }),
			report: ({ score = 7.3, aiScore = 6.9, pdf = true } = {}) =>
				change({ ...scored(interview), score, aiScore, pdfUrl: pdf ? this.pdfUrl(interview) : null }),
			score: (score, aiScore = score) => change({ score, aiScore }),
			decide: (decision) => change({ decision }),
			exportPdf: () => change({ pdfUrl: this.pdfUrl(interview) }),
			fail: (kind) => change({ interviewStatus: FAILURES[kind], status: 'draft' }),
			archive: () => change({ status: 'archived' }),
		};
	}

	private async change(interview: Interview, change: Partial<ResultFields>): Promise<Outcome[]> {
		const before = interview.fields;
		interview.fields = { ...before, ...change };
		this.noteTimes(interview);
		const event = eventOf(before, interview.fields);
		if (!event || interview.definition.type === 'coaching') return [];
		return await this.sender.tell({
			event,
			body: jobMojitoBody(interview, changedFields(before, interview.fields)),
		});
	}

	private noteTimes(interview: Interview): void {
		const now = this.state.clock.iso();
		const hasEnded = !['started', null].includes(interview.fields.interviewStatus);
		interview.updatedAt = now;
		interview.startedAt ??= now;
		if (hasEnded) interview.endedAt ??= now;
	}

	private pdfUrl({ id }: Interview): string {
		this.pdfExports++;
		return `https://cool.jobmojito.com/storage/v1/object/sign/interview-exports/${this.state.merchantId}/${id}.pdf?token=simulated-${this.pdfExports}`;
	}
}

/** The words are the fixture's. */
const scored = ({ fields }: Interview) => ({
	status: 'active' as const,
	interviewStatus:
		fields.interviewStatus === 'completed, stopped early' ? fields.interviewStatus : ('completed' as const),
	processingStatus: 'completed' as const,
	analysis: sample.ai_analysis,
	recruiterAnalysis: sample.ai_analysis_recruiter,
	whyHire: sample.ai_analysis_recruiter_why_hire,
	whyNotHire: sample.ai_analysis_recruiter_why_not_hire,
});
