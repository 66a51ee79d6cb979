import sample from '../../fixtures/interviewflowai/interview.report_available.json';
import { uuid } from '../shared/ids';
import type { Interview } from './state';

export type InterviewFlowAiEvent =
	'interview.started' | 'interview.in_progress' | 'interview.completed' | 'interview.report_available';

/**
 * The vendor publishes four event names and no body. All three shapes are invented: camelCase under `data`,
 * snake_case without nesting, and an envelope with `type`, `payload` and the delivery id.
 */
export type DeliveryShape = 'camelCase' | 'flat' | 'enveloped';

export function interviewFlowAiBody(
	shape: DeliveryShape,
	event: InterviewFlowAiEvent,
	interview: Interview,
	at: string,
	filesUrl: string | null = null,
) {
	const report = event === 'interview.report_available' ? reportOf(interview, filesUrl) : null;
	return SHAPES[shape](event, interview, report, at);
}

const { summary, strengths, concerns, scorecard, languageProficiency } = sample.data;

/** The words are the fixture's; the links lead to the vendor's addresses, or to files that the simulator serves. */
const reportOf = ({ id, overallScore }: Interview, filesUrl: string | null) => ({
	overallScore,
	summary,
	strengths,
	concerns,
	scorecard,
	languageProficiency,
	reportUrl:
		filesUrl === null ? `https://app.interviewflowai.com/reports/${id}` : `${filesUrl}/reports/${id}.pdf`,
	recordingUrl: `${filesUrl ?? 'https://media.interviewflowai.com'}/recordings/${id}.mp4?X-Amz-Expires=604800&X-Amz-Signature=simulated`,
});

/**
 * A candidate as the API returns it. All of it is assumed: the vendor's page on fetching shows no answer. The names
 * are those that its other pages use, and the report is the webhook's.
 */
export const recordOf = (interview: Interview, filesUrl: string | null) => {
	const { id, interviewer, candidateId, name, email, status, metadata, additionalFields, createdAt } =
		interview;
	return {
		id,
		interviewId: id,
		jobId: interviewer.id,
		interviewerName: interviewer.name,
		candidateId,
		name,
		email,
		status,
		metadata,
		additionalFields,
		createdAt,
		...timesOf(interview),
		...(interview.overallScore !== null && reportOf(interview, filesUrl)),
	};
};

type Report = ReturnType<typeof reportOf>;
type Shaper = (
	event: InterviewFlowAiEvent,
	interview: Interview,
	report: Report | null,
	at: string,
) => object;

const SHAPES: Record<DeliveryShape, Shaper> = {
	camelCase: (event, interview, report, at) => {
		const { id, interviewer, candidateId, name, email, status, metadata, additionalFields } = interview;
		return {
			event,
			data: {
				interviewId: id,
				interviewerId: interviewer.id,
				interviewerName: interviewer.name,
				candidateId,
				candidate: { id: candidateId, name, email },
				status,
				metadata,
				additionalFields,
				...timesOf(interview),
				...report,
			},
			timestamp: at,
		};
	},
	flat: (event, interview, report, at) => ({
		event_type: event,
		interview_id: interview.id,
		interviewer_id: interview.interviewer.id,
		interviewer_name: interview.interviewer.name,
		candidate_id: interview.candidateId,
		candidate_name: interview.name,
		candidate_email: interview.email,
		status: interview.status,
		started_at: interview.startedAt,
		completed_at: interview.completedAt,
		...(report && {
			overall_score: report.overallScore,
			summary,
			strengths,
			concerns,
			report_url: report.reportUrl,
			recording_url: report.recordingUrl,
		}),
		metadata: interview.metadata,
		timestamp: at,
	}),
	enveloped: (event, interview, report, at) => ({
		id: `whk_${uuid().replace(/-/g, '').slice(0, 24)}`,
		type: event,
		createdAt: at,
		payload: {
			interview: { id: interview.id, status: interview.status, ...timesOf(interview) },
			interviewer: interview.interviewer,
			candidate: { id: interview.candidateId, name: interview.name, email: interview.email },
			...(report && {
				report: { overallScore: report.overallScore, summary, strengths, concerns, url: report.reportUrl },
				recordingUrl: report.recordingUrl,
			}),
			metadata: interview.metadata,
		},
	}),
};

/** Only those that have come to pass. */
const timesOf = ({ startedAt, completedAt }: Interview) => ({
	...(startedAt && { startedAt }),
	...(completedAt && { completedAt }),
});
