import type { IHookFunctions } from 'n8n-workflow';

import { isUnclear } from '../http/failure';
import { waitForAnother } from '../http/patience';

const PAUSE_MS = 500;

/** One that fails, one whose answer is lost, and one more. Each costs a look at the vendor's list as well. */
const MOST_ATTEMPTS = 3;

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
	let started = Date.now();
	for (let attempt = 1; ; attempt++) {
		const failure = await make().then(
			() => null,
			(error: Error) => error,
		);
		if (failure === null) return;
		const isOver = attempt === MOST_ATTEMPTS || !isUnclear(failure);
		const failedMs = Date.now() - started;
		if (isOver || !(await waitForAnother(context, failedMs, PAUSE_MS * 2 ** (attempt - 1)))) throw failure;
		started = Date.now();
		if (await isMade()) return;
	}
}
