import type { INodeTypeDescription } from 'n8n-workflow';

import { VENDOR_SETUPS, VENDORS } from '../../demo/vendors';
import { nodeType, type CredentialReference } from '../../demo/workflows';
import type { Vendor } from '../../simulators/shared/simulator';
import type { EditorPage } from './editorPage';
import { openUi, THEMES, type Ui } from './openUi';
import { action, chain, googleSheet, trigger, triggerName, type Node } from './workflows';

/** What a recruiter types, besides the vendor's name. */
const SEARCHES = ['interview', 'candidate', 'ATS'];

/** The vendors whose webhook a person sets up, with what the setup asks to click there. */
const BY_HAND: Partial<Record<Vendor, RegExp>> = {
	hireflix: /Profile → Webhooks → Create new webhook[\s\S]*Reveal Key/,
	jobmojito: /JobMojito admin[\s\S]*custom header/,
	interviewflowai: /View Interviews → Integrations[\s\S]*\?token=/,
	ribbon: /Settings tab[\s\S]*Secret Key[\s\S]*Settings → Interview Settings/,
};

jest.setTimeout(300_000);

describe('the nodes in the editor', () => {
	let ui: Ui;
	let descriptions: Map<string, INodeTypeDescription>;
	let credentials: Record<Vendor, CredentialReference>;
	/** A workflow of a vendor with its trigger, followed by its action node. */
	let workflows: Record<Vendor, string>;

	beforeAll(async () => {
		ui = await openUi();
		const types = (await ui.stage.n8n.nodeTypes()) as unknown as INodeTypeDescription[];
		descriptions = new Map(types.map((type) => [type.name, type]));
		const made = await Promise.all(
			VENDORS.map(async (vendor) => [vendor, await ui.stage.createCredential(vendor)] as const),
		);
		credentials = Object.fromEntries(made) as Record<Vendor, CredentialReference>;
		const chained = VENDORS.map(
			async (vendor) => [vendor, await chain(ui.stage, bothNodes(vendor))] as const,
		);
		workflows = Object.fromEntries(await Promise.all(chained)) as Record<Vendor, string>;
	}, 600_000);

	afterAll(async () => await ui?.stop());

	function bothNodes(vendor: Vendor): Node[] {
		const [posting] = ui.stage.simulators.heymilo.state.postings;
		const parameters = vendor === 'heymilo' ? { postings: [posting.id] } : {};
		return [trigger(vendor, credentials[vendor], parameters), action(vendor, credentials[vendor])];
	}

	describe.each(THEMES)('in the %s theme', (theme) => {
		let editor: EditorPage;

		beforeAll(async () => {
			editor = await ui.open(theme);
		});

		afterAll(async () => await editor?.close());

		it('finds every trigger by its vendor and by what a recruiter types, with its icon', async () => {
			await editor.page.goto('/workflow/new');
			await editor.openCreator();
			for (const vendor of VENDORS) {
				await editor.searchNodes(VENDOR_SETUPS[vendor].displayName);
				await expectFound(vendor);
			}
			for (const text of SEARCHES) {
				await editor.searchNodes(text);
				for (const vendor of VENDORS) await expectFound(vendor);
			}
			await editor.screenshot(`node-creator.${theme}`);
		});

		it('finds every action node the same way where a workflow goes on, with its operations', async () => {
			await editor.openWorkflow(workflows.hireflix);
			await editor.openCreator();
			for (const text of SEARCHES) {
				await editor.searchNodes(text);
				for (const vendor of VENDORS) await expectFound(vendor);
			}
			for (const vendor of VENDORS) {
				await editor.searchNodes(VENDOR_SETUPS[vendor].displayName);
				await expectFound(vendor);
				await editor.creatorItem(VENDOR_SETUPS[vendor].displayName).click();
				await editor.creatorItem('Get a report').waitFor();
				await editor.screenshot(`node-creator-${vendor}.${theme}`);
				await editor.leaveFoundNode();
			}
		});

		/** n8n shows a vendor's trigger and action node as one entry, with the trigger's description. */
		async function expectFound(vendor: Vendor): Promise<void> {
			const { displayName, node } = VENDOR_SETUPS[vendor];
			const { description, iconUrl } = descriptions.get(nodeType(node))!;
			const icon = (iconUrl as Record<string, string>)[theme];
			expect(icon).toMatch(theme === 'dark' ? /\.dark\.svg$/ : /(?<!\.dark)\.svg$/);
			await expect(editor.foundNode(displayName)).resolves.toEqual({
				name: displayName,
				description,
				icon: expect.stringContaining(icon) as string,
				isDrawn: true,
			});
		}

		describe.each(VENDORS)('a workflow of %s', (vendor) => {
			beforeAll(async () => await editor.openWorkflow(workflows[vendor]));

			it('shows the action node with the interview that comes in', async () => {
				const { displayName, action: name } = VENDOR_SETUPS[vendor];
				await editor.openNode(displayName);
				await editor.parameter('operation').waitFor();
				await expect(editor.parameter('interviewId').innerText()).resolves.toContain('$json.interview_id');
				await editor.screenshot(`${name}.${theme}`);
				await editor.closeNode();
			});

			it('shows the trigger as a guide to its setup', async () => {
				const subtitle = await editor.node(triggerName(vendor)).innerText();
				expect(subtitle).toMatch(/Interview|Report/);
				expect(subtitle).not.toMatch(/_|interview\./);

				const panel = await editor.openNode(triggerName(vendor));
				const header = panel.getByText(`Receive interview events from ${VENDOR_SETUPS[vendor].displayName}`);
				await header.waitFor();
				const steps = panel.locator('li');
				const told = (await steps.allInnerTexts()).join('\n');
				expect(told).toContain('Publish this workflow');
				const clicks = BY_HAND[vendor];
				if (clicks) {
					expect(told).toMatch(clicks);
					expect(told).toContain('“Webhook URLs” at the top of this panel');
					await expect(editor.webhookUrl('Test')).resolves.toContain('/webhook-test/');
					await expect(editor.webhookUrl('Production')).resolves.toBe(
						await ui.stage.productionUrl(workflows[vendor]),
					);
				} else {
					await expect(panel.getByText('Webhook URLs', { exact: true }).count()).resolves.toBe(0);
					expect(told).toContain('registers one webhook for each ');
				}
				await editor.screenshot(`${VENDOR_SETUPS[vendor].node}.${theme}`);

				const order = [
					editor.byId('node-credentials-select', panel),
					editor.parameter('events'),
					...(vendor === 'heymilo' ? [editor.parameter('postings')] : []),
					steps.first(),
					editor.parameter('simplify'),
				];
				const tops = await Promise.all(order.map(async (part) => (await part.boundingBox())!.y));
				expect(tops).toEqual([...tops].sort((one, other) => one - other));

				await panel.getByText('When will this node trigger my flow?').click();
				await panel.getByText('Try it:').waitFor();
				await editor.screenshot(`${VENDOR_SETUPS[vendor].node}.help.${theme}`);
			});
		});
	});

	it('shows on the canvas what starts a workflow, by its name in the panel', async () => {
		const sheet = googleSheet(['Name', 'Score']);
		const google = await ui.stage.n8n.createCredential('Google', 'googleSheetsOAuth2Api', {});
		sheet.credentials = { googleSheetsOAuth2Api: { id: google, name: 'Google' } };
		const first = trigger('hireflix', credentials.hireflix);
		const editor = await ui.open();
		await editor.page.setViewportSize({ width: 1280, height: 480 });
		await editor.openWorkflow(
			await chain(ui.stage, [first, action('hireflix', credentials.hireflix), sheet]),
		);
		await expect(editor.node(first.name).innerText()).resolves.toContain('Interview Completed');
		await editor.screenshot('canvas.light');
		await editor.close();
	});
});
