import { mkdirSync } from 'node:fs';

import { outputsOf } from '../host/executions';
import { installHost } from '../host/install';
import { startN8n, type N8n } from '../host/n8n';
import {
	isRecognized,
	type InterviewEvent,
	type RecognizedEvent,
} from '../nodes/shared/event/interviewEvent';
import { packTarball } from '../scripts/pack';
import type { Vendor } from '../simulators/shared/simulator';
import {
	ACTION,
	actionWorkflow,
	REPORT,
	START,
	TRIGGER,
	triggerWorkflow,
	type CredentialReference,
} from './workflows';
import { type Simulators, startSimulators, stopSimulators, VENDOR_SETUPS, VENDORS } from './vendors';

/** What one execution of a trigger emitted. */
export interface Emitted {
	events: RecognizedEvent[];
	/** What came of genuine deliveries that could not be read. */
	unrecognized: InterviewEvent[];
	/** Reports that the workflow fetched afterwards. */
	reports: FetchedReport[];
}

type FetchedReport = InterviewEvent & { transcript?: string | null };

/** What came of one run of an action node. */
interface ActionRun {
	items: Array<Record<string, unknown>>;
	error: { message: string; description?: string | null } | null;
	executionId: string;
}

/** A real n8n with this package, and the simulators that it talks to. */
export interface Stage {
	n8n: N8n;
	simulators: Simulators;
	/** Creates the vendor's credential, with other data than the right one where given. */
	createCredential(vendor: Vendor, changes?: Record<string, unknown>): Promise<CredentialReference>;
	/** Changes fields of a credential that `createCredential` made. */
	changeCredential(
		vendor: Vendor,
		credential: CredentialReference,
		changes: Record<string, unknown>,
	): Promise<void>;
	/**
	 * Creates a workflow with the vendor's trigger; `parameters` are added to those that select everything.
	 *
	 * @param fetchesReports whether it goes on to fetch the report of an interview that has one
	 */
	createWorkflow(
		vendor: Vendor,
		credential: CredentialReference,
		parameters?: Record<string, unknown>,
		fetchesReports?: boolean,
	): Promise<string>;
	/** Activates a workflow and does the click at the vendor where there is one. */
	activate(vendor: Vendor, workflowId: string): Promise<void>;
	/** The production URL of a workflow's trigger. */
	productionUrl(workflowId: string): Promise<string>;
	/**
	 * Runs an action node once, as "Execute workflow" does: its items, or the error that stopped it.
	 *
	 * @param withFile whether its input item comes with a small file
	 */
	runAction(
		vendor: Vendor,
		credential: CredentialReference,
		parameters: Record<string, unknown>,
		withFile?: boolean,
	): Promise<ActionRun>;
	/** What the workflow's executions emitted, oldest first. */
	emitted(workflowId: string): Promise<Emitted[]>;
	stop(): Promise<void>;
}

/**
 * Packs the built package, installs it into n8n as n8n's own installer does, and starts n8n and the simulators.
 *
 * @param userFolder where n8n keeps its data and the tarball lies
 * @param environment further settings of n8n
 * @param morePackages tarballs of packages to install beside ours
 * @param version of n8n; the pinned one when left out
 */
export async function setStage(
	userFolder: string,
	report: (line: string) => void,
	environment: Readonly<Record<string, string>> = {},
	morePackages: readonly string[] = [],
	version?: string,
): Promise<Stage> {
	const host = await installHost(report, version);
	mkdirSync(userFolder, { recursive: true });
	const tarball = packTarball(userFolder);
	report('Starting the vendor simulators');
	const simulators = await startSimulators();
	const n8n = await startN8n({ host, userFolder, packages: [tarball, ...morePackages], environment, report });
	return stageOf(n8n, simulators);
}

/** An n8n that has the package, and simulators, as a stage that stops both. */
export function stageOf(n8n: N8n, simulators: Simulators): Stage {
	return {
		n8n,
		simulators,
		...operations(n8n, simulators),
		stop: async () => {
			await n8n.stop();
			await stopSimulators(simulators);
		},
	};
}

function operations(n8n: N8n, simulators: Simulators): Omit<Stage, 'n8n' | 'simulators' | 'stop'> {
	const productionUrl = async (workflowId: string) => {
		const { nodes } = await n8n.workflow(workflowId);
		const trigger = nodes.find(({ webhookId }) => webhookId) ?? nodes[0];
		const { webhooks } = (await n8n.nodeTypes()).find(({ name }) => name === trigger.type) as unknown as {
			webhooks: Array<{ path: string }>;
		};
		return `${n8n.baseUrl}/webhook/${trigger.webhookId}/${webhooks[0].path}`;
	};
	return {
		productionUrl,
		createCredential: async (vendor, changes = {}) => {
			const { displayName, credential } = VENDOR_SETUPS[vendor];
			const name = `${displayName} simulator`;
			return {
				id: await n8n.createCredential(name, credential, { ...simulators[vendor].credentials, ...changes }),
				name,
			};
		},
		changeCredential: async (vendor, { id, name }, changes) => {
			const { credential: type } = VENDOR_SETUPS[vendor];
			await n8n.updateCredential(id, name, type, { ...simulators[vendor].credentials, ...changes });
		},
		createWorkflow: async (vendor, credential, parameters = {}, fetchesReports = false) => {
			const selected = { simplify: false, ...VENDOR_SETUPS[vendor].parameters(simulators), ...parameters };
			return await n8n.createWorkflow(triggerWorkflow(vendor, credential, selected, fetchesReports));
		},
		activate: async (vendor, workflowId) => {
			await n8n.activate(workflowId);
			VENDOR_SETUPS[vendor].connect?.(simulators, await productionUrl(workflowId));
		},
		runAction: async (vendor, credential, parameters, withFile = false) => {
			const workflowId = await n8n.createWorkflow(actionWorkflow(vendor, credential, parameters, withFile));
			const executionId = (await n8n.runManually(workflowId, START)) ?? '';
			const { runData, error } = await n8n.execution(executionId);
			const [items] = runData[ACTION]?.[0]?.data?.main ?? [];
			return {
				items: (items ?? []).map(({ json }) => json),
				error: runData[ACTION]?.[0]?.error ?? error ?? null,
				executionId,
			};
		},
		emitted: async (workflowId) => {
			const executions = await n8n.executions(workflowId);
			const all: Emitted[] = [];
			for (const { id } of executions.reverse()) {
				const execution = await n8n.execution(id);
				const [items = []] = outputsOf(execution, TRIGGER) as unknown as InterviewEvent[][];
				const [reports = []] = outputsOf(execution, REPORT) as unknown as FetchedReport[][];
				all.push({
					events: items.filter(isRecognized),
					unrecognized: items.filter((item) => !isRecognized(item)),
					reports,
				});
			}
			return all;
		},
	};
}

/** Every vendor with a credential and an active workflow that gets all of its events. */
export async function activateAll(
	stage: Stage,
	report: (line: string) => void,
	fetchesReports = false,
): Promise<Record<Vendor, string>> {
	const workflows: Partial<Record<Vendor, string>> = {};
	for (const vendor of VENDORS) {
		const workflowId = await stage.createWorkflow(
			vendor,
			await stage.createCredential(vendor),
			{},
			fetchesReports,
		);
		await stage.activate(vendor, workflowId);
		report(`${VENDOR_SETUPS[vendor].displayName}: workflow active`);
		workflows[vendor] = workflowId;
	}
	return workflows as Record<Vendor, string>;
}
