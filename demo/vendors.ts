import type { EventType } from '../nodes/shared/event/interviewEvent';
import { UNRECOGNIZED } from '../nodes/shared/trigger/settings';
import { SPLIT_PACKAGES } from '../scripts/splitPackages';
import { startHeyMilo, type HeyMiloSimulator } from '../simulators/heymilo';
import { startHireflix, type HireflixSimulator } from '../simulators/hireflix';
import { startInterviewFlowAi, type InterviewFlowAiSimulator } from '../simulators/interviewflowai';
import { startJobMojito, type JobMojitoSimulator } from '../simulators/jobmojito';
import { startRibbon, type RibbonSimulator } from '../simulators/ribbon';
import { CHOICES, startMicro1, type Micro1Simulator } from '../simulators/micro1';
import type { Vendor } from '../simulators/shared/simulator';

/** The vendors' stand-ins, each with a state of its own. */
export interface Simulators {
	hireflix: HireflixSimulator;
	heymilo: HeyMiloSimulator;
	jobmojito: JobMojitoSimulator;
	interviewflowai: InterviewFlowAiSimulator;
	ribbon: RibbonSimulator;
	micro1: Micro1Simulator;
}

export async function startSimulators(): Promise<Simulators> {
	return {
		hireflix: await startHireflix(),
		heymilo: await startHeyMilo(),
		jobmojito: await startJobMojito(),
		interviewflowai: await startInterviewFlowAi(),
		ribbon: await startRibbon(),
		micro1: await startMicro1(),
	};
}

export async function stopSimulators(simulators: Simulators): Promise<void> {
	await Promise.all(
		Object.values(simulators).map(async (one: { stop(): Promise<void> }) => await one.stop()),
	);
}

/** What is set up in n8n for a vendor. */
interface VendorSetup extends OwnSetup {
	displayName: string;
	/** Type names without the package's name. */
	node: string;
	action: string;
	credential: string;
}

interface OwnSetup {
	/** The event after which the vendor's API has a report. */
	reportAfter: EventType;
	/** Trigger parameters that select everything. */
	parameters(simulators: Simulators): Record<string, unknown>;
	/** The click in the vendor's dashboard; nothing where the node registers itself. */
	connect?(simulators: Simulators, productionUrl: string): void;
}

const OWN_SETUPS: Record<Vendor, OwnSetup> = {
	hireflix: {
		reportAfter: 'interview.completed',
		parameters: () => ({
			events: [
				'interview.create',
				'interview.finish',
				'interview.status-change',
				'interview.score-updated',
				'interview.delete',
				UNRECOGNIZED,
			],
		}),
		connect: ({ hireflix }, url) => void hireflix.addWebhook(url),
	},
	heymilo: {
		reportAfter: 'interview.report_available',
		parameters: ({ heymilo }) => ({
			events: ['interview_started', 'interview_completed', 'report_available', UNRECOGNIZED],
			postings: heymilo.state.postings.map(({ id }) => id),
		}),
	},
	jobmojito: {
		reportAfter: 'interview.report_available',
		parameters: () => ({
			events: ['interview_collected', 'interview_result', 'interview_failed', UNRECOGNIZED],
		}),
		connect: ({ jobmojito }, url) => void jobmojito.addWebhook(url),
	},
	interviewflowai: {
		reportAfter: 'interview.report_available',
		parameters: () => ({
			events: [
				'interview.started',
				'interview.in_progress',
				'interview.completed',
				'interview.report_available',
				UNRECOGNIZED,
			],
			options: { scoreMaximum: 100 },
		}),
		connect: ({ interviewflowai }, url) => {
			interviewflowai.addWebhook(`${url}?token=${interviewflowai.credentials.webhookSecret}`);
		},
	},
	ribbon: {
		reportAfter: 'interview.report_available',
		parameters: () => ({
			events: ['candidate_status_updated', 'interview_processed', 'video_processed', UNRECOGNIZED],
		}),
		connect: ({ ribbon }, url) => void ribbon.addWebhook(url),
	},
	micro1: {
		reportAfter: 'interview.report_available',
		parameters: () => ({ events: [...CHOICES, UNRECOGNIZED] }),
	},
};

export const VENDORS = Object.keys(OWN_SETUPS) as Vendor[];

export const VENDOR_SETUPS = Object.fromEntries(
	SPLIT_PACKAGES.map(({ page, vendor: displayName, className }) => {
		const action = className[0].toLowerCase() + className.slice(1);
		const types = { displayName, node: `${action}Trigger`, action, credential: `${action}Api` };
		return [page, { ...types, ...OWN_SETUPS[page as Vendor] }];
	}),
) as Record<Vendor, VendorSetup>;
