import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import express, { type Request, type Response } from 'express';
import { HookContext, LoadOptionsContext, WebhookContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodePropertyOptions,
	INodeType,
	INodeTypes,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	Logger,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { deepCopy, NodeHelpers, Workflow } from 'n8n-workflow';

import type * as Package from '../../index';
import './noWaits';
import { credentialsHelper } from './credentials';

// What is tested is the bundle that is published, not the sources.
const builtPackage = require('../../dist') as typeof Package;

/** What a trigger is tested with. */
export interface Setup {
	/** Class name of the trigger, as the package exports it. */
	trigger: keyof typeof Package;
	credential: keyof typeof Package;
	credentialData: ICredentialDataDecryptedObject;
	parameters: INodeParameters;
	/** Public address under which n8n believes to be reachable; default is this server's own. */
	publicUrl?: string;
	mode?: WorkflowExecuteMode;
	/** What n8n has stored of the workflow's static data, shared and not copied; nothing unless given, as in a test run. */
	staticData?: IDataObject;
}

type Construct<Instance> = new () => Instance;

let workflowCount = 0;

/**
 * A workflow with one trigger of the built package, active on a server that treats deliveries as n8n does: it
 * calls the node in n8n-core's own contexts, stores what the node emits and then answers. Only what n8n's server
 * adds to n8n-core (routing, credentials, storing) is made here.
 */
export class ActiveWorkflow {
	/** The items that were stored, of each execution. */
	readonly executions: IDataObject[][] = [];
	/** Makes storing fail, as a database does that refuses. */
	isStorageBroken = false;
	/** How many deliveries have come, how many of them n8n is done with, and of how many the connection is closed. */
	readonly deliveries = { begun: 0, over: 0, closed: 0 };
	/** What the node has written to n8n's log. */
	readonly log: string[] = [];
	readonly workflow: Workflow;
	private storageGate = Promise.resolve();
	private readonly nodeType: INodeType;
	private readonly node: INode;
	private readonly additionalData: IWorkflowExecuteAdditionalData;

	private constructor(
		private readonly setup: Setup,
		private readonly server: Server,
		origin: string,
	) {
		this.nodeType = new (builtPackage[setup.trigger] as unknown as Construct<INodeType>)();
		const credential = new (builtPackage[setup.credential] as unknown as Construct<ICredentialType>)();
		const { name } = this.nodeType.description;
		this.node = {
			id: 'trigger',
			name: 'Trigger',
			type: name,
			typeVersion: 2,
			position: [0, 0],
			webhookId: 'f3b8c4f2-6c1d-4e0e-9d5a-0c8f0b6f7a11',
			parameters: defaultParameters(this.nodeType, setup.parameters),
			credentials: { [credential.name]: { id: '1', name: 'Test' } },
		};
		this.workflow = new Workflow({
			id: `workflow-${++workflowCount}`,
			nodes: [this.node],
			connections: {},
			// As n8n makes it for a test (test-webhooks.js).
			active: setup.mode !== 'manual',
			staticData: setup.staticData,
			nodeTypes: {
				getByName: () => this.nodeType,
				getByNameAndVersion: () => this.nodeType,
				getKnownTypes: () => ({}),
			} as INodeTypes,
		});
		this.additionalData = {
			webhookBaseUrl: `${setup.publicUrl ?? origin}/webhook`,
			webhookTestBaseUrl: `${setup.publicUrl ?? origin}/webhook-test`,
			credentialsHelper: credentialsHelper(setup.credentialData, credential),
			currentNodeParameters: this.node.parameters,
		} as unknown as IWorkflowExecuteAdditionalData;
	}

	static async start(setup: Setup): Promise<ActiveWorkflow> {
		const app = express();
		app.set('query parser', 'extended');
		app.use(express.raw({ type: () => true, limit: '16mb' }));
		const server = await new Promise<Server>((resolve) => {
			const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
		});
		const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const active = new ActiveWorkflow(setup, server, origin);
		app.post(/^\/webhook(-test)?\//, (request, response) => void active.deliver(request, response));
		return active;
	}

	/** Makes storing wait from now on, as a slow database does. @returns what lets those go on that came meanwhile */
	holdStorage(): () => void {
		let release = () => {};
		this.storageGate = new Promise((resolve) => (release = resolve));
		return release;
	}

	/** Waits until so many deliveries are that far; one that has begun is as far as it can be. */
	async until(step: keyof ActiveWorkflow['deliveries'], count: number): Promise<void> {
		while (this.deliveries[step] < count) await new Promise((resolve) => setImmediate(resolve));
	}

	/** Where a vendor delivers to, without a token. */
	get url(): string {
		return this.hook().getNodeWebhookUrl('default') ?? '';
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	/**
	 * Activates as n8n does: `create` only when `checkExists` finds nothing.
	 *
	 * @param reason `init` when n8n 1.x starts and the workflow was active before
	 */
	async activate(reason?: WorkflowActivateMode): Promise<void> {
		if (!(await this.call('checkExists', reason))) await this.call('create', reason);
	}

	async deactivate(): Promise<void> {
		await this.call('delete');
	}

	/** Runs one method of the node's life cycle. */
	async call(
		method: 'checkExists' | 'create' | 'delete',
		reason: WorkflowActivateMode = 'activate',
	): Promise<boolean> {
		const methods = this.nodeType.webhookMethods?.default;
		if (!methods) throw new Error(`${this.node.type} has no webhook methods`);
		return await methods[method].call(this.hook(reason));
	}

	/** Changes the credential, whose change n8n does not publish: `delete` never sees the old value. */
	changeCredential(data: ICredentialDataDecryptedObject): void {
		Object.assign(this.setup.credentialData, data);
	}

	/** Changes parameters, as a user does while the workflow is not active. */
	change(parameters: INodeParameters): void {
		Object.assign(this.node.parameters, parameters);
	}

	async loadOptions(method: string): Promise<INodePropertyOptions[]> {
		const load = this.nodeType.methods?.loadOptions?.[method];
		if (!load) throw new Error(`${this.node.type} has no list ${method}`);
		return await load.call(new LoadOptionsContext(this.workflow, this.node, this.additionalData, ''));
	}

	/** The item of every event, in order. */
	get events(): IDataObject[] {
		return this.executions.flat().filter((item) => !isUnrecognized(item));
	}

	/** The item of every delivery that could not be read, in order. */
	get unrecognized(): IDataObject[] {
		return this.executions.flat().filter(isUnrecognized);
	}

	get staticData(): IDataObject {
		return this.workflow.getStaticData('node', this.node);
	}

	private hook(reason: WorkflowActivateMode = 'activate'): HookContext {
		const mode = this.setup.mode ?? 'trigger';
		const activation: WorkflowActivateMode = mode === 'manual' ? 'manual' : reason;
		const context = new HookContext(
			this.workflow,
			this.node,
			this.additionalData,
			mode,
			activation,
			this.webhookData(),
		);
		return this.logging(context);
	}

	private logging<Context extends object>(context: Context): Context {
		const write = (line: string) => void this.log.push(line);
		const logger = { error: write, warn: write, info: write, debug: write } as Logger;
		return Object.defineProperty(context, 'logger', { value: logger });
	}

	private webhookData(): IWebhookData {
		const webhookDescription = this.nodeType.description.webhooks![0];
		return {
			webhookDescription,
			httpMethod: 'POST',
			node: this.node.name,
			path: NodeHelpers.getNodeWebhookPath(this.workflow.id, this.node, webhookDescription.path),
			workflowId: this.workflow.id,
			workflowExecuteAdditionalData: this.additionalData,
			isTest: this.setup.mode === 'manual',
		};
	}

	private async deliver(request: Request, response: Response): Promise<void> {
		this.deliveries.begun++;
		response.once('close', () => this.deliveries.closed++);
		if (!readBody(request))
			return void response.status(422).json({ message: 'Failed to parse request body' });
		const context = new WebhookContext(
			this.workflow,
			this.node,
			{
				...this.additionalData,
				httpRequest: request,
				httpResponse: response,
			} as IWorkflowExecuteAdditionalData,
			this.setup.mode ?? 'webhook',
			this.webhookData(),
			[],
			null,
		);
		try {
			const answer = await this.nodeType.webhook!.call(this.logging(context));
			if (answer.workflowData) await this.store(answer.workflowData);
			if (answer.noWebhookResponse) return;
			if (answer.workflowData) response.status(200).end();
			else response.status(200).json(answer.webhookResponse ?? { message: 'Webhook call received' });
		} catch {
			response.status(500).json({ message: 'Workflow could not be started' });
		} finally {
			this.deliveries.over++;
		}
	}

	private async store(outputs: INodeExecutionData[][]): Promise<void> {
		await this.storageGate;
		// What n8n does to an item first; it calls itself at every level.
		deepCopy(outputs);
		if (this.isStorageBroken) throw new Error('The database refuses');
		if (outputs.length !== this.nodeType.description.outputs.length)
			throw new Error(`${this.node.type} emits on ${outputs.length} outputs`);
		this.executions.push(outputs.flat().map(({ json }) => json));
	}
}

function isUnrecognized({ event_type }: IDataObject): boolean {
	return event_type === 'interview.unknown';
}

/** Sets `rawBody` and `body` as n8n does; false where it answers 422 itself. */
function readBody(request: Request): boolean {
	const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
	if (request.is('multipart/*')) {
		request.body = { data: {}, files: {} };
		return true;
	}
	request.body = undefined;
	if (!request.is(['application/json', 'text/plain', 'application/x-www-form-urlencoded', '*/xml', '+xml'])) {
		Object.assign(request, { readRawBody: async () => Object.assign(request, { rawBody }) });
		return true;
	}
	Object.assign(request, { rawBody });
	if (rawBody.length === 0 || !request.is('application/json')) return true;
	try {
		request.body = JSON.parse(rawBody.toString('utf8').replace(/^\uFEFF/, ''));
		return true;
	} catch {
		return false;
	}
}

/** As n8n stores a node: every visible parameter, with its default where the user chose nothing. */
function defaultParameters(nodeType: INodeType, parameters: INodeParameters): INodeParameters {
	const { properties } = nodeType.description;
	return NodeHelpers.getNodeParameters(properties, parameters, true, false, null, nodeType.description) ?? {};
}
