import { tmpdir } from 'node:os';

import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService, ExecuteContext } from 'n8n-core';
import type {
	IBinaryData,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IExecuteData,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
} from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';

import type * as Package from '../../index';
import './noWaits';
import { credentialsHelper } from './credentials';

// What is tested is the bundle that is published, not the sources.
const builtPackage = require('../../dist') as typeof Package;

export interface ActionSetup {
	/** Class name of the action node, as the package exports it. */
	node: keyof typeof Package;
	credential: keyof typeof Package;
	credentialData: ICredentialDataDecryptedObject;
	/** `resource`, `operation` and the operation's own; the others get their defaults. */
	parameters: INodeParameters;
	/** Input items; one empty item when left out. */
	input?: IDataObject[];
	/** In the binary field `data` of each input item. */
	file?: IBinaryData;
	/** "On Error: Continue" */
	continueOnFail?: boolean;
	/** The workflow's own; default: that of the process. */
	timezone?: string;
	/** An execution whose node has Retry On Fail on: the same one again is another try. */
	retriedExecution?: string;
	/** Is called with the name of each parameter that the node reads. */
	onRead?(name: string): void;
	/** Takes up what the node says beside its items. */
	hints?: NodeExecutionHint[];
}

type Construct<Instance> = new () => Instance;

/** Runs an action node of the built package in n8n-core's own context, with binary data on disk as n8n keeps it. */
export async function runAction(setup: ActionSetup): Promise<INodeExecutionData[]> {
	await startBinaryData();
	const nodeType = new (builtPackage[setup.node] as unknown as Construct<INodeType>)();
	const credential = new (builtPackage[setup.credential] as unknown as Construct<ICredentialType>)();
	const node = nodeOf(nodeType, credential, setup);
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [node],
		connections: {},
		active: false,
		settings: { timezone: setup.timezone },
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		} as INodeTypes,
	});
	const { input = [{}], file } = setup;
	const items = input.map((json) => ({ json, ...(file && { binary: { data: file } }) }));
	const context = new ExecuteContext(
		workflow,
		node,
		{
			executionId: setup.retriedExecution ?? 'execution',
			credentialsHelper: credentialsHelper(setup.credentialData, credential),
		} as unknown as IWorkflowExecuteAdditionalData,
		'manual',
		{ resultData: { runData: {} } } as unknown as IRunExecutionData,
		0,
		items,
		{ main: [items] },
		{ data: { main: [items] }, node, source: null } as IExecuteData,
		[],
	);
	const { getNodeParameter } = context;
	Object.defineProperty(context, 'getNodeParameter', {
		value: (...asked: Parameters<typeof getNodeParameter>) => {
			setup.onRead?.(asked[0]);
			return getNodeParameter.apply(context, asked);
		},
	});
	const output = (await nodeType.execute?.call(context)) as INodeExecutionData[][];
	setup.hints?.push(...context.hints);
	return output[0];
}

/** The content of a file that an action attached. */
export async function contentOf(file: IBinaryData): Promise<Buffer> {
	return await Container.get(BinaryDataService).getAsBuffer(file);
}

function nodeOf(nodeType: INodeType, credential: ICredentialType, setup: ActionSetup): INode {
	const { description } = nodeType;
	const parameters = NodeHelpers.getNodeParameters(
		description.properties,
		setup.parameters,
		true,
		false,
		null,
		description,
	);
	return {
		id: 'action',
		name: description.displayName,
		type: description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters ?? {},
		credentials: { [credential.name]: { id: '1', name: 'Test' } },
		retryOnFail: setup.retriedExecution !== undefined,
		onError: setup.continueOnFail ? 'continueRegularOutput' : 'stopWorkflow',
	};
}

let isStarted = false;

async function startBinaryData(): Promise<void> {
	if (isStarted) return;
	isStarted = true;
	const config = Container.get(BinaryDataConfig);
	config.mode = 'filesystem';
	config.localStoragePath = `${tmpdir()}/n8n-binary-data-of-tests`;
	await Container.get(BinaryDataService).init();
}
