import type { IWebhookFunctions } from 'n8n-workflow';

import { readProof } from '../../../nodes/shared/receiver/readProof';
import type { Proof, VendorReceiver } from '../../../nodes/shared/receiver/vendorReceiver';
import { sharedSecretProof } from '../../../nodes/shared/receiver/verify';

interface Changes {
	mode?: string;
	credentials?: object;
}

let nodes = 0;

/** A trigger whose credential is read when the test says so. */
function slowTrigger() {
	const node = { id: `node-${++nodes}`, credentials: { api: { id: 'one', name: 'one' } } };
	const readings: Array<{ end(secret: string): void; fail(): void }> = [];
	const vendor = {
		proof: async () =>
			await new Promise<Proof>((resolve, reject) =>
				readings.push({
					end: (secret) => resolve(sharedSecretProof([secret], () => '')),
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
	const arrive = async (changed: Changes = {}) => (await readProof(context(changed), vendor)).secrets[0];
	return { readings, arrive };
}

/** Until everything that can go on has gone on. */
const settled = async () => await new Promise((resolve) => setImmediate(resolve));

describe('what deliveries have to prove', () => {
	it('is read once for all that come while it is read for another', async () => {
		const { readings, arrive } = slowTrigger();
		const first = arrive();
		await settled();
		const others = [arrive(), arrive(), arrive()];
		await settled();
		expect(readings).toHaveLength(1);
		readings[0].end('old');
		await expect(first).resolves.toBe('old');
		await settled();
		expect(readings).toHaveLength(2);
		readings[1].end('new');
		await expect(Promise.all(others)).resolves.toEqual(['new', 'new', 'new']);
	});

	it('is never what was read before the delivery came', async () => {
		const { readings, arrive } = slowTrigger();
		for (const secret of ['one', 'two', 'three']) {
			const delivery = arrive();
			await settled();
			readings[readings.length - 1].end(secret);
			await expect(delivery).resolves.toBe(secret);
		}
		expect(readings).toHaveLength(3);
	});

	it('is read anew after a reading that failed', async () => {
		const { readings, arrive } = slowTrigger();
		const first = arrive();
		await settled();
		const second = arrive();
		readings[0].fail();
		await expect(first).rejects.toThrow('no credential');
		await settled();
		readings[1].end('new');
		await expect(second).resolves.toBe('new');
	});

	it.each<[string, Changes]>([
		['with another credential', { credentials: { api: { id: 'two', name: 'two' } } }],
		['with registrations of its own', { mode: 'manual' }],
	])('is read apart for a test in the editor %s', async (_, changes) => {
		const { readings, arrive } = slowTrigger();
		const production = arrive();
		const test = arrive(changes);
		await settled();
		readings[0].end('one');
		readings[1].end('two');
		await expect(Promise.all([production, test])).resolves.toEqual(['one', 'two']);
	});

	it('waits for no reading that takes longer than five seconds', async () => {
		const { readings, arrive } = slowTrigger();
		const now = jest.spyOn(Date, 'now').mockReturnValue(0);
		void arrive();
		await settled();
		void arrive();
		now.mockReturnValue(5_000);
		const late = arrive();
		await settled();
		expect(readings).toHaveLength(2);
		readings[1].end('late');
		await expect(late).resolves.toBe('late');
		now.mockRestore();
	});
});
