import sample from '../../fixtures/heymilo/report_available.json';
import { recordingsOf } from './deliveries';
import { statusOf, type Interview } from './state';

const { summary, scorecard, transcript } = sample.agentic_data.web_interview_info;
const SPEAKERS: Record<string, string> = { bot: 'Interviewer', user: 'Candidate' };

interface Line {
	speaker: string;
	text: string;
	timestamp: number;
	timestamp_str: string;
}

const v2Line = ({ speaker, ...line }: Line) => ({ speaker: SPEAKERS[speaker] ?? speaker, ...line });

/** `GET interviews/{id}/data`: `not_ready` and empty until the workflow is done. Source: the vendor's OpenAPI document of v2. */
export function interviewData(interview: Interview) {
	const { id, candidateId, posting, name, email, matchScore, metadata, workflowCompleted } = interview;
	return {
		object: 'interview_data',
		interview_id: id,
		candidate_id: candidateId,
		posting_id: posting.id,
		name,
		email,
		score: matchScore,
		status: workflowCompleted ? statusOf(interview) : 'not_ready',
		workflow: null,
		web_interview: matchScore === null ? null : webInterview(id, matchScore),
		resume: null,
		sms: null,
		form: null,
		cheat_detection: null,
		metadata,
		data: null,
	};
}

function webInterview(interviewId: string, matchScore: number) {
	const { audio_recording_link: audio, video_recording_link: video } = recordingsOf(interviewId);
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
		speech_score: null,
		transcript: transcript.transcript.map(v2Line),
		audio_recording_url: audio,
		video_recording_url: video,
		tags: scorecard.tags,
	};
}
