import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { followsUnclear } from '../../shared/http/failure';
import { answerOr, noSuchThing } from '../../shared/http/status';

/**
 * What a call about one thing answers; it is described in this node's words when HeyMilo has no such thing. For what may be
 * repeated only.
 *
 * @param description where the right ID comes from
 * @throws NodeApiError, that of the call for everything but a 404
 */
export async function foundOr<Value>(
	context: IExecuteFunctions,
	asked: Promise<Value>,
	message: string,
	description: string,
): Promise<Value> {
	return await answerOr(asked, {
		statuses: ['404'],
		otherwise: async () => await Promise.reject(noSuchThing(context, message, description)),
	});
}

/**
 * What is left of a call that deletes one thing. It is gone, too, when HeyMilo does not find it after a try whose answer was
 * lost.
 *
 * @param what how users call it
 * @param isListed whether the list still has it
 * @throws NodeApiError, also when there is none with that id
 */
export async function deleted(
	context: IExecuteFunctions,
	what: string,
	id: string,
	asked: Promise<unknown>,
	isListed: () => Promise<boolean>,
): Promise<{ deleted: true }> {
	const once = answerOr(asked, {
		statuses: ['404'],
		otherwise: async (refusal) => {
			if (!followsUnclear(refusal)) throw refusal;
			if (await isListed()) throw stillThere(context, what);
		},
	});
	await foundOr(
		context,
		once,
		`Nothing was deleted: HeyMilo has no ${what} with the ID ${id}`,
		'It may have been deleted already. Check the ID with the operation Get Many.',
	);
	return { deleted: true };
}

const stillThere = (context: IExecuteFunctions, what: string): NodeOperationError =>
	new NodeOperationError(context.getNode(), `HeyMilo still lists the ${what} that it was asked to delete`, {
		description: 'Run this node again.',
	});
