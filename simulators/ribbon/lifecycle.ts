import type { Outcome, Sender } from '../shared/sender';
import { interviewBody, statusBody, type RibbonEvent } from './deliveries';
import type { Interview } from './state';

/** What the URL for all flows is registered for; a flow with a URL of its own does not use it. */
export const ORGANIZATION = 'organization';

/** One candidate's interview. */
export interface RibbonInterview {
	readonly id: string;
	/** The interview is over and analyzed: `interview_processed`. */
	complete(scores?: Partial<Interview['scores']>): Promise<Outcome[]>;
	/** The video is there, in a flow that films the candidate: `video_processed`. */
	processVideo(): Promise<Outcome[]>;
	/** A recruiter moves the candidate: `candidate_status_updated`. Any word. */
	move(stage: string): Promise<Outcome[]>;
}

export class RibbonLifecycle {
	constructor(private readonly sender: Sender) {}

	handle(interview: Interview): RibbonInterview {
		return {
			id: interview.id,
			complete: async (scores = {}) => {
				interview.status = 'completed';
				interview.scores = { communication: 4, motivation: 5, skills: 3, ...scores };
				return await this.tell(interview, 'interview_processed');
			},
			processVideo: async () => {
				if (!interview.flow.is_video_enabled)
					throw new Error('The flow films nobody: is_video_enabled is off.');
				interview.hasVideo = true;
				return await this.tell(interview, 'video_processed');
			},
			move: async (stage) => {
				const previous = interview.stage;
				interview.stage = stage;
				return await this.tell(interview, 'candidate_status_updated', statusBody(interview, previous, stage));
			},
		};
	}

	private async tell(
		interview: Interview,
		event: RibbonEvent,
		text = interviewBody(event, interview),
	): Promise<Outcome[]> {
		const { webhook_url, interview_flow_id } = interview.flow;
		return await this.sender.tell({
			event,
			text,
			scope: webhook_url === null ? ORGANIZATION : interview_flow_id,
			headers: { 'user-agent': 'Ribbon-API-Webhook/1.0' },
		});
	}
}
