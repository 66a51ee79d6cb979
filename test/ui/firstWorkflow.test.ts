import { openServices, type Services } from '../e2e/services/openServices';
import { openOwnStage } from '../stage/openStage';
import type { EditorPage } from './editorPage';
import { openUi, type Ui } from './openUi';
import { until } from './until';

const CANDIDATE = { name: 'Amina Diallo', email: 'amina.diallo@example.com' };

const COLUMNS = { candidate_name: 'Name', score_percent: 'Score' };

jest.setTimeout(300_000);

/*
 * README.md, "Your first workflow, in five minutes". The package is where n8n's installer puts it, since what n8n installs
 * comes from npm; and the Google account is connected, since nobody here has one to sign in with.
 */
describe('the first workflow of the README', () => {
	let services: Services;
	let ui: Ui;
	let editor: EditorPage;

	beforeAll(async () => {
		services = await openServices();
		services.sheets.grid = [Object.values(COLUMNS)];
		ui = await openUi(await openOwnStage(services.environment));
		const { googleApi } = services.credentials;
		await ui.stage.n8n.createCredential('Google account', 'googleApi', googleApi);
		editor = await ui.open();
	}, 600_000);

	afterAll(async () => {
		await ui?.stop();
		await services?.stop();
	});

	/** "Do something at the vendor." */
	async function interview(score: number): Promise<void> {
		const invited = await ui.stage.simulators.heymilo.invite(CANDIDATE);
		await invited.start();
		await invited.complete();
		await invited.report(score);
	}

	const shows = async (step: string) => await editor.screenshot(`first-workflow-${step}.light`);

	it('begins with the search for the vendor', async () => {
		await editor.page.goto('/workflow/new');
		await editor.openCreator();
		await editor.searchNodes('HeyMilo');
		await editor.creatorItem('HeyMilo').click();
		await editor.creatorItem('On report available').click();
		await editor.opened();
	});

	it('goes on with the credential, and the note in the panel', async () => {
		const { apiKey, baseUrl } = ui.stage.simulators.heymilo.credentials;
		await editor.panel.getByRole('button', { name: 'Connect to HeyMilo' }).click();
		const dialog = editor.byId('credential-edit-dialog');
		for (const [field, value] of Object.entries({ apiKey, baseUrl })) {
			await editor.byId(`parameter-input-${field}`, dialog).locator('input').fill(String(value));
		}
		await editor.byId('credential-save-button').click();
		await dialog.waitFor({ state: 'detached' });

		const [posting] = ui.stage.simulators.heymilo.state.postings;
		await editor.parameter('postings').locator('input:enabled').first().waitFor();
		await editor.parameter('postings').click();
		await editor.page.getByRole('option').filter({ hasText: posting.title }).click();
		await editor.page.keyboard.press('Escape');
	});

	it('shows the item on the right, and keeps it when it is pinned', async () => {
		await editor.executeStep();
		await editor.panel.getByText('Listening for test event').waitFor();
		await interview(88);
		await editor.output.getByText(CANDIDATE.name).first().waitFor();
		await editor.byId('ndv-pin-data', editor.output).click();
		await shows('pinned');
		await editor.closeNode();
	});

	it('writes a row of the pinned item, with the columns that were dragged', async () => {
		const { sheets } = services;
		await editor.byId('canvas-handle-plus').click();
		await editor.searchNodes('Google Sheets');
		await editor.creatorItem('Google Sheets').click();
		await editor.creatorItem('Append row in sheet').click();
		await editor.opened();
		await editor.choose('documentId', 'By ID', sheets.documentId);
		await editor.choose('sheetName', 'By Name', sheets.sheetName);
		const input = editor.byId('ndv-input-panel', editor.panel);
		for (const [column, field] of Object.entries(COLUMNS)) {
			await editor.parameter(field).waitFor();
			await editor.drag(input.getByText(column, { exact: true }).first(), editor.parameter(field));
			await editor.parameter(field).getByText(`$json.${column}`).waitFor();
		}
		await shows('columns');
		await editor.executeStep();
		await editor.output.getByText(CANDIDATE.name).first().waitFor();
		expect(sheets.rows()).toEqual([{ Name: CANDIDATE.name, Score: 88 }]);
		await shows('row');
		await editor.closeNode();
	});

	it('writes a row for each interview once it is published', async () => {
		const { sheets } = services;
		await editor.publish();
		await editor.byId('workflow-publish-button').waitFor({ state: 'detached' });
		const { heymilo } = ui.stage.simulators;
		await until(() => heymilo.webhooks.some(({ active, url }) => active && url.includes('/webhook/')));
		await shows('published');
		await interview(91);
		await until(() => sheets.rows().length === 2);
		expect(sheets.rows()[1]).toEqual({ Name: CANDIDATE.name, Score: 91 });
	});
});
