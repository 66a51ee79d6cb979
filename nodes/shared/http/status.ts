import { NodeApiError } from 'n8n-workflow';

import type { ApiContext } from './vendorApi';

/** What a call is answered with in place of an error. */
interface Instead<Value> {
	/** Of the refusals that count. */
	statuses: string[];
	/** Whether that of a proxy counts, too: where a look at the vendor decides afterwards, or nothing depends on it. */
	alsoOfProxies?: boolean;
	otherwise(refusal: NodeApiError): Value | Promise<Value>;
}

/**
 * What a call answers or, where it is refused with one of these statuses, something else.
 *
 * @throws every other error of the call, and what `otherwise` throws
 */
export async function answerOr<Value, Other = Value>(
	asked: Promise<Value>,
	{ statuses, alsoOfProxies = false, otherwise }: Instead<Other>,
): Promise<Value | Other> {
	return await asked.catch(async (error: NodeApiError) => {
		const isVendors = alsoOfProxies || error.context?.isForeign !== true;
		return isVendors && statuses.includes(error.httpCode ?? '')
			? await otherwise(error)
			: await Promise.reject(error);
	});
}

/** The error that the vendor has no such thing. @param description where the right ID comes from */
export function noSuchThing(context: ApiContext, message: string, description: string): NodeApiError {
	return new NodeApiError(context.getNode(), {}, { message, description, httpCode: '404' });
}
