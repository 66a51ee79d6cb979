import type { IHookFunctions } from 'n8n-workflow';

import { isUnclear } from '../http/failure';
import { patienceOf, waitForAnother } from '../http/patience';

const PAUSE_MS = 500;

/**
 * Makes a webhook at a vendor, once. After a failure that leaves open whether it was made, it is looked up, and made again
 * only where it is missing.
 *
 * @param make sends a `writeOnce`
 * @param isMade whether the vendor lists it
 * @throws what `make` threw last, or `isMade`
 */
export async function madeOnce(
	context: IHookFunctions,
	make: () => Promise<unknown>,
	isMade: () => Promise<boolean>,
): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		const started = Date.now();
		const failure = await make().then(
			() => null,
			(error: Error) => error,
		);
		if (failure === null) return;
		const isOver = attempt === patienceOf(context).attempts || !isUnclear(failure);
		const failedMs = Date.now() - started;
		if (isOver || !(await waitForAnother(context, failedMs, PAUSE_MS * 2 ** (attempt - 1)))) throw failure;
		if (await isMade()) return;
	}
}
