import { VENDORS } from '../../demo/vendors';
import type { Vendor } from '../../simulators/shared/simulator';
import type { EditorPage } from './editorPage';
import { openUi, type Ui } from './openUi';
import { action, chain, SAMPLE_ITEM, trigger } from './workflows';

interface Problem {
	name: string;
	vendor: Vendor;
	/** What is wrong in the credential. */
	changes: Record<string, string>;
	/** What the message has to say, in this order. */
	told: RegExp;
}

const PROBLEMS: Problem[] = [
	{
		name: 'a key that HeyMilo does not accept',
		vendor: 'heymilo',
		changes: { apiKey: 'expired' },
		told: /HeyMilo says[\s\S]*Integrations → API Keys[\s\S]*API Key field of the credential/,
	},
	{
		name: 'an n8n that the vendor cannot reach',
		vendor: 'hireflix',
		changes: { baseUrl: 'https://api.hireflix.com' },
		told: /Hireflix cannot deliver to this n8n[\s\S]*WEBHOOK_URL/,
	},
	{
		name: 'a missing secret',
		vendor: 'hireflix',
		changes: { webhookSecret: '' },
		told: /Fill in Webhook Secret in the Hireflix credential[\s\S]*Profile → Webhooks → Reveal Key/,
	},
];

/** Where a new key comes from. */
const KEYS_ARE_AT: Record<Vendor, RegExp> = {
	hireflix: /My account → API keys/,
	heymilo: /Integrations → API Keys/,
	jobmojito: /JobMojito admin/,
	interviewflowai: /Settings → API Keys/,
	ribbon: /recruit\/api-keys/,
	micro1: /micro1 → Settings/,
};

jest.setTimeout(300_000);

describe('what the editor says', () => {
	let ui: Ui;
	let editor: EditorPage;

	beforeAll(async () => {
		ui = await openUi();
		editor = await ui.open();
	}, 600_000);

	afterAll(async () => await ui?.stop());

	const postings = () => ui.stage.simulators.heymilo.state.postings.map(({ id }) => id);

	it('about what keeps a workflow from being published says what to do, each in a window of its own', async () => {
		await Promise.all(PROBLEMS.map(publishing));
	});

	/** n8n tries for some seconds before it stops. */
	async function publishing({ name, vendor, changes, told }: Problem): Promise<void> {
		const own = await ui.open();
		const credential = await ui.stage.createCredential(vendor, changes);
		const parameters = vendor === 'heymilo' ? { postings: postings() } : {};
		const workflow = await chain(ui.stage, [trigger(vendor, credential, parameters)]);
		await own.openWorkflow(workflow);
		await own.publish();
		expect([name, await own.message('Workflow could not be published')]).toEqual([
			name,
			expect.stringMatching(told),
		]);
		await own.screenshot(`published-${vendor}-${Object.keys(changes)[0]}.light`);
		await own.close();
		await ui.stage.n8n.deactivate(workflow).catch(() => {});
	}

	it('about a missing secret says what to do, when the trigger is tried', async () => {
		const credential = await ui.stage.createCredential('hireflix', { webhookSecret: '' });
		await editor.openWorkflow(await chain(ui.stage, [trigger('hireflix', credential)]));
		await editor.openNode('Hireflix Trigger');
		await editor.executeStep();
		await editor.page
			.getByText(/Fill in Webhook Secret[\s\S]*Profile → Webhooks → Reveal Key/)
			.first()
			.waitFor();
		await editor.screenshot('tried-without-secret.light');
	});

	it.each(VENDORS)(
		'about a key that %s does not accept names the clicks, when an action node is executed',
		async (vendor) => {
			const right = await ui.stage.createCredential(vendor);
			const wrong = await ui.stage.createCredential(vendor, { apiKey: 'wrong', accessToken: 'wrong' });
			const nodes = [trigger(vendor, right, { postings: postings() }), action(vendor, wrong)];
			// micro1 is asked by the candidate, too.
			const item = { ...SAMPLE_ITEM, candidate_id: 'c1' };
			await editor.openWorkflow(await chain(ui.stage, nodes, item));
			await editor.openNode(nodes[1].name);
			await editor.executeStep();
			await editor.output.getByText('of the credential and save it').first().waitFor();
			await expect(editor.output.innerText()).resolves.toMatch(KEYS_ARE_AT[vendor]);
			await editor.screenshot(`refused-${vendor}.light`);
		},
	);
});
