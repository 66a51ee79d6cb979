import type { Simulators } from '../../demo/vendors';
import type { OddBodies, Tries } from './tries';

const REFUSED_KEY = /Unauthorized.*Settings → API Keys → Generate/;

let invited = 0;

const newAddress = () => `ada.flow${++invited}@example.com`;

const newInterviewer = ({ interviewflowai }: Simulators) => ({
	interviewerId: interviewflowai.state.addInterviewer('Office Manager').id,
});

/** A new Interviewer with one candidate, whose report is there. */
async function reported(simulators: Simulators) {
	const { interviewerId } = newInterviewer(simulators);
	const interview = await simulators.interviewflowai.invite({
		name: 'Ada Example',
		email: newAddress(),
		externalId: 'ATS-1',
		jobId: interviewerId,
	});
	await interview.complete();
	await interview.report(84);
	return { interviewId: interview.id, interviewerId };
}

/** A new Interviewer with two candidates, of whom the second passes the filter. */
function filtered(simulators: Simulators) {
	const { state } = simulators.interviewflowai;
	const interviewer = state.addInterviewer('Office Manager');
	for (const score of [0, 50]) {
		state.addInterview({
			interviewer,
			name: 'Ada Example',
			email: newAddress(),
			additionalFields: { 'Manual Score': score, Region: 'Nordics' },
		});
	}
	const filters = [
		{ name: 'Manual Score', condition: 'atLeast', number: 25 },
		{ name: 'Region', condition: 'equals', text: 'Nordics' },
	];
	return { interviewerId: interviewer.id, customFieldFilters: { filters } };
}

export const INTERVIEWFLOWAI_OPERATIONS: Tries = {
	'report get': {
		good: async (simulators) => ({ ...(await reported(simulators)), options: { scoreMaximum: 100 } }),
		item: { event_type: 'interview.report_available', score_percent: 84, external_id: 'ATS-1' },
		refused: { interviewId: 'unknown', interviewerId: 'unknown' },
		message: /Interviewer not found.*Copy the Interviewer ID from the address/,
	},
	'report getAll': {
		good: async (simulators) => {
			const { interviewerId } = await reported(simulators);
			return { interviewerId, options: { scoreMaximum: 100 } };
		},
		item: { event_type: 'interview.report_available', score_percent: 84 },
		message: REFUSED_KEY,
	},
	'candidate get': {
		good: reported,
		item: { candidate_name: 'Ada Example', interview_status: 'completed', score_raw: 84 },
		refused: { interviewId: 'unknown', interviewerId: ' ' },
		message: /Interviewer ID is empty.*Fill in Interviewer ID/,
	},
	'candidate getAll': {
		good: filtered,
		item: { candidate_name: 'Ada Example', custom_fields: { 'Manual Score': 50, Region: 'Nordics' } },
		refused: {
			interviewerId: 'unknown',
			customFieldFilters: {
				filters: [
					{ name: 'Region', text: 'Nordics' },
					{ name: 'Region', text: 'Iberia' },
				],
			},
		},
		message: /Custom Field Filters holds two filters for Region.*remove the other/,
	},
	'candidate addMany': {
		isSentOnce: true,
		good: (simulators) => ({
			...newInterviewer(simulators),
			name: 'Ada Example',
			email: newAddress(),
			additionalFields: { customFields: '{ "Region": "Nordics" }', sendEmailAfter: 96 },
			options: { status: 'draft', skills: 'Forecasting' },
		}),
		item: { name: 'Ada Example', status: 'draft' },
		refused: { interviewerId: 'unknown', source: 'list', list: '[{ "name": "Ada Example" }]' },
		message: /Email in entry 1 of Candidate List is empty; nobody was added.*Give each entry the key "email"/,
	},
	'candidate createInterviewLink': {
		isSentOnce: true,
		good: (simulators) => ({
			...newInterviewer(simulators),
			name: 'Ada Example',
			email: newAddress(),
			additionalFields: {
				status: 'draft',
				metadata: '{ "atsId": "ATS-1" }',
				skills: 'Negotiation, Forecasting',
			},
		}),
		item: { status: 'draft', interviewLink: expect.stringContaining('https://') },
		refused: {
			interviewerId: 'unknown',
			name: 'Ada Example',
			email: 'ada@example.com',
			additionalFields: { resumeUrl: 'resume.pdf' },
		},
		message: /Resume URL is not a web address.*"resume\.pdf".*beginning with https/,
	},
};

const ONE_CANDIDATE = ['report get', 'candidate get'];

export const INTERVIEWFLOWAI_ODD_BODIES: OddBodies = {
	'a list of words': { body: ['a', 'b'] },
	'a record of nothing': { body: { data: [null] } },
	'an empty record': { body: { data: [{}] } },
	// Nobody, where one candidate is asked for.
	'an empty list': { body: [], answers: ONE_CANDIDATE },
	'an empty object as data': { body: { data: {}, candidates: null }, answers: ONE_CANDIDATE },
};
