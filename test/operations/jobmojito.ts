import type { Simulators } from '../../demo/vendors';
import { byId, type OddBodies, type Tries } from './tries';

const REFUSED_TOKEN = /Unauthorized.*access token.*Issue a new one/;
const UNKNOWN = 'b07c3fbc-70a4-4d52-9a34-6a1de7a0a1f5';
const UNKNOWN_INTERVIEW = { interview: byId(UNKNOWN) };
const NO_SUCH_RESULT = /Interview result not found.*check that the right kind is filled in/;
const NO_RESULT = { refused: { resultId: UNKNOWN }, message: NO_SUCH_RESULT };
const NO_SUCH_INTERVIEW = /Interview not found.*check that the right kind is filled in/;

let candidates = 0;

/** An address that no other entry uses, so lists and checks are of this candidate alone. */
const newAddress = () => `ada${++candidates}@example.com`;

/** A candidate with an interview of their own, who has finished, submitted and been scored. */
async function scored({ jobmojito }: Simulators) {
	const definition = jobmojito.state.addDefinition('Night Dispatcher');
	const email = newAddress();
	const interview = await jobmojito.invite({ name: 'Ada Example', email, jobId: definition.id });
	await interview.start();
	await interview.complete();
	await interview.report({ score: 7.3, pdf: false });
	return { id: interview.id, email, interview: byId(definition.id) };
}

const scoredResult = async (simulators: Simulators) => ({ resultId: (await scored(simulators)).id });

const newInterview = ({ jobmojito }: Simulators) => ({
	interview: byId(jobmojito.state.addDefinition('Night Dispatcher').id),
});

const INTERVIEW = {
	name: 'Dispatcher',
	location: 'Remote',
	mojito_language_code: 'en',
	status: 'active',
	type: 'interview',
	visibility: 'merchant_invite',
};

const anyAvatar = ({ jobmojito }: Simulators) => ({ avatar: byId(jobmojito.state.avatars[0].id) });

const CANDIDATE = { candidateName: 'Ada Example', candidateEmail: 'ada@example.com' };

/** A position that nobody has been checked for, and a candidate. */
function toCheck({ jobmojito }: Simulators) {
	const position = { id: `position-${++candidates}`, fields: {} };
	jobmojito.state.positions.push(position);
	return { ...CANDIDATE, position: byId(position.id) };
}

