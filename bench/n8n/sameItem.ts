import { isDeepStrictEqual } from 'node:util';

import { TRIGGER } from '../../demo/workflows';
import type { ItemJson } from '../../host/executions';
import { newDeliveries, type Contestant } from './contestants';
import type { Hall } from './hall';
import { NORMALIZE } from './workflows';

/**
 * Sends one delivery to our trigger and to the hand-made workflow.
 *
 * @throws when they do not make the same item of it: then their speed could not be compared
 */
export async function requireSameItem(hall: Hall): Promise<void> {
	const requests = newDeliveries(hall.ours.hireflix, 'hireflix', 1000, 1);
	const itemOf = async ({ url, workflowId }: Contestant, node: string): Promise<ItemJson> => {
		await hall.client.send({ url, requests, pace: { connections: 1 } });
		const [{ id }] = await hall.stage.n8n.executions(workflowId);
		const [[item]] = await hall.stage.n8n.outputItems(id, node);
		return { ...item, received_at: null };
	};
	const ours = await itemOf(hall.ours.hireflix, TRIGGER);
	const byHand = await itemOf(hall.handMade, NORMALIZE);
	if (!isDeepStrictEqual(ours, byHand)) {
		throw new Error(`Not the same item:\n${JSON.stringify(ours)}\n${JSON.stringify(byHand)}`);
	}
}
