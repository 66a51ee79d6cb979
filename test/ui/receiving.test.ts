import { SIMPLIFIED_COLUMNS } from '../../nodes/shared/event/columnOrder';
import type { EditorPage } from './editorPage';
import { openUi, type Ui } from './openUi';
import { until } from './until';
import { action, chain, googleSheet, SAMPLE_ITEM, trigger, triggerName } from './workflows';

jest.setTimeout(300_000);

describe('an item in the editor', () => {
	let ui: Ui;
	let editor: EditorPage;

	beforeAll(async () => {
		ui = await openUi();
		editor = await ui.open();
	}, 600_000);

	afterAll(async () => await ui?.stop());

	const columns = async () =>
		(await editor.output.locator('table th').allInnerTexts()).map((text) => text.trim()).filter(Boolean);

	it('appears when a vendor that was set up by hand delivers to the Test URL', async () => {
		const { hireflix } = ui.stage.simulators;
		const credential = await ui.stage.createCredential('hireflix');
		await editor.openWorkflow(await chain(ui.stage, [trigger('hireflix', credential)]));
		const panel = await editor.openNode(triggerName('hireflix'));
		const { id } = hireflix.addWebhook(await editor.webhookUrl('Test'), { events: ['interview.finish'] });
		await editor.executeStep();
		await panel.getByText('Listening for test event').waitFor();

		const interview = await hireflix.invite({ name: 'Amina Diallo', email: 'amina.diallo@example.com' });
		const outcomes = await interview.complete();
		expect(outcomes.filter(({ event }) => event === 'interview.finish')).toMatchObject([{ status: 200 }]);
		await editor.output.getByText('Amina Diallo').first().waitFor();
		await expect(columns()).resolves.toEqual(SIMPLIFIED_COLUMNS);
		await editor.screenshot('test-event-hireflix.light');
		hireflix.webhooks.splice(
			hireflix.webhooks.findIndex((webhook) => webhook.id === id),
			1,
		);
	});

	it('appears when HeyMilo delivers to the webhooks that the node made for the test, and then they are gone', async () => {
		const { heymilo } = ui.stage.simulators;
		const [posting] = heymilo.state.postings;
		const credential = await ui.stage.createCredential('heymilo');
		await editor.openWorkflow(
			await chain(ui.stage, [trigger('heymilo', credential, { postings: [posting.id] })]),
		);
		const panel = await editor.openNode(triggerName('heymilo'));
		await editor.executeStep();
		await panel.getByText('Listening for test event').waitFor();
		const active = () => heymilo.webhooks.filter((webhook) => webhook.active);
		expect(active()).toMatchObject([{ events: ['report_available'], scope: posting.id }]);

		const interview = await heymilo.invite({ name: 'Elif Kaya', email: 'elif.kaya@example.com' });
		await interview.start();
		await interview.complete();
		await interview.report(88);
		await editor.output.getByText('Elif Kaya').first().waitFor();
		await expect(columns()).resolves.toEqual(SIMPLIFIED_COLUMNS);
		await editor.output.getByRole('radio', { name: 'Schema' }).click();
		await editor.output.getByText('elif.kaya@example.com').waitFor();
		await editor.messagesGone();
		await editor.screenshot('item.light');
		await until(() => active().length === 0);
	});

	it.each(['Schema', 'Table'])(
		'maps its columns to a Google Sheets node by dragging them from the %s view',
		async (view) => {
			const credential = await ui.stage.createCredential('hireflix');
			const nodes = [trigger('hireflix', credential), googleSheet(['Name', 'Score'])];
			await editor.openWorkflow(await chain(ui.stage, nodes, SAMPLE_ITEM));
			const panel = await editor.openNode('Google Sheets');
			const input = editor.byId('ndv-input-panel', panel);
			await input.getByRole('radio', { name: view }).click();
			const column = input.getByText('candidate_name', { exact: true }).first();
			const field = editor.parameter('Name');

			await editor.drag(column, field);

			const expression = editor.byId('inline-expression-editor-input', field);
			await expression
				.getByText(/\{\{ \$json\.candidate_name \}\}/)
				.first()
				.waitFor();
			const preview = editor.byId('parameter-input-hint', panel);
			await preview.getByText(String(SAMPLE_ITEM.candidate_name)).first().waitFor();
			await editor.screenshot(`drag-and-drop-${view.toLowerCase()}.light`);
		},
	);

	it('passes its interview to Report → Get, which shows the id and fetches the report', async () => {
		const { hireflix } = ui.stage.simulators;
		const interview = await hireflix.invite({ name: 'Bruno Costa', email: 'bruno.costa@example.com' });
		await interview.complete();
		await interview.score(4);
		const credential = await ui.stage.createCredential('hireflix');
		const nodes = [trigger('hireflix', credential), action('hireflix', credential)];
		const item = { ...SAMPLE_ITEM, interview_id: interview.id };
		await editor.openWorkflow(await chain(ui.stage, nodes, item));
		const panel = await editor.openNode('Hireflix');
		await editor.byId('parameter-input-hint', panel).getByText(interview.id).first().waitFor();

		await editor.executeStep();

		await editor.output.getByText('Bruno Costa').first().waitFor();
		await editor.messagesGone();
		await editor.screenshot('report.light');
	});
});
