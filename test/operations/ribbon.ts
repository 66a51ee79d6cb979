import type { Simulators } from '../../demo/vendors';
import { byId, type Tries } from './tries';

const REFUSED_KEY = /Unauthorized.*recruit\/api-keys as an admin/;

let invited = 0;

const newAddress = () => `ada.ribbon${++invited}@example.com`;

/** A new flow, as the list returns it. */
const newFlow = ({ ribbon }: Simulators) => {
	const { interview_flow_id, title } = ribbon.state.addFlow({ title: 'Store assistant' });
	return { flowId: { __rl: true, mode: 'list', value: interview_flow_id, cachedResultName: title } };
};

/** A candidate whose interview is over, in a flow and a team of its own. */
async function reported(simulators: Simulators) {
	const { state } = simulators.ribbon;
	const { id: team_id } = state.addTeam('Logistics');
	const { interview_flow_id } = state.addFlow({ title: 'Picker', team_id, is_video_enabled: true });
	const interview = await simulators.ribbon.invite({
		name: 'Ada Example',
		email: newAddress(),
		jobId: interview_flow_id,
	});
	await interview.complete();
	await interview.processVideo();
	return { interviewId: interview.id, team_id, interview_flow_id };
}

const NO_INTERVIEW = {
	refused: { interviewId: 'unknown' },
	message: /Interview not found.*Take the IDs of interviews and flows from a trigger item/,
};
const NO_FLOW = /Interview flow not found.*or select the flow from the list/;
const UNKNOWN_FLOW = { refused: { flowId: byId('unknown') }, message: NO_FLOW };

export const RIBBON_OPERATIONS: Tries = {
	'report get': {
		good: async (simulators) => ({ interviewId: (await reported(simulators)).interviewId }),
		item: {
			event_type: 'interview.report_available',
			candidate_name: 'Ada Example',
			score_raw: null,
			is_ready: true,
		},
		...NO_INTERVIEW,
	},
	'report getAll': {
		good: async (simulators) => {
			const { team_id } = await reported(simulators);
			return { filters: { team_id } };
		},
		item: { event_type: 'interview.report_available', candidate_name: 'Ada Example', is_ready: true },
		message: REFUSED_KEY,
	},
	'interview get': {
		good: async (simulators) => ({ interviewId: (await reported(simulators)).interviewId }),
		item: { status: 'completed', candidate_name: 'Ada Example', is_ready: true },
		...NO_INTERVIEW,
	},
	'interview getAll': {
		good: async (simulators) => {
			const { team_id, interview_flow_id } = await reported(simulators);
			return { filters: { team_id, status: 'completed', flowId: byId(interview_flow_id) } };
		},
		item: { status: 'completed', candidate_name: 'Ada Example' },
		refused: { filters: { status: 'running' } },
		message: /Status is not one of the values to choose from.*completed, incomplete/,
	},
	'interview createLink': {
		isSentOnce: true,
		good: (simulators) => ({
			...newFlow(simulators),
			email: newAddress(),
			additionalFields: {
				interviewee_first_name: 'Ada',
				interviewee_last_name: 'Example',
				assigned_recruiter_id: simulators.ribbon.state.members[0].id,
			},
		}),
		item: { interview_link: expect.stringContaining('https://app.ribbon.ai/interview/') },
		refused: { flowId: byId('unknown'), email: 'ada@example.com' },
		message: NO_FLOW,
	},
	'interview revokeRecordings': {
		good: async (simulators) => ({ interviewId: (await reported(simulators)).interviewId }),
		item: { success: true },
		...NO_INTERVIEW,
	},
	'flow get': {
		good: newFlow,
		item: { title: 'Store assistant', language: 'en-US', webhook_url: null },
		...UNKNOWN_FLOW,
	},
	'flow getAll': {
		good: (simulators) => {
			const { id: team_id } = simulators.ribbon.state.addTeam('Night');
			simulators.ribbon.state.addFlow({ title: 'Porter', team_id });
			return { filters: { team_id } };
		},
		item: { title: 'Porter' },
		message: REFUSED_KEY,
	},
	'flow create': {
		isSentOnce: true,
		good: () => ({
			title: 'Store assistant',
			orgName: 'Example Stores',
			questions: 'Why us?\n\nWhen can you start?',
			additionalFields: {
				webhook_url: 'https://n8n.example.com/webhook/a/ribbon',
				interview_type: 'recruitment',
				is_video_enabled: true,
			},
		}),
		item: { interview_flow_id: expect.any(String), title: 'Store assistant' },
		refused: {
			title: 'Store assistant',
			orgName: 'Example Stores',
			questions: 'Why us?',
			additionalFields: { webhook_url: 'n8n.example.com' },
		},
		message: /Webhook URL is not a web address.*Copy the Production URL of the trigger/,
	},
	'flow archive': {
		good: newFlow,
		item: { success: true },
		...UNKNOWN_FLOW,
	},
	'team getAll': {
		good: () => ({}),
		item: { name: 'Retail' },
		message: REFUSED_KEY,
	},
	'team getManyMembers': {
		good: ({ ribbon }) => ({ filters: { team_id: ribbon.state.teams[0].id } }),
		item: { full_name: 'Kim Recruiter', email: 'kim.recruiter@example.com' },
		message: REFUSED_KEY,
	},
};
