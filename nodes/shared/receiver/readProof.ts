import { sleep, type IWebhookFunctions } from 'n8n-workflow';

import type { Proof, Proved, VendorReceiver } from './vendorReceiver';

interface Reading {
	/** Epoch milliseconds. */
	begunAt: number;
	/** Whether it was made since the one before refused a delivery. */
	isSecondLook: boolean;
	proof: Promise<Proof>;
}

/** For so long after it began, other deliveries are judged by a reading as well: a secret that was removed stops within it. */
const REUSED_FOR_MS = 1_000;

/** The last reading of each trigger, until it fails or its time is over. */
const readings = new Map<string, Reading>();

/**
 * What a delivery proves by the secrets of now. n8n takes longer to read a credential than for anything else that a trigger
 * asks for, so one reading is for all deliveries of a second. What it refuses is judged once more by a new reading, in case
 * the secret was added since; a second look in the same second there is not, or forgeries would be read for again.
 *
 * @param judge what the delivery proves by these secrets; null: nothing
 * @throws what the reading throws; none that failed is used for another delivery
 */
export async function readProof(
	context: IWebhookFunctions,
	vendor: VendorReceiver,
	judge: (proof: Proof) => Proved | null,
): Promise<{ proof: Proof; proved: Proved | null }> {
	const { id, credentials } = context.getNode();
	// A test in the editor has registrations of its own, and may use another credential than the published workflow.
	const key = JSON.stringify([context.getWorkflow().id, id, context.getMode(), credentials]);
	const recent = recentReading(key);
	const known = await recent?.proof.catch(() => null);
	if (recent && known) {
		const proved = judge(known);
		if (proved || recent.isSecondLook) return { proof: known, proved };
	}
	const now = recentReading(key);
	const isNewer = now !== undefined && now !== recent;
	const next = isNewer
		? now
		: read(key, async () => await vendor.proof(context), { isSecondLook: Boolean(known) });
	const proof = await next.proof;
	return { proof, proved: judge(proof) };
}

function recentReading(key: string): Reading | undefined {
	const reading = readings.get(key);
	return reading && Math.abs(Date.now() - reading.begunAt) < REUSED_FOR_MS ? reading : undefined;
}

function read(
	key: string,
	proofOf: () => Promise<Proof>,
	{ isSecondLook }: Pick<Reading, 'isSecondLook'>,
): Reading {
	const reading: Reading = { begunAt: Date.now(), isSecondLook, proof: proofOf() };
	const forget = () => {
		if (readings.get(key) === reading) readings.delete(key);
	};
	readings.set(key, reading);
	reading.proof.catch(forget);
	void sleep(REUSED_FOR_MS).then(forget);
	return reading;
}
