import { ExecuteContext } from 'n8n-core';
import type {
	IExecuteData,
	INode,
	INodeType,
	INodeTypes,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { node as anyNode } from './actions/actionContext';

/** n8n-core's own context, of a node of this type that runs for one empty item. */
export function executeContext(
	nodeType: Partial<INodeType>,
	credentials: INode['credentials'] = {},
	additionalData: object = { executionId: 'execution' },
): ExecuteContext {
	const node: INode = { ...anyNode, credentials };
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
	} as unknown as INodeTypes;
	const input = { main: [[{ json: {} }]] };
	return new ExecuteContext(
		new Workflow({ id: 'workflow', nodes: [node], connections: {}, active: false, nodeTypes }),
		node,
		additionalData as IWorkflowExecuteAdditionalData,
		'manual',
		{ resultData: { runData: {} } } as unknown as IRunExecutionData,
		0,
		[],
		input,
		{ data: input, node, source: null } as IExecuteData,
		[],
	);
}
