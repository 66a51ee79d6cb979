import type { IHookFunctions } from 'n8n-workflow';

import { addressOf, reportElsewhere } from '../../../nodes/shared/lifecycle/ownAddress';

const ID = 'f3b8c4f2-6c1d-4e0e-9d5a-0c8f0b6f7a11';
const OWN = `https://n8n.example.com/webhook/${ID}/ribbon`;
const api = { vendorName: 'Ribbon', credentialType: 'ribbonApi', keyHelp: '' };

describe('the address of a URL', () => {
	it.each([
		[OWN, OWN],
		[`${OWN}?token=1`, OWN],
		[`HTTPS://N8N.Example.COM:443/webhook/${ID}/ribbon`, OWN],
		['https://bücher.example.com/webhook', 'https://xn--bcher-kva.example.com/webhook'],
		['https://n8n.example.com:8443/webhook', 'https://n8n.example.com:8443/webhook'],
	])('of %s is %s', (url, address) => {
		expect(addressOf(url)).toBe(address);
	});

	it.each(['', 'n8n.example.com/webhook', 'https://', 'null'])('of %j is not one', (url) => {
		expect(addressOf(url)).toBeNull();
	});
});

describe('what leads to a trigger at another address', () => {
	function said(
		urls: string[],
		given: { own?: string; webhookId?: string; active?: boolean } = {},
	): string[] {
		const { own = OWN, active = true } = given;
		const webhookId = 'webhookId' in given ? given.webhookId : ID;
		const log: string[] = [];
		const context = {
			getNode: () => ({ webhookId }),
			getWorkflow: () => ({ active }),
			getNodeWebhookUrl: () => own,
			logger: { warn: (line: string) => log.push(line) },
		};
		const webhooks = urls.map((url) => ({ url }));
		reportElsewhere(context as unknown as IHookFunctions, api, webhooks, 'in Ribbon under Webhooks');
		return log;
	}

	const at = (base: string) => `${base}/${ID}/ribbon?token=secret`;

	it('is counted by host, without the tokens', () => {
		const [line, ...more] = said([
			at('https://old.example.com/webhook'),
			at('https://staging.example.com:8443/webhook'),
			at('https://old.example.com/webhook'),
		]);
		expect(more).toEqual([]);
		expect(line).toContain(
			`Ribbon also has webhooks of this trigger that do not lead to ${OWN}: 2 to old.example.com, 1 to staging.example.com:8443.`,
		);
		expect(line).toContain('delete them in Ribbon under Webhooks.');
		expect(line).not.toContain('secret');
	});

	it.each([
		['this n8n had another path', at('https://n8n.example.com/automation/webhook')],
		['its endpoint was renamed', at('https://n8n.example.com/hooks')],
		['it had no https', at('http://n8n.example.com/webhook')],
		['the vendor lists it in capitals', at('HTTPS://OLD.Example.com/webhook')],
	])('is named when %s', (_, url) => {
		expect(said([url])).toHaveLength(1);
	});

	it('is named when this n8n has no usable address any more', () => {
		expect(
			said([at('https://old.example.com/webhook')], { own: `n8n.example.com/webhook/${ID}/ribbon` }),
		).toHaveLength(1);
	});

	it.each([
		['its own webhook', `${OWN}?token=secret`],
		['its own webhook, written differently', at('https://N8N.example.com:443/webhook')],
		['a test of it', at('https://n8n.example.com/webhook-test')],
		['a test of it at the address of the editor', at('https://editor.example.com/webhook-test')],
		['another trigger', 'https://old.example.com/webhook/0c8f0b6f-6c1d-4e0e-9d5a-f3b8c4f27a11/ribbon'],
		['a stranger who names the ID elsewhere', `https://ats.example.com/hook?from=/${ID}/`],
		['nothing that is a URL', `/webhook/${ID}/ribbon`],
	])('does not include %s', (_, url) => {
		expect(said([url])).toEqual([]);
	});

	it('is not looked for in a test, nor for a trigger without an ID of its own', () => {
		const urls = [at('https://old.example.com/webhook')];
		expect(said(urls, { active: false })).toEqual([]);
		expect(said(urls, { webhookId: undefined })).toEqual([]);
	});
});
