import { NodeApiError } from 'n8n-workflow';

import type { ApiContext } from './vendorApi';

/** The status that a call failed with, as text; undefined where it got no answer. */
export function statusIn(error: unknown): string | undefined {
	return (error as Partial<NodeApiError>).httpCode ?? undefined;
}

/**
 * What a call answers or, where it is refused with one of these statuses, something else.
 *
 * @throws every other error of the call, and what `otherwise` throws
 */
export async function answerOr<Value, Other = Value>(
	asked: Promise<Value>,
	statuses: string[],
	otherwise: (refusal: NodeApiError) => Other | Promise<Other>,
): Promise<Value | Other> {
	return await asked.catch(async (error: NodeApiError) =>
		statuses.includes(statusIn(error) ?? '') ? await otherwise(error) : await Promise.reject(error),
	);
}

/** The error that the vendor has no such thing. @param description where the right ID comes from */
export function noSuchThing(context: ApiContext, message: string, description: string): NodeApiError {
	return new NodeApiError(context.getNode(), {}, { message, description, httpCode: '404' });
}
