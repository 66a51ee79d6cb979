import { importShipped, shippedFiles } from '../../demo/shipped';
import { testCatchingUp } from './workflows/catchingUp';
import { testDeciding } from './workflows/deciding';
import { openPlayground, type Playground } from './workflows/playground';
import { testRecovering } from './workflows/recovering';
import { testReporting } from './workflows/reporting';
import { testUnrecognized } from './workflows/unrecognized';

jest.setTimeout(300_000);

describe('the shipped workflows, imported into n8n and run on their pinned items', () => {
	let playground: Playground;

	beforeAll(async () => {
		playground = await openPlayground();
	}, 600_000);

	afterAll(async () => await playground?.stop());

	testReporting(() => playground);
	testDeciding(() => playground);
	testCatchingUp(() => playground);
	testRecovering(() => playground);
	testUnrecognized(() => playground);

	it.each(shippedFiles())('%s can be activated', async (file) => {
		const postings = playground.stage.simulators.heymilo.state.postings.map(({ id }) => id);
		const position = {
			__rl: true,
			mode: 'id',
			value: playground.stage.simulators.hireflix.state.positions[0].id,
		};
		const { id } = await playground.install(file, {
			'HeyMilo Trigger': { postings },
			'Invite to the interview': { positionId: position },
		});
		await playground.stage.n8n.activate(id);
		await playground.stage.n8n.deactivate(id);
	});

	it('imports every file as it is, which are these', async () => {
		expect(shippedFiles().sort()).toEqual([
			'approve-by-score.json',
			'archive-files.json',
			'chase-silent-and-failed.json',
			'invite-from-form.json',
			'nightly-reconciliation.json',
			'once-in-queue-mode.json',
			'one-row-per-interview.json',
			'postings-that-send-nothing.json',
			'recover-crashed-executions.json',
			'report-by-email.json',
			'report-to-slack.json',
			'result-to-hubspot.json',
		]);
		await expect(importShipped(playground.stage.n8n)).resolves.toHaveLength(shippedFiles().length);
	});

	it('has called nothing that the services here do not play', () => {
		expect(playground.services.refused).toEqual([]);
	});
});
