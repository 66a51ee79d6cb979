import type { IWebhookFunctions } from 'n8n-workflow';

import type { Proof, VendorReceiver } from './vendorReceiver';

interface Reading {
	/** Epoch milliseconds at which the first delivery asked for it. */
	since: number;
	hasBegun: boolean;
	proof: Promise<Proof>;
}

/** Nobody waits for a reading that is older: it may never end when n8n has lost its database. */
const PATIENCE_MS = 5_000;

/** The last reading of each trigger that has not ended. */
const readings = new Map<string, Reading>();

/**
 * What a delivery has to prove now. n8n takes longer to read a credential than for anything else that a trigger asks for:
 * deliveries that come while one is read share the next reading. It begins after they came, so a secret which was
 * removed before is not in it.
 *
 * @throws what the reading throws, for each delivery that shares it
 */
export async function readProof(context: IWebhookFunctions, vendor: VendorReceiver): Promise<Proof> {
	const { id, credentials } = context.getNode();
	// A test in the editor has registrations of its own, and may use another credential than the published workflow.
	const key = JSON.stringify([context.getWorkflow().id, id, context.getMode(), credentials]);
	const known = readings.get(key);
	const last = known && Date.now() - known.since < PATIENCE_MS ? known : undefined;
	if (last && !last.hasBegun) return await last.proof;

	const read = async () => {
		await last?.proof.catch(() => {});
		reading.hasBegun = true;
		try {
			return await vendor.proof(context);
		} finally {
			if (readings.get(key) === reading) readings.delete(key);
		}
	};
	const reading: Reading = { since: Date.now(), hasBegun: false, proof: Promise.resolve().then(read) };
	readings.set(key, reading);
	return await reading.proof;
}
