import type { Clock } from '../shared/clock';
import type { Outcome, Sender } from '../shared/sender';
import { completedBody, reportBody, startedBody } from './deliveries';
import type { Links } from './links';
import { hasStep } from './screenings';
import type { HeyMiloState, Interview } from './state';

/** One candidate at one posting. A step reaches only registrations of this posting and of the step's event. */
export interface HeyMiloInterview {
	readonly id: string;
	/** `interview_started`; again for a retake, under the same id. */
	start(): Promise<Outcome[]>;
	/** `interview_completed` with `workflow_completed` false: one step of several. */
	completeStep(): Promise<Outcome[]>;
	/** `interview_completed` with `workflow_completed` true. */
	complete(): Promise<Outcome[]>;
	/** `report_available`; 0 to 100, default 78. Of a workflow without a spoken interview there is no score. */
	report(matchScore?: number): Promise<Outcome[]>;
	/** A click in the dashboard, or a knock-out question; no delivery reports it. */
	decide(verdict: Interview['verdict']): void;
}

export class HeyMiloLifecycle {
	constructor(
		private readonly state: HeyMiloState,
		private readonly clock: Clock,
		private readonly sender: Sender,
		private readonly links: Links,
	) {}

	handle(interview: Interview): HeyMiloInterview {
		return {
			id: interview.id,
			start: () => this.start(interview),
			completeStep: () => this.complete(interview, false),
			complete: () => this.complete(interview, true),
			report: (matchScore = 78) => this.report(interview, matchScore),
			decide: (verdict) => void Object.assign(interview, { verdict }),
		};
	}

	private async start(interview: Interview): Promise<Outcome[]> {
		const startedAt = this.clock.seconds();
		Object.assign(interview, {
			startedAt,
			lastStepAt: startedAt,
			completedAt: null,
			workflowCompleted: false,
			matchScore: null,
			hasReport: false,
		});
		return await this.tell('interview_started', interview, startedBody(interview, startedAt));
	}

	private async complete(interview: Interview, workflowCompleted: boolean): Promise<Outcome[]> {
		const completedAt = this.clock.seconds();
		Object.assign(interview, {
			startedAt: interview.startedAt ?? completedAt,
			completedAt,
			lastStepAt: completedAt,
			workflowCompleted,
		});
		return await this.tell('interview_completed', interview, completedBody(interview));
	}

	private async report(interview: Interview, matchScore: number): Promise<Outcome[]> {
		const now = this.clock.seconds();
		interview.completedAt ??= now;
		Object.assign(interview, {
			startedAt: interview.startedAt ?? now,
			matchScore: hasStep(interview, 'web_interview') ? matchScore : null,
			lastStepAt: now,
			workflowCompleted: true,
			reports: interview.reports + 1,
			hasReport: true,
		});
		return await this.tell('report_available', interview, reportBody(interview, this.state, this.links, now));
	}

	private async tell(event: string, { posting }: Interview, body: unknown): Promise<Outcome[]> {
		return await this.sender.tell({ event, body, scope: posting.id });
	}
}
