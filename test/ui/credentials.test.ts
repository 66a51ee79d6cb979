import type { ICredentialType } from 'n8n-workflow';

import { HeyMiloApi } from '../../credentials/HeyMiloApi.credentials';
import { HireflixApi } from '../../credentials/HireflixApi.credentials';
import { InterviewFlowAiApi } from '../../credentials/InterviewFlowAiApi.credentials';
import { JobMojitoApi } from '../../credentials/JobMojitoApi.credentials';
import { Micro1Api } from '../../credentials/Micro1Api.credentials';
import { VENDORS } from '../../demo/vendors';
import type { Vendor } from '../../simulators/shared/simulator';
import type { EditorPage } from './editorPage';
import { openUi, type Ui } from './openUi';
import { chain, trigger, triggerName } from './workflows';

/** The credential of a vendor, the field with its key, and what a refused key makes the test say. */
const CREDENTIALS: Record<Vendor, { type: ICredentialType; key: string; refused: RegExp }> = {
	hireflix: { type: new HireflixApi(), key: 'apiKey', refused: /refused.*My account → API keys/ },
	heymilo: { type: new HeyMiloApi(), key: 'apiKey', refused: /refused.*Integrations → API Keys/ },
	jobmojito: { type: new JobMojitoApi(), key: 'accessToken', refused: /refused.*JobMojito admin/ },
	interviewflowai: { type: new InterviewFlowAiApi(), key: 'apiKey', refused: /refused.*Settings → API Keys/ },
	micro1: { type: new Micro1Api(), key: 'apiKey', refused: /refused.*under Settings/ },
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
		const { type, key, refused } = CREDENTIALS[vendor];
		const dialog = () => editor.byId('credential-edit-dialog');

		beforeAll(async () => {
			const credential = await ui.stage.createCredential(vendor);
			await editor.openWorkflow(await chain(ui.stage, [trigger(vendor, credential)]));
			const panel = await editor.openNode(triggerName(vendor));
			await editor.byId('credential-edit-button', panel).click();
			await dialog().waitFor();
		});

		it('tells below each field where its value comes from', async () => {
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
