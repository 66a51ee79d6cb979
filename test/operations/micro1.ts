import type { Simulators } from '../../demo/vendors';
import { byId, type Tries } from './tries';

const REFUSED_KEY = /Invalid API key.*micro1 → Settings/;
const UNKNOWN = 'unknown';

let made = 0;

const newAddress = () => `ada.micro${++made}@example.com`;

const newInterview = ({ micro1 }: Simulators) => micro1.state.addDefinition(`Screen ${++made}`);

/** A new interview with one candidate, whose report is there. */
async function reported({ micro1 }: Simulators) {
	const { id: jobId } = micro1.state.addDefinition(`Screen ${++made}`);
	const interview = await micro1.invite({
		name: 'Ada Example',
		email: newAddress(),
		externalId: 'ATS-1',
		jobId,
	});
	await interview.start();
	await interview.report(74);
	const { candidateId } = micro1.state.interview(interview.id)!;
	return { reportId: interview.id, candidateId, jobId };
}

/** A job with one applicant. */
function applied({ micro1 }: Simulators) {
	const job = micro1.state.addJob(`Analyst ${++made}`);
	const email = newAddress();
	return { job, applicant: micro1.state.addApplicant({ job, firstName: 'Ada', lastName: 'Example', email }) };
}

const report = { event_type: 'interview.report_available', external_id: 'ATS-1', score_raw: null };

export const MICRO1_OPERATIONS: Tries = {
	'report get': {
		good: async (simulators) => {
			const { reportId, candidateId } = await reported(simulators);
			return { interviewId: reportId, candidateId };
		},
		item: report,
		refused: { interviewId: UNKNOWN, candidateId: UNKNOWN },
		message: /micro1 has no report with the Report ID unknown.*Candidate ID from candidate_id/,
	},
	'report getAll': {
		good: async (simulators) => {
			const { candidateId, jobId } = await reported(simulators);
			return { filters: { candidate_id: candidateId, interview_id: byId(jobId) } };
		},
		item: report,
		message: REFUSED_KEY,
	},
	'interview invite': {
		isSentOnce: true,
		good: (simulators) => ({
			interview: byId(newInterview(simulators).id),
			name: 'Ada Example',
			email: newAddress(),
			additionalFields: { disable_email_notification: true },
		}),
		item: { name: 'Ada Example', is_new: true, invite_url: expect.stringContaining('https://') },
		refused: { interview: byId(UNKNOWN), name: 'Ada Example', email: 'ada' },
		message: /Email is not an email address; nobody was invited.*It is: ada\./,
	},
	'interview getInvitations': {
		good: async (simulators) => {
			const { jobId } = await reported(simulators);
			return { filters: { interview_id: byId(jobId) } };
		},
		item: { candidate_name: 'Ada Example', status: 'active' },
		message: REFUSED_KEY,
	},
	'interview getAll': {
		good: () => ({}),
		item: { interview_name: 'Data Analyst Screen', interview_language: 'en' },
		message: REFUSED_KEY,
	},
	'interview create': {
		isSentOnce: true,
		good: () => ({
			name: 'Data Analyst Screen',
			skills: 'SQL, Data Modeling',
			additionalFields: {
				interview_language: 'de',
				is_proctoring_required: false,
				custom_question_list: '[{ "question": "Why here?", "time": 2, "type": "audio" }]',
			},
		}),
		item: { interview_id: expect.any(String), invite_url: expect.stringContaining('https://') },
		refused: {
			name: 'Data Analyst Screen',
			basedOn: 'questions',
			custom_question_list: '[{ "question": "Why here?", "time": 120, "type": "audio" }]',
		},
		message: /Question 1 of Custom Questions has no time from 1 to 4 minutes.*in minutes/,
	},
	'interview update': {
		good: (simulators) => ({
			interview: byId(newInterview(simulators).id),
			updateFields: { interview_name: 'Another Screen', skills: 'SQL' },
		}),
		item: { updated: true },
		refused: { interview: byId(UNKNOWN), updateFields: { interview_name: 'Another Screen' } },
		message: /Interview not found.*Check the values/,
	},
	'interview delete': {
		good: (simulators) => ({ interview: byId(newInterview(simulators).id) }),
		item: { deleted: true },
		refused: { interview: byId(UNKNOWN) },
		message: /Interview not found.*Check the values/,
	},
	'job getAll': {
		good: () => ({}),
		item: { job_title: 'Data Analyst', job_status: 'open' },
		message: REFUSED_KEY,
	},
	'applicant create': {
		isSentOnce: true,
		good: (simulators) => ({
			job: byId(applied(simulators).job.id),
			firstName: 'Ada',
			lastName: 'Example',
			email: newAddress(),
			additionalFields: { resume_url: 'https://example.com/resume.pdf', phone_number: '+15550100123' },
		}),
		item: { job_application_id: expect.any(String) },
		refused: { job: byId(UNKNOWN), firstName: 'Ada', lastName: 'Example', email: 'ada@example.com' },
		message: /Job not found.*Check the values/,
	},
	'applicant get': {
		good: (simulators) => ({ jobApplicationId: applied(simulators).applicant.id }),
		item: { candidate_name: 'Ada Example', source_name: 'api' },
		refused: { jobApplicationId: UNKNOWN },
		message: /Applicant not found.*Check the values/,
	},
	'applicant getAll': {
		good: (simulators) => ({ job: byId(applied(simulators).job.id) }),
		item: { candidate_name: 'Ada Example', stage: 'applied' },
		refused: { job: byId(UNKNOWN) },
		message: /Job not found.*Check the values/,
	},
	'recording get': {
		good: async (simulators) => ({ reportId: (await reported(simulators)).reportId }),
		item: { is_playlist: true, recording_url: expect.stringContaining('.m3u8') },
		refused: { reportId: UNKNOWN },
		message: /Recording not found.*Check the values/,
	},
};
