import type { Stage } from '../../demo/stage';
import type { CredentialReference } from '../../demo/workflows';
import { fixturesOf } from '../fixtures';
import { openStage } from '../stage/openStage';

/** The vendors whose secret a person types in on both sides; each change at the vendor, as the user makes it. */
const CHANGES_AT_THE_VENDOR = {
	hireflix: ({ hireflix }: Stage['simulators'], next: string) => void hireflix.rotateSecret(next),
	jobmojito: ({ jobmojito }: Stage['simulators'], next: string) => void jobmojito.rotateSecret(next),
	interviewflowai: ({ interviewflowai }: Stage['simulators'], next: string) => {
		for (const webhook of interviewflowai.webhooks) {
			webhook.url = webhook.url.replace(/token=.*/, `token=${next}`);
		}
	},
	ribbon: ({ ribbon }: Stage['simulators'], next: string) => void ribbon.rotateSecret(next),
};

type Rotating = keyof typeof CHANGES_AT_THE_VENDOR;

/** Deliveries that arrive before and after each of the three steps. */
const BETWEEN_STEPS = 15;

jest.setTimeout(300_000);

describe('changing the secret while deliveries arrive', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage();
	}, 600_000);

	afterAll(async () => await stage?.stop());

	describe.each(Object.keys(CHANGES_AT_THE_VENDOR) as Rotating[])('%s', (vendor) => {
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
			const old = stage.simulators[vendor].credentials.webhookSecret;
			const change = async () => {
				await further();
				await save(next, old);
				await further();
				CHANGES_AT_THE_VENDOR[vendor](stage.simulators, next);
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