export const JOBMOJITO_OPERATIONS: Tries = {
	'report get': {
		isSentOnce: true,
		good: async (simulators) => ({
			interviewId: (await scored(simulators)).id,
			options: { transcript: 'text', files: ['report', 'recordings'] },
		}),
		item: {
			interview_status: 'completed',
			score_raw: 7.3,
			candidate_name: 'Ada Example',
			transcript: expect.stringMatching(/^Interviewer: Why do you want this job\?\nCandidate: /),
		},
		refused: { interviewId: UNKNOWN },
		message: NO_SUCH_RESULT,
	},
	'report getAll': {
		good: async (simulators) => ({ interview: (await scored(simulators)).interview }),
		item: { vendor: 'jobmojito', score_raw: 7.3, job_title: 'Night Dispatcher' },
		refused: { filters: { changedSince: 'yesterday' } },
		message: /Changed Since is not a valid date.*Pick a date/,
	},
	'interview get': {
		good: newInterview,
		item: { name: 'Night Dispatcher', questions: [] },
		refused: UNKNOWN_INTERVIEW,
		message: NO_SUCH_INTERVIEW,
	},
	'interview getAll': {
		good: ({ jobmojito }) => {
			jobmojito.state.addDefinition('Listed Dispatcher');
			return { limit: 1, filters: { filter_text: 'listed', status: 'active', type: 'interview' } };
		},
		item: { name: 'Listed Dispatcher', status: 'active' },
		message: REFUSED_TOKEN,
	},
	'interview create': {
		isSentOnce: true,
		good: (simulators) => ({
			...INTERVIEW,
			...anyAvatar(simulators),
			additionalFields: {
				interview_length: 5,
				tags: 'sales, night shift',
				interview_available_till: '2099-12-01T18:00:00',
			},
		}),
		item: { questions_generated: 5, max_duration: 1200 },
		refused: { ...INTERVIEW, avatar: byId(UNKNOWN), additionalFields: { custom_scoring: '{max_score: 3}' } },
		message: /Custom Scoring is not a JSON object.*Write Custom Scoring like/,
	},
	'interview createFromQuestions': {
		isSentOnce: true,
		good: (simulators) => ({
			...INTERVIEW,
			...anyAvatar(simulators),
			description: 'Plans routes. Works at night.',
			questions: '[{"question": "Why this job?", "duration": 60}]',
			additionalFields: { is_embedded: true },
		}),
		item: { interview_def_set_id: expect.any(String), embed_id: expect.any(String) },
		refused: { ...INTERVIEW, avatar: byId(UNKNOWN), description: 'Plans routes.', questions: '[]' },
		message: /Questions is an empty list.*Give at least one question/,
	},
	'interview update': {
		good: (simulators) => ({ ...newInterview(simulators), updateFields: { name: 'Day Dispatcher' } }),
		item: { updated_fields: ['name'] },
		refused: { ...UNKNOWN_INTERVIEW, updateFields: {} },
		message: /Update Fields is empty.*Click "Add field"/,
	},
	'interview setState': {
		good: (simulators) => ({ ...newInterview(simulators), status: 'archived' }),
		item: { status: 'archived', success: true },
		refused: { ...UNKNOWN_INTERVIEW, status: 'archived' },
		message: NO_SUCH_INTERVIEW,
	},
	'candidate register': {
		isSentOnce: true,
		good: (simulators) => ({
			...newInterview(simulators),
			name: 'Ada Example',
			email: newAddress(),
			additionalFields: { external_id: 7 },
			options: { is_test: true },
		}),
		item: { result: 'ok', name: 'Ada Example', external_id: '7' },
		refused: { ...UNKNOWN_INTERVIEW, source: 'list', list: '[{"name": "Ada Example"}]' },
		message:
			/Email in entry 1 of Candidate List is empty; nobody was registered.*Give each entry the key "email"/,
	},
	'candidate enrollWithLink': {
		isSentOnce: true,
		good: (simulators) => ({
			...CANDIDATE,
			...newInterview(simulators),
			candidateCountry: 'us',
			resume: 'Drove lorries.',
			positionFrom: 'existing',
			additionalFields: { interview_attempts: 2, result_view: 'none', pdf_export_auto_config: '{}' },
		}),
		item: { status: 'ai_accept' },
		refused: { ...CANDIDATE, ...UNKNOWN_INTERVIEW, candidateCountry: 'us', resume: 'Drove lorries.' },
		message: NO_SUCH_INTERVIEW,
	},
	'candidate getAll': {
		good: async (simulators) => ({ filters: { filter_text: (await scored(simulators)).email } }),
		item: { name: 'Ada Example', interview_count: 1 },
		message: REFUSED_TOKEN,
	},
	'candidate createSignedLink': {
		good: async (simulators) => {
			const { id, interview } = await scored(simulators);
			const enrollmentId = simulators.jobmojito.state.interview(id)?.enrollmentId;
			return { type: 'interview-for-profile', enrollmentId, interview, options: { showMenu: true } };
		},
		item: { type: 'interview-for-profile', url: expect.stringMatching(/^https:.*menu=1$/) },
		refused: { ...UNKNOWN_INTERVIEW, type: 'interview-for-profile', enrollmentId: UNKNOWN },
		message: /an ID is unknown or of another kind.*Check the ID and the credential/,
	},
	'result get': {
		good: scoredResult,
		item: { status: 'completed', score: 7.3, duration_seconds: 215 },
		...NO_RESULT,
	},
	'result getAll': {
		good: async (simulators) => ({
			interview: (await scored(simulators)).interview,
			types: ['interview', 'assessment'],
			filters: { tab: 'undecided' },
		}),
		item: { candidate_name: 'Ada Example', position_name: 'Night Dispatcher', duration_seconds: 215 },
		refused: { filters: { changedSince: 'yesterday' } },
		message: /Changed Since is not a valid date.*Pick a date/,
	},
	'result getTranscript': {
		good: async (simulators) => ({ ...(await scoredResult(simulators)), format: 'turns' }),
		item: { at_seconds: 0, speaker: 'Interviewer', text: 'Why do you want this job?' },
		...NO_RESULT,
	},
	'result getReport': {
		isSentOnce: true,
		good: async (simulators) => ({
			...(await scoredResult(simulators)),
			format: 'pdf',
			options: { template: 'modern', transcript: false },
		}),
		item: { report_url: expect.stringContaining('.pdf') },
		...NO_RESULT,
	},
	'result requestAnotherAttempt': {
		isSentOnce: true,
		good: scoredResult,
		item: { success: true },
		...NO_RESULT,
	},
	'preScreening checkText': {
		isSentOnce: true,
		good: (simulators) => ({
			...toCheck(simulators),
			resume: 'Drove lorries.',
			additionalFields: { candidate_country_code: 'us', form: '{"education": "masters"}' },
		}),
		item: { success: true, recommendation: 'recruiter_action' },
		refused: { ...CANDIDATE, position: byId(UNKNOWN), resume: 'Drove lorries.' },
		message: /Position not found.*check that the right kind is filled in/,
	},
	'preScreening create': {
		isSentOnce: true,
		good: () => ({
			positionName: 'Driver',
			positionLocation: 'Remote',
			positionCountry: 'us',
			type: 'resume',
			status: 'active',
			additionalFields: { assessment_rules: '[{"id": "resume_match", "resume_score_reject": 2}]' },
		}),
		item: { created: true },
		refused: {
			positionName: 'Driver',
			positionLocation: 'Remote',
			positionCountry: 'us',
			type: 'form',
			additionalFields: { form_fields: '{}' },
		},
		message: /Form Fields is not a JSON list.*Write Form Fields like/,
	},
	'account getStatus': {
		good: () => ({}),
		item: { subscription_status: 'active', credits_interview_monthly: 100 },
		message: REFUSED_TOKEN,
	},
	'account getCreditsUsed': {
		good: async (simulators) => ({ interview: (await scored(simulators)).interview }),
		item: { credit_amount: 2.5, candidate_name: 'Ada Example' },
		message: REFUSED_TOKEN,
	},
	'account getAnalytics': {
		good: async (simulators) => ({
			interview: (await scored(simulators)).interview,
			from: '2020-01-01T00:00:00',
			to: '2099-12-31',
		}),
		item: { event: 'interview_started', event_number: 1 },
		refused: { from: 'May', to: '2099-12-31' },
		message: /From is not a valid date.*Pick a date/,
	},
	'account getManyAvatars': {
		good: () => ({ returnAll: true, filters: { type: 'interactive_heygen', include_public: true } }),
		item: { name: 'Avatar 1', type: 'interactive_heygen' },
		message: REFUSED_TOKEN,
	},
	'account getManyLanguages': {
		good: () => ({ limit: 1 }),
		item: { code: 'ar', interview_interface: true },
		message: REFUSED_TOKEN,
	},
	'account getManySubMerchants': {
		good: () => ({ filters: { filter_text: 'south', order_by: 'name' } }),
		item: { name: 'South Branch', status: 'active' },
		message: REFUSED_TOKEN,
	},
	'account inviteUsers': {
		isSentOnce: true,
		good: () => ({
			list: JSON.stringify([{ name: 'Ada Example', email: newAddress(), type: 'merchant' }]),
		}),
		item: { result: 'Invited', name: 'Ada Example' },
		refused: { list: '[{"name": "Bo Example", "email": "bo@example.com", "type": "candidate"}]' },
		message: /Interview ID in entry 1 of User List is empty; nobody was invited.*the key "interview_id"/,
	},
	'preScreening checkFile': {
		isSentOnce: true,
		needsFile: true,
		good: (simulators) => ({ ...toCheck(simulators), binaryField: 'data' }),
		item: { success: true, recommendation: 'recruiter_action' },
		refused: { ...CANDIDATE, position: byId(UNKNOWN), binaryField: 'resume' },
		message: /binary file 'resume', but none was found.*Make sure/i,
	},
	'knowledgeBase upload': {
		isSentOnce: true,
		needsFile: true,
		good: () => ({ storeId: 'store', binaryField: 'data', options: { name: 'rules.md' } }),
		item: { knowledge_base_id: expect.any(String) },
		refused: { storeId: ' ', binaryField: 'data' },
		message: /Knowledge Base Store ID is empty.*Fill in Knowledge Base Store ID/,
	},
};

export const JOBMOJITO_ODD_BODIES: OddBodies = {
	'a list of an empty object': { body: [{}] },
	'empty lists': { body: { status: 'ok', data: [], items: [] } },
	'a word': { body: 'https' },
};
