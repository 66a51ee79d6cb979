import type { Clock } from '../shared/clock';
import type { Outcome, Sender } from '../shared/sender';
import {
	applicantData,
	proctoringData,
	recordingData,
	reportData,
	startedData,
	webcamData,
	type Links,
} from './deliveries';
import type { Applicant, Interview } from './state';

/** One candidate's session of an interview. */
export interface Micro1Interview {
	/** Of the report, which is the ID of items about it. */
	readonly id: string;
	/** Of items before there is a report. */
	readonly sessionKey: string;
	/** `interview.started` */
	start(): Promise<Outcome[]>;
	/** `interview_report.created`; `ai_match_score`, default 74. */
	report(matchScore?: number): Promise<Outcome[]>;
	/** `interview_recording.completed`, and to those who asked for it, `interview.completed`. */
	record(): Promise<Outcome[]>;
	/** `interview_webcam_recording.completed` */
	recordWebcam(): Promise<Outcome[]>;
	/** `proctoring_score.completed`, 0 to 100; default 91. */
	proctor(score?: number): Promise<Outcome[]>;
}

/** One person's application for a job. */
export interface Micro1Application {
	readonly id: string;
	/** `applicant.created` */
	create(): Promise<Outcome[]>;
	/** `applicant.completed`: the resume has its score; default 85. */
	score(resumeScore?: number): Promise<Outcome[]>;
	/** `applicant.invited` */
	invite(): Promise<Outcome[]>;
	/** `applicant.updated` */
	update(stage: string): Promise<Outcome[]>;
}

export class Micro1Lifecycle {
	constructor(
		private readonly clock: Clock,
		private readonly sender: Sender,
		private readonly links: Links,
	) {}

	handle(interview: Interview): Micro1Interview {
		const { id, definition, candidateId } = interview;
		const step = async (event: string, change: Partial<Interview>, data: () => unknown) => {
			Object.assign(interview, change);
			return await this.tell(event, data());
		};
		const now = () => this.clock.now();
		return {
			id,
			sessionKey: `${definition.id}:${candidateId}`,
			start: () => step('interview.started', { startedAt: now() }, () => startedData(interview)),
			report: (matchScore = 74) => {
				const change = { matchScore, reportedAt: interview.reportedAt ?? now(), changedAt: now() };
				return step('interview_report.created', change, () => reportData(interview, this.links));
			},
			record: async () => {
				const data = recordingData(interview, this.links);
				return [
					...(await this.tell('interview_recording.completed', data)),
					...(await this.tell('interview.completed', data)),
				];
			},
			recordWebcam: () =>
				step('interview_webcam_recording.completed', {}, () => webcamData(interview, this.links)),
			proctor: (proctoringScore = 91) =>
				step('proctoring_score.completed', { proctoringScore }, () => proctoringData(interview)),
		};
	}

	application(applicant: Applicant): Micro1Application {
		const step = async (event: string, change: Partial<Applicant>) => {
			Object.assign(applicant, { ...change, updatedAt: this.clock.now() });
			return await this.tell(event, applicantData(applicant));
		};
		return {
			id: applicant.id,
			create: () => step('applicant.created', {}),
			score: (resumeScore = 85) => step('applicant.completed', { resumeScore }),
			invite: () => step('applicant.invited', { stage: 'invited' }),
			update: (stage) => step('applicant.updated', { stage }),
		};
	}

	private async tell(event: string, data: unknown): Promise<Outcome[]> {
		return await this.sender.tell({ event, body: { event, data } });
	}
}
