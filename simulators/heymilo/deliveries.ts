import sample from '../../fixtures/heymilo/report_available.json';
import { upperHex } from '../shared/ids';
import type { Links } from './links';
import { hasStep, knockedOutStep, screenings, screeningSummaries } from './screenings';
import type { HeyMiloState, Interview } from './state';

/**
 * Bodies of the three deliveries; all times float Unix seconds. None names its event.
 * Source: docs.admin.heymilo.ai/webhook-management/webhook-documentation.
 */
export function startedBody(interview: Interview, timestamp: number) {
	const { id, posting } = interview;
	return {
		interview_id: id,
		posting_id: posting.id,
		timestamp,
		metadata: candidateMetadata(interview, { source: 'user_ingestion', job_id: posting.id }),
	};
}

/** Carries neither candidate nor score. */
export function completedBody({ id, posting, completedAt, workflowCompleted }: Interview) {
	const ended = completedAt ?? 0;
	return {
		interview_id: id,
		posting_id: posting.id,
		agent_conversation_id: upperHex(32),
		engagement_id: '',
		parent_conversation_id: upperHex(32),
		timestamp: ended + 0.0005,
		completion_timestamp: ended,
		workflow_completed: workflowCompleted,
	};
}

/**
 * The report: what was said is the fixture's, who and how well is the state's. The vendor's traps are kept: `details.score` is
 * 0 beside the match score, and the second copy of the interview is shorter, or the only one. Without a spoken interview
 * there is neither copy, and the report is of the kind of the first step.
 */
export function reportBody(interview: Interview, state: HeyMiloState, links: Links, timestamp: number) {
	const { id, posting, name, reports } = interview;
	const file = `${name.replace(/[^\p{L}]+/gu, '_')}-${new Date(timestamp * 1000).toISOString().slice(0, 10)}`;
	const { interview_data_model: model, agentic_data: agentic } = sample;
	const { resume, sms, form } = screenings(interview, links);
	const isSpoken = hasStep(interview, 'web_interview') && interview.matchScore !== null;
	const infoFrom = <T extends InterviewInfo>(info: T) =>
		isSpoken ? interviewInfo(info, interview, links) : null;
	return {
		interview_id: id,
		posting_id: posting.id,
		metadata: candidateMetadata(interview, {
			candidate_metadata_id: `cm_${id.toLowerCase()}`,
			resume_url: links.resume(interview),
		}),
		report_url: `https://cdn.heymilo.ai/reports/${id.toLowerCase()}-${reports}/${file}.pdf`,
		timestamp,
		interview_type: isSpoken ? 'web_interview' : posting.workflow[0].type,
		agentic_data: state.sendsAgenticData
			? { web_interview_info: infoFrom(agentic.web_interview_info) }
			: null,
		interview_data_model: {
			...model,
			interview_id: id,
			details: reportDetails(interview, links, timestamp),
			company_info: { ...model.company_info, company_id: state.companyId, workspace_id: state.workspaceId },
			posting_info: postingInfo(interview, state),
			web_interview_info: state.sendsAgenticData
				? infoFrom(model.web_interview_info)
				: infoFrom(agentic.web_interview_info),
			resume_interview_info: resume,
			sms_interview_info: sms,
			form_interview_info: form,
		},
	};
}

const candidateMetadata = (interview: Interview, ingestion: Record<string, string | null>) => ({
	candidate_name: interview.name,
	candidate_email: interview.email,
	candidate_id: interview.candidateId,
	metadata: { ...ingestion, ...interview.metadata },
});

interface InterviewInfo {
	summary: { interview_id: string; match_score: number };
	scorecard: { interview_id: string };
	communication: { interview_id: string };
}

const interviewInfo = <T extends InterviewInfo>(info: T, { id, matchScore }: Interview, links: Links) => ({
	...info,
	summary: { ...info.summary, interview_id: id, match_score: matchScore ?? 0 },
	scorecard: { ...info.scorecard, interview_id: id },
	communication: { ...info.communication, interview_id: id },
	...recordingsOf(id, links),
});

const recordingsOf = (interviewId: string, links: Links) => ({
	audio_recording_link: links.audio(interviewId),
	video_recording_link: links.video(interviewId),
});

function reportDetails(interview: Interview, links: Links, timestamp: number) {
	const { id, candidateId, name, email, completedAt, matchScore } = interview;
	const { details } = sample.interview_data_model;
	const webInterview = {
		...details.metadata.web_interview,
		...recordingsOf(id, links),
		final_score: matchScore,
	};
	return {
		...details,
		interview_id: id,
		candidate_id: candidateId,
		name,
		email,
		interviewed_on: completedAt,
		workflow_status: {
			...details.workflow_status,
			interview_id: id,
			last_engagement: completedAt,
			step_by_step: reportSteps(interview, completedAt ?? timestamp),
		},
		metadata: {
			...screeningSummaries(interview, links),
			web_interview: matchScore === null ? null : webInterview,
		},
		candidate_interview_url: `https://gointerview.co/northwind-demo/i/${id}`,
	};
}

/** A step is named for its type here, and by an id in the API. */
function reportSteps(interview: Interview, updatedAt: number) {
	const [step] = sample.interview_data_model.details.workflow_status.step_by_step;
	const knockedOut = knockedOutStep(interview);
	return interview.posting.workflow.map((one) => ({
		...step,
		id: one.type === 'resume' ? 'resume_upload' : one.type,
		order: one.order,
		knocked_out: one === knockedOut,
		last_updated_timestamp: updatedAt,
	}));
}

function postingInfo({ posting }: Interview, { companyId }: HeyMiloState) {
	const { id, title, name, archived, testPosting, createdAt } = posting;
	return {
		...sample.interview_data_model.posting_info,
		posting_id: id,
		title,
		name,
		company_id: companyId,
		archived,
		test_posting: testPosting,
		created_at: createdAt,
		last_updated: createdAt,
	};
}
