import sample from '../../fixtures/micro1/interview_report.created.full.json';
import type { Files } from '../shared/files';
import type { Applicant, Interview } from './state';

/** How recordings are given: as a playlist in newer copies of the documents, as a file in older ones. */
export type RecordingForm = 'm3u8' | 'mp4';

/** Makes the links of reports. */
export interface Links {
	report(interview: Interview): string;
	recording(interview: Interview, kind?: 'recordings' | 'webcam'): string;
	player(interview: Interview, kind?: 'recordings' | 'webcam'): string;
}

export function links(files: Files, origin: () => string, form: RecordingForm): Links {
	return {
		report: ({ id }) => files.link(origin(), `reports/${id}.pdf`),
		recording: ({ id }, kind = 'recordings') => files.link(origin(), `${kind}/${id}.${form}`),
		player: ({ id }, kind = 'recordings') => `https://player.micro1.example.com/${kind}/${id}`,
	};
}

/** A time as every sample has it: without a zone. That it is UTC is assumed. */
export const naive = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

export function startedData({ definition, candidateId, name, email, atsId, startedAt }: Interview) {
	return {
		candidate_id: candidateId,
		candidate_name: name,
		candidate_email_id: email,
		job_id: null,
		job_name: null,
		ats_job_id: null,
		ats_job_application_id: atsId,
		interview_id: definition.id,
		interview_name: definition.name,
		date_started: naive(startedAt ?? 0),
	};
}

/** The report of the API: what was said and rated is the fixture's, who and when the state's. */
export function reportOf(interview: Interview, { report, recording, player }: Links) {
	const { definition, reportedAt, changedAt } = interview;
	const created = reportedAt ?? 0;
	return {
		...sample.data,
		report_id: interview.id,
		interview_id: definition.id,
		session_id: interview.sessionId,
		interview_name: definition.name,
		candidate_id: interview.candidateId,
		candidate_name: interview.name,
		candidate_email_id: interview.email,
		job_applicant_id: interview.applicationId,
		ats_job_application_id: interview.atsId,
		ats_job_id: null,
		report_date: naive(created).slice(0, 10),
		report_url: report(interview),
		interview_recording_url: recording(interview),
		interview_recording_player_url: player(interview),
		proctoring_score: interview.proctoringScore,
		ai_match_score: interview.matchScore,
		date_created: naive(created),
		date_modified: naive(changedAt ?? created),
	};
}

/** The webhook's sample does not have the player. */
export function reportData(interview: Interview, made: Links) {
	const { interview_recording_player_url: _, ...data } = reportOf(interview, made);
	return data;
}

export const recordingData = (interview: Interview, { recording, player }: Links) => ({
	report_id: interview.id,
	candidate_id: interview.candidateId,
	interview_recording_url: recording(interview),
	interview_recording_player_url: player(interview),
});

export const webcamData = (interview: Interview, { recording, player }: Links) => ({
	report_id: interview.id,
	candidate_id: interview.candidateId,
	interview_webcam_recording_url: recording(interview, 'webcam'),
	interview_webcam_recording_player_url: player(interview, 'webcam'),
});

export const proctoringData = ({ id, candidateId, proctoringScore }: Interview) => ({
	report_id: id,
	candidate_id: candidateId,
	proctoring_score: proctoringScore,
});

export const applicantData = (applicant: Applicant) => ({
	resume_score: applicant.resumeScore,
	ats_job_application_id: applicant.atsId,
	ats_job_id: null,
	micro1_job_id: applicant.job.id,
	email_id: applicant.email,
	micro1_job_application_id: applicant.id,
	candidate_id: applicant.candidateId,
	candidate_name: `${applicant.firstName} ${applicant.lastName}`,
	job_name: applicant.job.title,
	stage: applicant.stage,
	date_created: naive(applicant.createdAt),
	date_modified: naive(applicant.updatedAt),
	resume_url: applicant.resumeUrl,
});
