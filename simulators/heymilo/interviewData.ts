import sample from '../../fixtures/heymilo/report_available.json';
import type { Links } from './links';
import { statusOf, type Interview } from './state';

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
	return {
		object: 'interview_data',
		interview_id: id,
		candidate_id: candidateId,
		posting_id: posting.id,
		name,
		email,
		score: matchScore,
		status: workflowCompleted || interview.verdict !== null ? statusOf(interview) : 'not_ready',
		workflow: workflowOf(interview),
		web_interview: matchScore === null ? null : webInterview(id, matchScore, links),
		resume: resume(interview, links),
		sms: null,
		form: null,
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
		agent_summary:
			matchScore === null
				? null
				: {
						resume: null,
						web_interview: {
							score: matchScore,
							highlights: summary.highlights,
							audio_recording_link: links.audio(id),
							video_recording_link: links.video(id),
						},
						sms: null,
						form: null,
					},
		shortlisted: verdict === 'shortlisted',
		dismissed: verdict === 'dismissed',
		metadata: interview.metadata,
		data: interview.data,
		interviewed_at: interview.completedAt,
		created_at: interview.createdAt,
	};
}

export const interviewUrl = (id: string) => `https://candidates.heymilo.io/northwind-demo/i/${id}`;

function workflowOf(interview: Interview) {
	const { posting, startedAt, workflowCompleted, matchScore, verdict, lastStepAt } = interview;
	const isDone = workflowCompleted || matchScore !== null;
	const isKnockedOut = verdict === 'knocked_out';
	const status = isDone ? 'completed' : startedAt === null ? 'not_started' : 'in_progress';
	return {
		steps: posting.workflow.map(({ id, order }) => ({
			step_id: id,
			order,
			status: isKnockedOut ? 'knocked_out' : status,
			started: startedAt !== null || isDone,
			completed: isDone,
			knocked_out: isKnockedOut,
			last_updated_at: lastStepAt,
		})),
		all_complete: isDone,
		last_activity_at: lastStepAt,
	};
}

function resume(interview: Interview, links: Links) {
	const url = links.resume(interview);
	if (url === null) return null;
	return {
		object: 'resume_result',
		interview_id: interview.id,
		overall_score: 71,
		is_eligible: true,
		score_criteria: [],
		eligibility_criteria: [],
		resume_url: url,
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
