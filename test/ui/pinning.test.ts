import { readFileSync } from 'node:fs';

import { interview } from '../../demo/interviews';
import { VENDOR_SETUPS, VENDORS } from '../../demo/vendors';
import type { Vendor } from '../../simulators/shared/simulator';
import { codeBlocks } from '../package/markdown';
import type { EditorPage } from './editorPage';
import { openUi, type Ui } from './openUi';
import { chain, trigger, triggerName, type Node } from './workflows';

/** A node that uses a column of the trigger's item. */
const greeting: Node = {
	name: 'Greeting',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		assignments: {
			assignments: [
				{ id: 'greeting', name: 'greeting', type: 'string', value: '=Dear {{ $json.candidate_name }},' },
			],
		},
		options: {},
	},
};

jest.setTimeout(300_000);

describe('building without another interview', () => {
	let ui: Ui;
	let editor: EditorPage;

	beforeAll(async () => {
		ui = await openUi();
		editor = await ui.open();
	}, 600_000);

	afterAll(async () => await ui?.stop());

	/** Opens the trigger of a new workflow, in which the greeting follows. */
	async function openTrigger(vendor: Vendor): Promise<void> {
		const [posting] = ui.stage.simulators.heymilo.state.postings;
		const parameters = vendor === 'heymilo' ? { postings: [posting.id] } : {};
		const credential = await ui.stage.createCredential(vendor);
		const nodes = [trigger(vendor, credential, parameters), greeting];
		await editor.openWorkflow(await chain(ui.stage, nodes));
		await editor.openNode(triggerName(vendor));
	}

	async function expectGreeting(name: string): Promise<void> {
		await editor.closeNode();
		await editor.openNode(greeting.name);
		await editor.executeStep();
		await editor.output.getByText(`Dear ${name},`).first().waitFor();
		await editor.closeNode();
	}

	it.each(VENDORS)(
		'needs no event of %s: the sample item of its page is set as mock data',
		async (vendor) => {
			await openTrigger(vendor);
			const link = editor.panel.getByRole('link', { name: 'sample item' });
			const page = /\/(docs\/\w+\.md)#build-without-an-interview$/.exec(
				String(await link.getAttribute('href')),
			);
			const [, section] = readFileSync(String(page?.[1]), 'utf8').split('## Build without an interview');
			const sample = codeBlocks(section).find(({ text }) => /"candidate_name": "/.test(text))!.text;
			const [{ candidate_name }] = JSON.parse(sample) as Array<{ candidate_name: string }>;

			await editor.output.getByText('set mock data').click();
			await editor.pasteOutput(sample);

			await editor.screenshot(`mock-data-${vendor}.light`);
			await expectGreeting(candidate_name);
		},
	);

	it.each(VENDORS)('needs one event of %s, which is pinned and edited', async (vendor) => {
		await openTrigger(vendor);
		const { connect } = VENDOR_SETUPS[vendor];
		if (connect) connect(ui.stage.simulators, await editor.webhookUrl('Test'));
		await editor.executeStep();
		await editor.panel.getByText('Listening for test event').waitFor();
		const amina = { name: 'Amina Diallo', email: 'amina.diallo@example.com' };
		await interview(vendor, ui.stage.simulators, amina);
		await editor.output.getByText('Amina Diallo').first().waitFor();

		await editor.byId('ndv-pin-data', editor.output).click();
		await expectGreeting('Amina Diallo');

		await editor.openNode(triggerName(vendor));
		await editor.byId('ndv-edit-pinned-data', editor.output).click();
		await editor.editOutput('candidate_name', 'Edited Edda');

		await editor.screenshot(`pinned-${vendor}.light`);
		await expectGreeting('Edited Edda');
	});
});
