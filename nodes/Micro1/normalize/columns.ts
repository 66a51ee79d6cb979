import type { EventDetails } from '../../shared/event/interviewEvent';
import { entryOfWord } from '../../shared/event/table';
import { isUrl } from '../../shared/http/isUrl';
import type { Micro1Data, Micro1Report } from '../deliveries';

/** What micro1 sends about an interview and its report. There is no overall score: words are not scores, and numbers keep their names. */
export function reportColumns(report: Micro1Report) {
	const { details, ...recording } = recordingColumns(
		report.interview_recording_url,
		report.interview_recording_player_url,
	);
	return {
		occurred_at: report.date_created,
		job_id: report.interview_id,
		job_title: report.interview_name,
		candidate_id: report.candidate_id,
		candidate_name: report.candidate_name,
		candidate_email: report.candidate_email_id,
		external_id: report.ats_job_application_id,
		report_url: report.report_url,
		...recording,
		details: {
			...details,
			scores: [
				...scoreOf('ai_match_score', report.ai_match_score, null),
				...scoreOf('proctoring_score', report.proctoring_score, 100),
			],
			questions: evaluationsOf(report),
			tags: report.proctoring_violations.map(violation).filter((tag) => tag !== ''),
			transcript: turnsOf(report),
		},
	};
}

/** What micro1 sends about a person who applies for a job. */
export function applicantColumns(applicant: Micro1Data) {
	return {
		occurred_at: applicant.date_created,
		job_id: applicant.micro1_job_id,
		job_title: applicant.job_name,
		candidate_id: applicant.candidate_id,
		candidate_name: applicant.candidate_name,
		candidate_email: applicant.email_id,
		external_id: applicant.ats_job_application_id,
		vendor_status: applicant.stage,
		details: { scores: scoreOf('resume_score', applicant.resume_score, null) },
	};
}

/** A recording as people open it: a playlist is no file, and what shows it is the player's page. */
export function recordingColumns(url: string | null, playerUrl: string | null) {
	const link = isPlaylist(url) ? (playerUrl ?? url) : (url ?? playerUrl);
	return {
		recording_url: link,
		interview_mode: link === null ? ('unknown' as const) : ('video' as const),
		details: { recordings: link === null ? [] : [{ kind: 'video' as const, url: link }] },
	};
}

/** Whether a link leads to an HLS playlist, which only has links to the parts of the recording. */
export function isPlaylist(url: string | null): boolean {
	return url !== null && isUrl(url) && /\.m3u8$/i.test(new URL(url).pathname);
}

const scoreOf = (name: string, value: number | null, max: number | null): EventDetails['scores'] =>
	value === null ? [] : [{ name, value, max }];

type Question = EventDetails['questions'][number];

/** Everything that was rated with a word; the ID is the name of the list that it stands in. */
function evaluationsOf(report: Micro1Report): Question[] {
	const skills = (list: 'technical_skills_evaluation' | 'soft_skills_evaluation') =>
		report[list].map(({ skill, ai_evaluation }) =>
			rated(list, skill, ai_evaluation, ai_evaluation?.sub_score ?? {}),
		);
	const part = (name: 'coding_skills_evaluation' | 'custom_exercise_evaluation') =>
		report[name] === null ? [] : [rated(name, null, report[name])];
	return [
		...skills('technical_skills_evaluation'),
		...skills('soft_skills_evaluation'),
		...part('coding_skills_evaluation'),
		...part('custom_exercise_evaluation'),
		...report.custom_question_evaluation.map(({ question_text, answer_text, ai_evaluation }) =>
			rated('custom_question_evaluation', question_text, ai_evaluation, { answer: answer_text }),
		),
	];
}

/** @param named what else is said, by its name */
function rated(
	list: string,
	what: string | null,
	evaluation: { rating: string | null; feedback: string | null } | null,
	named: Record<string, string | null> = {},
): Question {
	const { rating, feedback } = evaluation ?? { rating: null, feedback: null };
	const lines = Object.entries({ rating, ...named }).map(([name, word]) => word && `${name}: ${word}`);
	const summary = [...lines, feedback].filter((line) => line).join('\n');
	return { id: list, text: what ?? list, score_raw: null, weight: null, summary: summary || null };
}

function violation({ type, value, description }: Micro1Report['proctoring_violations'][number]): string {
	const count = [type, value].filter((part) => part !== null).join(': ');
	return [count, description].filter((part) => part).join(' – ');
}

const SPEAKERS: Record<string, string> = { interviewer: 'Interviewer', user: 'Candidate' };

function turnsOf({ interview_transcript }: Micro1Report): EventDetails['transcript'] {
	return interview_transcript.flatMap(({ timestamp, role, content }) =>
		content === null
			? []
			: [{ at_seconds: timestamp, speaker: entryOfWord(SPEAKERS, role) ?? role, text: content }],
	);
}
