import type { IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { followsUnclear } from '../../shared/http/failure';
import type { ApiContext } from '../../shared/http/vendorApi';

/** Whether the error of a call says that there is no such thing. */
export function isMissing(context: ApiContext, error: unknown): boolean {
	return new NodeApiError(context.getNode(), error as JsonObject).httpCode === '404';
}

/**
 * Runs a call that is about one thing, and describes it in this node's words when HeyMilo has no such thing. For what may be
 * repeated only.
 *
 * @throws NodeApiError, that of the call for everything but a 404
 */
export async function foundOr<Value>(
	context: IExecuteFunctions,
	missing: { message: string; description: string },
	call: () => Promise<Value>,
): Promise<Value> {
	try {
		return await call();
	} catch (error) {
		const refusal = new NodeApiError(context.getNode(), error as JsonObject);
		if (refusal.httpCode !== '404') throw refusal;
		throw new NodeApiError(context.getNode(), {}, { ...missing, httpCode: '404' });
	}
}

/**
 * Runs a call that deletes one thing. It is gone, too, when HeyMilo does not find it after a try whose answer was lost.
 *
 * @param what how users call it
 * @param look throws where the list still has it, or HeyMilo does not find the list either
 * @throws NodeApiError, also when there is none with that id
 */
export async function deleted(
	context: IExecuteFunctions,
	what: string,
	id: string,
	call: () => Promise<unknown>,
	look?: () => Promise<void>,
): Promise<{ deleted: true }> {
	const missing = {
		message: `Nothing was deleted: HeyMilo has no ${what} with the ID ${id}`,
		description: 'It may have been deleted already. Check the ID with the operation Get Many.',
	};
	const once = async () =>
		await call().catch(async (error: Error) =>
			isMissing(context, error) && followsUnclear(error) ? await look?.() : await Promise.reject(error),
		);
	await foundOr(context, missing, once);
	return { deleted: true };
}
