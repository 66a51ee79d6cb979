import type { IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { callV2 } from './api';

/**
 * Deletes one thing.
 *
 * @param what how users call it
 * @throws NodeApiError, also when there is none with that id
 */
export async function remove(
	context: IExecuteFunctions,
	path: string,
	what: string,
	id: string,
): Promise<{ deleted: true }> {
	try {
		await callV2(context, 'DELETE', path, undefined, true);
		return { deleted: true };
	} catch (error) {
		const refusal = new NodeApiError(context.getNode(), error as JsonObject);
		if (refusal.httpCode !== '404') throw refusal;
		throw new NodeApiError(
			context.getNode(),
			{},
			{
				message: `Nothing was deleted: HeyMilo has no ${what} with the ID ${id}`,
				description: `It may have been deleted already. Check the ID with the operation Get Many.`,
				httpCode: '404',
			},
		);
	}
}
