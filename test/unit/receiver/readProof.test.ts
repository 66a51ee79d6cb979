import type { IWebhookFunctions } from 'n8n-workflow';

import { readProof } from '../../../nodes/shared/receiver/readProof';
import type { Proof, VendorReceiver } from '../../../nodes/shared/receiver/vendorReceiver';
import { sharedSecretProof } from '../../../nodes/shared/receiver/verify';

interface Changes {
	mode?: string;
	credentials?: object;
}

let nodes = 0;

/** A trigger whose credential holds what the test says, and is read when it says so. */
function trigger() {
	const node = { id: `node-${++nodes}`, credentials: { api: { id: 'one', name: 'one' } } };
	const readings: Array<{ end(...secrets: string[]): void; fail(): void }> = [];
	const vendor = {
		proof: async () =>
			await new Promise<Proof>((resolve, reject) =>
				readings.push({
					end: (...secrets) => resolve(sharedSecretProof(secrets, () => '')),
					fail: () => reject(new Error('no credential')),
				}),
			),
	} as unknown as VendorReceiver;
	const context = ({ mode = 'webhook', ...changed }: Changes) =>
		({
			getMode: () => mode,
			getNode: () => ({ ...node, ...changed }),
			getWorkflow: () => ({ id: 'workflow' }),
		}) as unknown as IWebhookFunctions;
	/** Whether a delivery that was made with this secret is admitted. */
	const arrive = async (secret: string, changed: Changes = {}) => {
		const { proved } = await readProof(context(changed), vendor, ({ secrets, verification }) =>
			secrets.includes(secret) ? { verification, secret } : null,
		);
		return proved !== null;
	};
	const wait = async (milliseconds: number) => await jest.advanceTimersByTimeAsync(milliseconds);
	return { readings, arrive, wait };
}

describe('what deliveries have to prove', () => {
	beforeEach(() => jest.useFakeTimers());

	afterEach(() => jest.useRealTimers());

	it('is read once for all deliveries of a second, and then anew', async () => {
		const { readings, arrive, wait } = trigger();
		const first = [arrive('old'), arrive('old')];
		await wait(100);
		readings[0].end('old');
		await expect(Promise.all(first)).resolves.toEqual([true, true]);
		await wait(899);
		await expect(arrive('old')).resolves.toBe(true);
		expect(readings).toHaveLength(1);
		await wait(1);
		const later = arrive('old');
		await wait(0);
		readings[1].end('new');
		await expect(later).resolves.toBe(false);
	});

	it('does not include a removed secret a second after its removal, however long the reading took', async () => {
		const { readings, arrive, wait } = trigger();
		const first = arrive('removed');
		await wait(990);
		readings[0].end('removed');
		await expect(first).resolves.toBe(true);
		await wait(10);
		const second = arrive('removed');
		await wait(0);
		expect(readings).toHaveLength(2);
		readings[1].end();
		await expect(second).resolves.toBe(false);
	});

	it('includes a new secret at once, by a second look for each second', async () => {
		const { readings, arrive, wait } = trigger();
		const first = arrive('old');
		await wait(0);
		readings[0].end('old');
		await first;
		const added = [arrive('new'), arrive('new'), arrive('forged')];
		await wait(0);
		expect(readings).toHaveLength(2);
		readings[1].end('old', 'new');
		await expect(Promise.all(added)).resolves.toEqual([true, true, false]);
		await expect(
			Promise.all(['forged', 'forged', 'new'].map(async (one) => await arrive(one))),
		).resolves.toEqual([false, false, true]);
		expect(readings).toHaveLength(2);
	});

	it('is read anew after a reading that failed, by who waited for it too', async () => {
		const { readings, arrive, wait } = trigger();
		const first = expect(arrive('new')).rejects.toThrow('no credential');
		await wait(0);
		const second = arrive('new');
		readings[0].fail();
		await first;
		await wait(0);
		readings[1].end('new');
		await expect(second).resolves.toBe(true);
		expect(readings).toHaveLength(2);
	});

	it.each<[string, Changes]>([
		['with another credential', { credentials: { api: { id: 'two', name: 'two' } } }],
		['with registrations of its own', { mode: 'manual' }],
	])('is read apart for a test in the editor %s', async (_, changes) => {
		const { readings, arrive, wait } = trigger();
		const production = arrive('one');
		const test = arrive('one', changes);
		await wait(0);
		readings[0].end('one');
		readings[1].end('two');
		await expect(Promise.all([production, test])).resolves.toEqual([true, false]);
	});

	it('waits for no reading that has not ended after a second', async () => {
		const { readings, arrive, wait } = trigger();
		void arrive('late');
		await wait(1_000);
		const late = arrive('late');
		await wait(0);
		expect(readings).toHaveLength(2);
		readings[1].end('late');
		await expect(late).resolves.toBe(true);
	});

	it('is kept no longer than a second', async () => {
		const { readings, arrive, wait } = trigger();
		const first = arrive('one');
		await wait(0);
		readings[0].end('one');
		await first;
		expect(jest.getTimerCount()).toBe(1);
		await wait(1_000);
		expect(jest.getTimerCount()).toBe(0);
	});
});
