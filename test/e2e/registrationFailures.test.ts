import { setTimeout as wait } from 'node:timers/promises';

import type { Stage } from '../../demo/stage';
import { TRIGGER } from '../../demo/workflows';
import { VENDOR_SETUPS } from '../../demo/vendors';
import { openStage } from '../stage/openStage';
import { RegistrationCase, type Registering } from './registrationCase';
import { KEY_HELP, RATE_LIMIT, TRY_LATER, type RegistrationSite } from '../registrationSites';

const EVERY_TIME = 10_000;

jest.setTimeout(120_000);

/** Each at one vendor, by turns: test/lifecycle/registrations.test.ts tries all of it at each. Here n8n says it, and tries again. */
describe('registrations that go wrong', () => {
	let stage: Stage;
	let tried: RegistrationCase;

	beforeAll(async () => {
		stage = await openStage();
	}, 600_000);

	afterAll(async () => await stage?.stop());

	beforeEach(() => (tried = new RegistrationCase(stage)));

	afterEach(async () => await tried.end());

	const keyOf = ({ simulator }: RegistrationSite) => simulator.credentials.apiKey;

	async function expectWorking(workflow: Registering): Promise<void> {
		expect(tried.registered(workflow, workflow.url)).toHaveLength(1);
		await expect(tried.runsAfter(workflow)).resolves.toBe(1);
	}

	it('activates all the same after one 429, one 500 and one lost answer', async () => {
		await tried.atOne(async (site) => {
			for (const status of ['retry-after', 500, 'drop-after-handling'] as const)
				site.simulator.failNext({ match: site.calls.create, status });
			await expectWorking(await tried.activated(site));
		});
	});

	it('activates also when the answer to every create is lost, since the webhook is looked up', async () => {
		await tried.atOne(async (site) => {
			const status = 'drop-after-handling';
			site.simulator.failNext({ match: site.calls.create, status, times: EVERY_TIME });
			await expectWorking(await tried.activated(site));
		});
	});

	it('says why an activation failed that the vendor refuses at every try, and leaves nothing', async () => {
		const refusals = [
			['create', 500, TRY_LATER],
			['create', 'retry-after', RATE_LIMIT],
			['list', 500, TRY_LATER],
			// Without a time to wait.
			['list', 429, RATE_LIMIT],
		] as const;
		await tried.eachAtOne(refusals, async (site, [call, status, words]) => {
			site.simulator.failNext({ match: site.calls[call], status, times: EVERY_TIME });
			const workflow = await tried.create(site);
			await expect(stage.n8n.activate(workflow.id)).rejects.toThrow(words);
			expect(tried.orphans(site)).toEqual([]);
			site.simulator.clearFaults();
			await stage.n8n.deactivate(workflow.id);
			await stage.n8n.activate(workflow.id);
			await expectWorking(workflow);
		});
	});

	it('says where the key comes from when it is wrong, and activates with the right one', async () => {
		await tried.atOne(async (site) => {
			const workflow = await tried.create(site, { apiKey: 'wrong' });
			await expect(stage.n8n.activate(workflow.id)).rejects.toThrow(KEY_HELP);
			await tried.changeCredential(workflow, {});
			await stage.n8n.deactivate(workflow.id);
			await stage.n8n.activate(workflow.id);
			await expectWorking(workflow);
		});
	});

	describe('a deactivation that leaves a webhook', () => {
		const always = (site: RegistrationSite, call: 'list' | 'remove', status: number | 'retry-after') =>
			site.simulator.failNext({ match: site.calls[call], status, times: EVERY_TIME });

		it.each([
			['500', TRY_LATER, ({ site }: Registering) => always(site, 'remove', 500)],
			['429', RATE_LIMIT, ({ site }: Registering) => always(site, 'remove', 'retry-after')],
			[
				'a refused key',
				KEY_HELP,
				async (workflow: Registering) => await tried.changeCredential(workflow, { apiKey: 'wrong' }),
			],
			[
				'a credential that was deleted',
				/Credential with ID .* does not exist/,
				async ({ credential }: Registering) =>
					await stage.n8n.request('DELETE', `/rest/credentials/${credential.id}`),
			],
		])('because of %s says so in the log, and how it goes away; which works', async (_, words, breakIt) => {
			await tried.atOne(async (site) => {
				const workflow = await tried.activated(site);
				const secrets = [
					keyOf(site),
					...tried.orphans(site).map(({ url }) => url.split('token=')[1] ?? keyOf(site)),
				];
				await breakIt(workflow);
				const log = await tried.logOf(async () => await stage.n8n.deactivate(workflow.id));
				expect(tried.registered(workflow, workflow.url)).toHaveLength(1);
				const said = log.split('\n').find((line) => line.includes(`leading to ${workflow.url}.`));
				expect(said).toMatch(/A webhook of this node may be left at (HeyMilo|Hireflix|micro1)/);
				expect(said).toMatch(words);
				expect(said).toMatch(/activate and deactivate the workflow once more, or delete it (in|with) /);
				expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);

				site.simulator.clearFaults();
				await giveCredential(workflow);
				await stage.n8n.activate(workflow.id);
				await expectWorking(workflow);
			});
		});

		/** Selects a new, right credential in the node. */
		async function giveCredential(workflow: Registering): Promise<void> {
			const { vendor, simulator } = workflow.site;
			const credential = await stage.createCredential(vendor, { ...simulator.credentials });
			await tried.edit(workflow, (trigger) => {
				trigger.credentials = { [VENDOR_SETUPS[vendor].credential]: credential };
			});
		}
	});

	it('deactivates without a word when the webhook is gone already or the answer to its removal is lost', async () => {
		await tried.atOne(async (site) => {
			const [gone, lost] = [await tried.activated(site), await tried.activated(site)];
			const { webhooks } = site.simulator;
			const at = webhooks.findIndex((webhook) => tried.orphans(site).includes(webhook));
			webhooks.splice(at, 1);
			const log = await tried.logOf(async () => {
				await stage.n8n.deactivate(gone.id);
				site.simulator.failNext({ match: site.calls.remove, status: 'drop-after-handling' });
				await stage.n8n.deactivate(lost.id);
			});
			expect([gone, lost].filter(({ url }) => log.includes(`leading to ${url}`))).toEqual([]);
		});
	});

	it('says why a test could not start or not be cleared away, and lets others test', async () => {
		await tried.atOne(async (site) => {
			const [one, other] = [await tried.create(site, { apiKey: 'wrong' }), await tried.create(site)];
			await expect(stage.n8n.runManually(one.id, TRIGGER)).rejects.toThrow(KEY_HELP);
			await tried.changeCredential(one, {});
			await stage.n8n.runManually(one.id, TRIGGER);
			site.simulator.failNext({ match: site.calls.remove, status: 500, times: EVERY_TIME });
			const log = await tried.logOf(async () => await tried.cancelTest(one));
			expect(log).toContain(
				`may be left at ${VENDOR_SETUPS[site.vendor].displayName}, leading to ${one.testUrl}.`,
			);
			expect(log).toMatch(/execute the trigger once more, or delete it/);
			site.simulator.clearFaults();
			for (const workflow of [other, one]) {
				const started = stage.n8n.runManually(workflow.id, TRIGGER);
				await expect(Promise.race([started, wait(30_000, 'n8n hangs', { ref: false })])).resolves.toBeNull();
				await tried.cancelTest(workflow);
			}
			expect(tried.orphans(site)).toEqual([]);
		});
	});
});
