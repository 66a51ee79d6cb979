import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { failedItem } from '../../shared/actions/failures';
import type { Resource } from '../../shared/actions/operation';
import { runActions } from '../../shared/actions/runActions';
import { apiVersionOf } from '../api';

/** What v1 documents besides its lists of postings: docs.admin.heymilo.ai/webhook-management. */
const RESOURCES_OF_V1 = ['webhook'];

/**
 * Runs the selected operation, unless the API that the credential is for does not have it.
 *
 * @throws NodeError; with "On Error: Continue", each input item becomes one with the message instead
 */
export async function runInVersion(
	context: IExecuteFunctions,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const resource = context.getNodeParameter('resource', 0) as string;
	if (RESOURCES_OF_V1.includes(resource) || (await apiVersionOf(context)) === 'v2')
		return await runActions(context, resources);
	const error = onlyInV2(context, resources);
	if (!context.continueOnFail()) throw error;
	return [context.getInputData().map((_, index) => failedItem(error, index))];
}

function onlyInV2(context: IExecuteFunctions, resources: Resource[]): NodeOperationError {
	const resource = resources.find(({ value }) => value === context.getNodeParameter('resource', 0));
	const value = context.getNodeParameter('operation', 0) as string;
	const operation = resource?.operations.find((candidate) => candidate.value === value);
	return new NodeOperationError(
		context.getNode(),
		`${resource?.name}: ${operation?.name ?? value} needs API Version V2 in the credential`,
		{
			description:
				"The credential is set to V1 (Legacy), and HeyMilo's v1 API has webhooks only. Open the HeyMilo credential, set API Version to V2 and Base URL to https://api.heymilo.ai.",
		},
	);
}
