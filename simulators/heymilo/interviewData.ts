import sample from '../../fixtures/heymilo/report_available.json';
import type { Links } from './links';
import { knockedOutStep, screenings, screeningSummaries } from './screenings';
import { isReported, statusOf, type Interview } from './state';

const { summary, scorecard, transcript, communication } = sample.agentic_data.web_interview_info;
const SPEAKERS: Record<string, string> = { bot: 'Interviewer', user: 'Candidate' };

interface Line {
	speaker: string;
	text: string;
	timestamp: number;
	timestamp_str: string;
}

const v2Line = ({ speaker, ...line }: Line) => ({ speaker: SPEAKERS[speaker] ?? speaker, ...line });

/** `GET interviews/{id}/data`: `not_ready` and empty until the workflow is done. Source: the vendor's OpenAPI document of v2. */
export function interviewData(interview: Interview, links: Links) {
	const { id, candidateId, posting, name, email, matchScore, metadata, data, workflowCompleted } = interview;
	const { resume, sms, form } = screenings(interview, links);
	return {
		object: 'interview_data',
		interview_id: id,
		candidate_id: candidateId,
		posting_id: posting.id,
		name,
		email,
		// Over all steps that are done; without a spoken interview, that of the resume.
		score: matchScore ?? (isReported(interview) ? (resume?.overall_score ?? null) : null),
		status: workflowCompleted || interview.verdict !== null ? statusOf(interview) : 'not_ready',
		workflow: workflowOf(interview),
		web_interview: matchScore === null ? null : webInterview(id, matchScore, links),
		resume: resume && { object: 'resume_result', ...resume },
		sms: sms && { object: 'sms_result', ...sms },
		form: form && { object: 'form_result', ...form },
		cheat_detection: null,
		metadata,
		data,
	};
}

/** An entry of the candidate list; its links are named `…_link`. */
export function candidateView(interview: Interview, links: Links) {
	const { id, candidateId, posting, name, email, matchScore, verdict } = interview;
	return {
		object: 'candidate',
		interview_id: id,
		candidate_id: candidateId,
		posting_id: posting.id,
		name,
		email,
		score: matchScore,
		status: statusOf(interview),
		interview_url: interviewUrl(id),
		workflow: workflowOf(interview),
		agent_summary: isReported(interview)
			? {
					...screeningSummaries(interview, links),
					web_interview: matchScore === null ? null : webSummary(id, matchScore, links),
				}
			: null,
		shortlisted: verdict === 'shortlisted',
		dismissed: verdict === 'dismissed',
		metadata: interview.metadata,
		data: interview.data,
		interviewed_at: interview.completedAt,
		created_at: interview.createdAt,
	};
}

const webSummary = (interviewId: string, matchScore: number, links: Links) => ({
	score: matchScore,
	highlights: summary.highlights,
	audio_recording_link: links.audio(interviewId),
	video_recording_link: links.video(interviewId),
});

export const interviewUrl = (id: string) => `https://candidates.heymilo.io/northwind-demo/i/${id}`;

/** A step's time is that of its last change of status; reporting on it is not a change. */
function workflowOf(interview: Interview) {
	const { posting, startedAt, workflowCompleted, completedAt, lastStepAt } = interview;
	const isDone = workflowCompleted || isReported(interview);
	const knockedOut = knockedOutStep(interview);
	const status = isDone ? 'completed' : startedAt === null ? 'not_started' : 'in_progress';
	return {
		steps: posting.workflow.map((step) => ({
			step_id: step.id,
			order: step.order,
			status: step === knockedOut ? 'knocked_out' : status,
			started: startedAt !== null || isDone,
			completed: isDone,
			knocked_out: step === knockedOut,
			last_updated_at: isDone ? (completedAt ?? lastStepAt) : lastStepAt,
		})),
		all_complete: isDone,
		last_activity_at: lastStepAt,
	};
}

function webInterview(interviewId: string, matchScore: number, links: Links) {
	const speech = communication.speech_score;
	return {
		object: 'web_interview_result',
		interview_id: interviewId,
		match_score: matchScore,
		highlights: summary.highlights,
		lowlights: summary.lowlights,
		scorecard: scorecard.questions.map((asked) => ({
			question_id: asked.question_id,
			question_text: asked.question,
			score: asked.evaluation_score,
			score_weight: asked.score_weight,
			evaluation_summary: asked.evaluation_summary,
			evaluation_criteria: asked.evaluation_criteria,
			score_1_description: asked.score_of_1,
			score_5_description: asked.score_of_5,
			not_scored: asked.not_scored,
			rank: asked.rank,
			transcript: asked.chat_transcript.map(v2Line),
		})),
		speech_score: speech < 0 ? null : speech,
		transcript: transcript.transcript.map(v2Line),
		audio_recording_url: links.audio(interviewId),
		video_recording_url: links.video(interviewId),
		tags: scorecard.tags,
	};
}
