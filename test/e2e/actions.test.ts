import { watchMemory } from '../../bench/n8n/processes';
import type { Stage } from '../../demo/stage';
import { VENDORS } from '../../demo/vendors';
import { namedOperations } from '../operations';
import { openStage } from '../stage/openStage';

const BYTES_PER_MB = 1024 * 1024;

jest.setTimeout(300_000);

describe('the action nodes in a real n8n', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage();
	}, 600_000);

	afterAll(async () => await stage?.stop());

	describe.each(VENDORS)('%s', (vendor) => {
		const credentials = new Map<string, { id: string; name: string }>();

		beforeAll(async () => credentials.set(vendor, await stage.createCredential(vendor)));

		it.each(namedOperations(vendor))('runs %s', async (_, one) => {
			const { resource, operation } = one;
			const parameters = await one.good(stage.simulators);
			const run = await stage.runAction(
				vendor,
				credentials.get(vendor)!,
				{
					resource,
					operation,
					...parameters,
				},
				one.needsFile,
			);
			expect(run.error).toBeNull();
			expect(run.items.length).toBeGreaterThan(0);
			expect(run.items[0]).toMatchObject(one.item ?? {});
		});

		it.each(namedOperations(vendor))('explains why %s is refused', async (_, one) => {
			const { resource, operation, refused, message } = one;
			const credential = refused
				? credentials.get(vendor)!
				: await stage.createCredential(vendor, { apiKey: 'wrong', accessToken: 'wrong' });
			const parameters = refused ?? (await one.good(stage.simulators));
			const run = await stage.runAction(vendor, credential, { resource, operation, ...parameters });
			expect(`${run.error?.message} ${run.error?.description}`).toMatch(message);
		});
	});

	it('downloads a file of 200 MB without n8n growing by more than 64 MB', async () => {
		const { hireflix } = stage.simulators;
		const credential = await stage.createCredential('hireflix');
		const position = hireflix.state.addPosition('One question');
		position.questions.length = 1;
		const interview = await hireflix.invite({ name: 'Ada Example', jobId: position.id });
		await interview.complete();
		const parameters = {
			resource: 'report',
			operation: 'get',
			interviewId: interview.id,
			options: { files: ['recordings'] },
		};
		// Smaller ones first, so what n8n loads and buffers for the first download does not count.
		for (const megabytes of [1, 40]) {
			hireflix.videoBytes = megabytes * BYTES_PER_MB;
			await stage.runAction('hireflix', credential, parameters);
		}
		hireflix.videoBytes = 200 * BYTES_PER_MB;
		const memory = watchMemory(stage.n8n.pid());
		const run = await stage.runAction('hireflix', credential, parameters);
		const growth = memory.stop();
		hireflix.videoBytes = undefined;
		expect(run.error).toBeNull();
		expect(growth).toBeLessThan(64);
	});
});
