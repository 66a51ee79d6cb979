import type { Locator, Page } from 'playwright-core';

import { screenshotPath } from './screenshots';

/** An entry of the node creator's list. */
interface CreatorEntry {
	name: string;
	description: string;
	/** Path of the picture; null where n8n shows a letter or nothing. */
	icon: string | null;
	/** Whether the browser could draw it. */
	isDrawn: boolean;
}

/** n8n's editor as a person uses it. The ids are the ones of n8n 2.41. */
export class EditorPage {
	constructor(readonly page: Page) {}

	byId(id: string, within: Page | Locator = this.page): Locator {
		return within.locator(`[data-test-id="${id}"]`);
	}

	async openWorkflow(workflowId: string): Promise<void> {
		await this.page.goto(`/workflow/${workflowId}`);
		await this.byId('canvas-node').first().waitFor();
	}

	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** The window with input, parameters and output. */
	get panel(): Locator {
		return this.byId('ndv');
	}

	get output(): Locator {
		return this.byId('output-panel', this.panel);
	}

	async openNode(name: string): Promise<Locator> {
		await this.node(name).dblclick();
		await this.opened();
		return this.panel;
	}

	/** Waits until a node's window has come, with the options that it loads. */
	async opened(): Promise<void> {
		await this.byId('node-parameters', this.panel).waitFor();
		await this.byId('parameter-options-loader', this.panel).waitFor({ state: 'detached' });
	}

	async closeNode(): Promise<void> {
		await this.byId('ndv-close-button').click();
		await this.panel.waitFor({ state: 'detached' });
	}

	/** The button of a trigger is the same; its own text then is "Listening for test event". */
	async executeStep(): Promise<void> {
		await this.byId('node-execute-button', this.panel).click();
	}

	/** Replaces all that is in the editor of the output, which is open, and saves it. */
	async pasteOutput(json: string): Promise<void> {
		await this.output.locator('.cm-content').click();
		await this.page.keyboard.press('ControlOrMeta+a');
		await this.page.keyboard.insertText(json);
		await this.saveOutput();
	}

	/** Replaces the line of a column in the editor of the output, which is open, and saves it. */
	async editOutput(column: string, value: string): Promise<void> {
		const line = this.output.locator('.cm-line').filter({ hasText: `"${column}":` });
		await line.click({ clickCount: 3 });
		await this.page.keyboard.insertText(`"${column}": ${JSON.stringify(value)},\n`);
		await this.saveOutput();
	}

	private async saveOutput(): Promise<void> {
		await this.output.getByRole('button', { name: 'Save' }).click();
		await this.output.locator('.cm-content').waitFor({ state: 'detached' });
	}

	parameter(name: string): Locator {
		return this.byId(`parameter-input-${name}`, this.panel);
	}

	/** Fills in a parameter that can be chosen in several ways. @param mode e.g. `By ID` */
	async choose(name: string, mode: string, value: string): Promise<void> {
		const parameter = this.parameter(name);
		await this.byId('rlc-mode-selector', parameter).click();
		await this.page.getByRole('option', { name: mode, exact: true }).click();
		const input = this.byId('rlc-input', parameter);
		await input.locator('input').or(input).last().fill(value);
		await this.page.keyboard.press('Tab');
	}

	/** Opens "Webhook URLs" of a trigger's panel. @returns the URL that the panel shows */
	async webhookUrl(kind: 'Test' | 'Production'): Promise<string> {
		const button = this.panel.getByRole('radio', { name: `${kind} URL` });
		if (!(await button.isVisible())) await this.panel.getByText('Webhook URLs', { exact: true }).click();
		await button.click();
		const url = this.panel.getByText(
			kind === 'Test' ? /^http\S+\/webhook-test\/\S+$/ : /^http\S+\/webhook\/\S+$/,
		);
		return (await url.innerText()).trim();
	}

	/** "What triggers this workflow?" on an empty canvas, "What happens next?" on another. */
	async openCreator(): Promise<void> {
		await this.byId('node-creator-plus-button').first().click();
		await this.byId('node-creator-search-bar').waitFor();
	}

	/** Types into the search, and waits until the list of the search before has gone. */
	async searchNodes(text: string): Promise<void> {
		const search = this.byId('node-creator-search-bar');
		await search.fill('no node is called like this');
		await this.byId('node-creator-no-results').waitFor();
		await search.fill(text);
		await this.byId('node-creator-no-results').waitFor({ state: 'detached' });
	}

	/** The entry of that name among what the search has found. */
	async foundNode(name: string): Promise<CreatorEntry> {
		const item = this.creatorItem(name);
		await item.waitFor();
		const icon = item.locator('img').first();
		const isPicture = (await icon.count()) > 0;
		return {
			name,
			description: await this.byId('node-creator-item-description', item).innerText(),
			icon: isPicture ? await icon.getAttribute('src') : null,
			isDrawn:
				isPicture &&
				(await icon.evaluate(async (image) => {
					await image.decode().catch(() => undefined);
					return image.naturalWidth > 0;
				})),
		};
	}

	creatorItem(name: string): Locator {
		const exact = this.page.getByText(name, { exact: true });
		return this.byId('item-iterator-item')
			.filter({ has: this.byId('node-creator-item-name').and(exact) })
			.first();
	}

	/** Goes back from the actions of a node to the search. */
	async leaveFoundNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.byId('node-creator-search-bar').waitFor({ state: 'detached' });
		await this.openCreator();
	}

	/** Presses Publish and confirms; messages report the outcome. */
	async publish(): Promise<void> {
		await this.byId('workflow-open-publish-modal-button').click();
		await this.byId('workflow-publish-button').click();
	}

	/** The text of a message in the corner, once there is one with that title. */
	async message(title: string): Promise<string> {
		const message = this.page.getByRole('alert').filter({ hasText: title }).first();
		await message.waitFor();
		return await message.innerText();
	}

	/** Waits until the messages in the corner have gone, which those of a success do after a while. */
	async messagesGone(): Promise<void> {
		await this.page.locator('.el-notification').first().waitFor({ state: 'detached' });
	}

	/** Drags with the pointer, as n8n's own dragging wants it: in steps, after the button is down. */
	async drag(from: Locator, to: Locator): Promise<void> {
		await from.hover();
		await this.page.mouse.down();
		const { x, y, width, height } = (await to.boundingBox())!;
		await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 15 });
		await this.page.mouse.move(x + width / 2 + 2, y + height / 2, { steps: 3 });
		await this.page.mouse.up();
	}

	/** @param name without extension */
	async screenshot(name: string): Promise<void> {
		await this.page.screenshot({ path: screenshotPath(name), animations: 'disabled' });
	}

	async close(): Promise<void> {
		await this.page.context().close();
	}
}
