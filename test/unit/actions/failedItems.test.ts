import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

import { HeyMilo } from '../../../nodes/HeyMilo/HeyMilo.node';
import { heyMiloResources } from '../../../nodes/HeyMilo/resources';
import { Hireflix } from '../../../nodes/Hireflix/Hireflix.node';
import { hireflixResources } from '../../../nodes/Hireflix/resources';
import { InterviewFlowAi } from '../../../nodes/InterviewFlowAi/InterviewFlowAi.node';
import { interviewFlowAiResources } from '../../../nodes/InterviewFlowAi/resources';
import { JobMojito } from '../../../nodes/JobMojito/JobMojito.node';
import { jobMojitoResources } from '../../../nodes/JobMojito/resources';
import { Micro1 } from '../../../nodes/Micro1/Micro1.node';
import { micro1Resources } from '../../../nodes/Micro1/resources';
import type { Resource } from '../../../nodes/shared/actions/operation';
import { actionContext } from './actionContext';

const NODES: Array<[string, INodeType, Resource[]]> = [
	['Hireflix', new Hireflix(), hireflixResources],
	['HeyMilo', new HeyMilo(), heyMiloResources],
	['JobMojito', new JobMojito(), jobMojitoResources],
	['InterviewFlowAI', new InterviewFlowAi(), interviewFlowAiResources],
	['micro1', new Micro1(), micro1Resources],
];

const OPERATIONS = NODES.flatMap(([name, node, resources]) =>
	resources.flatMap((resource) =>
		resource.operations.map(
			(operation) =>
				[`${name}: ${resource.name} → ${operation.name}`, { node, resource, operation }] as const,
		),
	),
);

// n8n before 2.34.6 sends an item with `error` and other keys out as a success.
it.each(OPERATIONS)(
	'%s gives a failed item that every n8n sends to the error output',
	async (_, { node, resource, operation }) => {
		const parameters = { resource: resource.value, operation: operation.value };
		const context = {
			...actionContext({ parameters, items: 2, continueOnFail: true }),
			// Without a Base URL nothing can be called.
			getCredentials: async () => await Promise.resolve({}),
		} as unknown as IExecuteFunctions;
		const [items] = (await node.execute?.call(context)) as Array<Array<{ json: object }>>;
		expect(items).toHaveLength(2);
		for (const { json } of items) expect(Object.keys(json)).toEqual(['error', 'message']);
	},
);
