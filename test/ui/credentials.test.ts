import { VENDORS } from '../../demo/vendors';
import type { Vendor } from '../../simulators/shared/simulator';
import { VENDOR_MODULES } from '../vendorModules';
import type { EditorPage } from './editorPage';
import { openUi, type Ui } from './openUi';
import { chain, trigger, triggerName } from './workflows';

/** The field of a vendor's credential that holds its key, and what a refused key makes the test say. */
const CREDENTIALS: Record<Vendor, { key: string; refused: RegExp }> = {
	hireflix: { key: 'apiKey', refused: /refused.*My account → API keys/ },
	heymilo: { key: 'apiKey', refused: /refused.*Integrations → API Keys/ },
	jobmojito: { key: 'accessToken', refused: /refused.*JobMojito admin/ },
	interviewflowai: { key: 'apiKey', refused: /refused.*Settings → API Keys/ },
	ribbon: { key: 'apiKey', refused: /refused.*recruit\/api-keys/ },
	micro1: { key: 'apiKey', refused: /refused.*under Settings/ },
};

jest.setTimeout(300_000);

describe('the credential window', () => {
	let ui: Ui;
	let editor: EditorPage;

	beforeAll(async () => {
		ui = await openUi();
		editor = await ui.open();
	}, 600_000);

	afterAll(async () => await ui?.stop());

	describe.each(VENDORS)('of %s', (vendor) => {
		const { key, refused } = CREDENTIALS[vendor];
		const { credential: type } = VENDOR_MODULES[vendor];
		const dialog = () => editor.byId('credential-edit-dialog');

		beforeAll(async () => {
			const credential = await ui.stage.createCredential(vendor);
			await editor.openWorkflow(await chain(ui.stage, [trigger(vendor, credential)]));
			const panel = await editor.openNode(triggerName(vendor));
			await editor.byId('credential-edit-button', panel).click();
			await dialog().waitFor();
		});

		it('says below each field where its value comes from', async () => {
			for (const { displayName, hint } of type.properties) {
				expect({ displayName, hint }).toEqual({ displayName, hint: expect.any(String) as string });
				const below = dialog().getByText(hint!, { exact: true });
				await below.scrollIntoViewIfNeeded();
				await expect(below.isVisible()).resolves.toBe(true);
			}
		});

		it('says that the right key works', async () => {
			await editor.byId('credentials-config-container-test-success').waitFor();
			await dialog().getByText('Connection tested successfully').scrollIntoViewIfNeeded();
			await editor.screenshot(`credential-${vendor}.light`);
		});

		it('says of a wrong key where to get another', async () => {
			await editor.byId(`parameter-input-${key}`, dialog()).locator('input').fill('wrong');
			await editor.byId('credential-save-button').click();
			await dialog().getByText('Couldn’t connect with these settings').waitFor();
			await dialog().getByText('More details').click();
			await dialog().getByText(refused).waitFor();
			await editor.screenshot(`credential-${vendor}-refused.light`);
		});
	});
});
