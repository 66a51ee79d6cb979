import type { Clock } from '../shared/clock';
import type { Outcome, Sender } from '../shared/sender';
import { interviewFlowAiBody, type DeliveryShape, type InterviewFlowAiEvent } from './deliveries';
import type { Interview, InterviewFlowAiState } from './state';

export interface DeliveryStyle {
	/** Default `camelCase`. */
	shape?: DeliveryShape;
	/** Whether links in reports lead to files on this simulator; default: to the vendor's own addresses. */
	servesFiles?: boolean;
}

/** One candidate's interview. A retake is a further `start` under the same id. */
export interface InterviewFlowAiInterview {
	readonly id: string;
	/** The candidate is in the lobby: `interview.started`. */
	start(): Promise<Outcome[]>;
	/** The candidate answers: `interview.in_progress`. */
	progress(): Promise<Outcome[]>;
	/** `interview.completed`. */
	complete(): Promise<Outcome[]>;
	/** `interview.report_available`; default 84. */
	report(overallScore?: number): Promise<Outcome[]>;
}

export class InterviewFlowAiLifecycle {
	constructor(
		private readonly clock: Clock,
		private readonly sender: Sender,
		private readonly style: DeliveryStyle,
		private readonly state: InterviewFlowAiState,
	) {}

	handle(interview: Interview): InterviewFlowAiInterview {
		const step = (event: InterviewFlowAiEvent, change: Partial<Interview>) =>
			this.step(interview, event, change);
		const now = () => this.clock.iso();
		return {
			id: interview.id,
			start: () =>
				step('interview.started', {
					status: 'started',
					startedAt: now(),
					completedAt: null,
					overallScore: null,
				}),
			progress: () => step('interview.in_progress', { status: 'in_progress' }),
			complete: () => step('interview.completed', { status: 'completed', completedAt: now() }),
			report: (overallScore = 84) => step('interview.report_available', { overallScore }),
		};
	}

	private async step(
		interview: Interview,
		event: InterviewFlowAiEvent,
		change: Partial<Interview>,
	): Promise<Outcome[]> {
		Object.assign(interview, change);
		const { shape = 'camelCase' } = this.style;
		return await this.sender.tell({
			event,
			body: interviewFlowAiBody(shape, event, interview, this.clock.iso(), this.state.filesUrl),
		});
	}
}
