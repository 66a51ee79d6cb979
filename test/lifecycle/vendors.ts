import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { UNRECOGNIZED } from '../../nodes/shared/trigger/settings';
import { startHeyMilo } from '../../simulators/heymilo';
import { startHireflix } from '../../simulators/hireflix';
import { startInterviewFlowAi } from '../../simulators/interviewflowai';
import { startJobMojito } from '../../simulators/jobmojito';
import { startRibbon } from '../../simulators/ribbon';
import { CHOICES, startMicro1 } from '../../simulators/micro1';
import type { Simulator } from '../../simulators/shared/simulator';
import type { Vendor } from '../../simulators/shared/simulator';
import { ActiveWorkflow, type Setup } from './activeWorkflow';

type AnySimulator = Simulator<{ baseUrl: string }>;

interface TestedVendor {
	start(): Promise<AnySimulator>;
	node: Pick<Setup, 'trigger' | 'credential'>;
	parameters: INodeParameters;
	/** What the item says of how a delivery proved its origin. */
	verification: 'signature' | 'shared_secret';
	/** The click in the vendor's dashboard; nothing where the node registers itself. */
	connect?(simulator: AnySimulator, url: string): void;
}

/** The posting of HeyMilo's fixtures. */
export const FIXTURE_POSTING = '7C41B0E9';

/** How each vendor is set up so every event reaches its trigger. */
export const TESTED_VENDORS: Record<Vendor, TestedVendor> = {
	hireflix: {
		start: async () => await startHireflix(),
		node: { trigger: 'HireflixTrigger', credential: 'HireflixApi' },
		parameters: {
			events: [
				'interview.create',
				'interview.delete',
				'interview.finish',
				'interview.score-updated',
				'interview.status-change',
				UNRECOGNIZED,
			],
		},
		verification: 'signature',
		connect: (simulator, url) => void simulator.addWebhook(url),
	},
	heymilo: {
		start: async () => {
			const simulator = await startHeyMilo();
			simulator.state.addPosting('Posting of the fixtures').id = FIXTURE_POSTING;
			return simulator;
		},
		node: { trigger: 'HeyMiloTrigger', credential: 'HeyMiloApi' },
		parameters: {
			events: ['interview_started', 'interview_completed', 'report_available', UNRECOGNIZED],
			postings: [FIXTURE_POSTING],
		},
		verification: 'shared_secret',
	},
	jobmojito: {
		start: async () => await startJobMojito(),
		node: { trigger: 'JobMojitoTrigger', credential: 'JobMojitoApi' },
		parameters: {
			events: ['interview_collected', 'interview_failed', 'interview_result', UNRECOGNIZED],
		},
		verification: 'shared_secret',
		connect: (simulator, url) => void simulator.addWebhook(url),
	},
	interviewflowai: {
		start: async () => await startInterviewFlowAi(),
		node: { trigger: 'InterviewFlowAiTrigger', credential: 'InterviewFlowAiApi' },
		parameters: {
			events: [
				'interview.completed',
				'interview.in_progress',
				'interview.started',
				'interview.report_available',
				UNRECOGNIZED,
			],
		},
		verification: 'shared_secret',
		// As the user pastes it there.
		connect: (simulator, url) => {
			const { webhookSecret } = simulator.credentials as { baseUrl: string; webhookSecret: string };
			simulator.addWebhook(`${url}?token=${webhookSecret}`);
		},
	},
	ribbon: {
		start: async () => await startRibbon(),
		node: { trigger: 'RibbonTrigger', credential: 'RibbonApi' },
		parameters: {
			events: ['candidate_status_updated', 'interview_processed', 'video_processed', UNRECOGNIZED],
		},
		verification: 'signature',
		connect: (simulator, url) => void simulator.addWebhook(url),
	},
	micro1: {
		start: async () => await startMicro1(),
		node: { trigger: 'Micro1Trigger', credential: 'Micro1Api' },
		parameters: { events: [...CHOICES, UNRECOGNIZED] },
		verification: 'shared_secret',
	},
};

/** A trigger with everything selected, not yet active. */
export async function prepare(
	vendor: Vendor,
	simulator: AnySimulator,
	changes: Partial<Setup> = {},
): Promise<ActiveWorkflow> {
	const { node, parameters } = TESTED_VENDORS[vendor];
	const credentialData = {
		...simulator.credentials,
		...changes.credentialData,
	} as ICredentialDataDecryptedObject;
	return await ActiveWorkflow.start({
		...node,
		...changes,
		credentialData,
		parameters: { simplify: false, ...parameters, ...changes.parameters },
	});
}

/** The same, activated and connected to the simulator. */
export async function connect(
	vendor: Vendor,
	simulator: AnySimulator,
	changes: Partial<Setup> = {},
): Promise<ActiveWorkflow> {
	const workflow = await prepare(vendor, simulator, changes);
	await workflow.activate();
	TESTED_VENDORS[vendor].connect?.(simulator, workflow.url);
	return workflow;
}
