import type { IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

/**
 * Runs a call that is about one thing, and says it in words of our own when HeyMilo has no such thing. For what may be
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
 * Runs a call that deletes one thing.
 *
 * @param what how users call it
 * @throws NodeApiError, also when there is none with that id
 */
export async function deleted(
	context: IExecuteFunctions,
	what: string,
	id: string,
	call: () => Promise<unknown>,
): Promise<{ deleted: true }> {
	const missing = {
		message: `Nothing was deleted: HeyMilo has no ${what} with the ID ${id}`,
		description: 'It may have been deleted already. Check the ID with the operation Get Many.',
	};
	await foundOr(context, missing, call);
	return { deleted: true };
}
