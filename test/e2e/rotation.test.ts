import type { Stage } from '../../demo/stage';
import { VENDOR_SETUPS, VENDORS, type Simulators } from '../../demo/vendors';
import type { CredentialReference } from '../../demo/workflows';
import type { Vendor } from '../../simulators/shared/simulator';
import { fixturesOf } from '../fixtures';
import { openStage } from '../stage/openStage';

/** The vendors whose secret a person types in on both sides. */
const ROTATING = VENDORS.filter((vendor) => VENDOR_SETUPS[vendor].connect);

/** The change at the vendor, as the user makes it. */
function changeAtTheVendor(simulator: Simulators[Vendor], next: string): void {
	if ('rotateSecret' in simulator) return void simulator.rotateSecret(next);
	for (const webhook of simulator.webhooks) webhook.url = webhook.url.replace(/token=.*/, `token=${next}`);
}

/** Deliveries that arrive before and after each of the three steps. */
const BETWEEN_STEPS = 15;

jest.setTimeout(300_000);

describe('changing the secret while deliveries arrive', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage();
	}, 600_000);

	afterAll(async () => await stage?.stop());

	describe.each(ROTATING)('%s', (vendor) => {
		const next = 'the-next-secret-of-32-characters';
		let workflow: string;
		let credential: CredentialReference;

		const send = async (content: string) =>
			await stage.simulators[vendor].sendRaw(content, { url: stage.simulators[vendor].webhooks[0].url });

		const save = async (webhookSecret: string, previousWebhookSecret: string) =>
			await stage.changeCredential(vendor, credential, { webhookSecret, previousWebhookSecret });

		beforeAll(async () => {
			credential = await stage.createCredential(vendor);
			workflow = await stage.createWorkflow(vendor, credential);
			await stage.activate(vendor, workflow);
		});

		it('loses no delivery', async () => {
			const [{ text, item }] = fixturesOf(vendor);
			const ids: string[] = [];
			const statuses: Array<number | null> = [];
			let isOver = false;
			const deliver = async () => {
				while (!isOver) {
					const id = `rotating-${ids.length}`;
					ids.push(id);
					statuses.push((await send(text.replaceAll(String(item.interview_id), id))).status);
				}
			};
			const further = async () => {
				const goal = statuses.length + BETWEEN_STEPS;
				while (statuses.length < goal) await new Promise((resume) => setTimeout(resume, 10));
			};
			const { webhookSecret: old } = stage.simulators[vendor].credentials as { webhookSecret: string };
			const change = async () => {
				await further();
				await save(next, old);
				await further();
				changeAtTheVendor(stage.simulators[vendor], next);
				await further();
				await save(next, '');
				await further();
				isOver = true;
			};
			await Promise.all([change(), deliver(), deliver()]);

			expect(statuses.filter((status) => status !== 200)).toEqual([]);
			const emitted = (await stage.emitted(workflow)).flatMap(({ events }) => events);
			expect(emitted.map(({ interview_id }) => interview_id).sort()).toEqual(ids.sort());
		});

		it('stops accepting the old secret within a second', async () => {
			await expect(send('{"after":"the change"}')).resolves.toMatchObject({ status: 200 });
			await save('a-third-secret-of-32-characters!', '');
			await new Promise((resume) => setTimeout(resume, 1_000));
			await expect(send('{"after":"the change"}')).resolves.toMatchObject({ status: 401 });
		});
	});
});
