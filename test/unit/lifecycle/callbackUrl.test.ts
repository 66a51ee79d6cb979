import type { IHookFunctions, NodeOperationError } from 'n8n-workflow';

import { requireCallbackUrl } from '../../../nodes/shared/lifecycle/callbackUrl';

const api = { vendorName: 'Ribbon', credentialType: 'ribbonApi', keyHelp: '' };

const PATH = 'webhook/f3b8c4f2-6c1d-4e0e-9d5a-0c8f0b6f7a11/ribbon';

/** What n8n makes of WEBHOOK_URL (2.40, url.service.js): a slash is added where none ends it. */
const asN8nBuildsIt = (setting: string) => `${setting}${setting.endsWith('/') ? '' : '/'}${PATH}`;

async function required(
	url: string | undefined,
	baseUrl = 'https://api.ribbon.example.com',
): Promise<string> {
	const context = {
		getNodeWebhookUrl: () => url,
		getCredentials: async () => ({ baseUrl }),
		getNode: () => ({ name: 'Ribbon Trigger' }),
	};
	return await requireCallbackUrl(context as unknown as IHookFunctions, api);
}

describe('the URL that a vendor has to call', () => {
	it.each([
		'https://n8n.example.com',
		'https://n8n.example.com/',
		'HTTPS://N8N.Example.com',
		'https://n8n.example.com:8443',
		'https://example.com/n8n/',
		'https://[2001:470:1f0b::1]',
		'https://[2001:470:1f0b::1]:8443/',
		'https://bücher.example.com',
		'https://1.1.1.1',
	])('may be at %s, as it stands', async (setting) => {
		const url = asN8nBuildsIt(setting);
		await expect(required(url)).resolves.toBe(url);
	});

	const SCHEME = 'does not start with https://';
	const PRIVATE = 'is not reachable from the internet';
	const INVALID = 'is not a valid URL';

	it.each([
		['n8n.example.com', SCHEME, 'n8n.example.com/…'],
		['n8n.example.com:5678', SCHEME, 'n8n.example.com:5678/…'],
		['localhost:5678', SCHEME, 'localhost:5678/…'],
		['192.168.1.20:5678', SCHEME, '192.168.1.20:5678/…'],
		['[::1]:5678', SCHEME, '[::1]:5678/…'],
		['//n8n.example.com', SCHEME, '//n8n.example.com/…'],
		['https:n8n.example.com', SCHEME, 'https:n8n.example.com/…'],
		['https:/n8n.example.com', SCHEME, 'https:/n8n.example.com/…'],
		['http://', SCHEME, 'http://webhook/…'],
		['http://n8n.example.com', SCHEME, 'http://n8n.example.com/…'],
		['ftp://n8n.example.com', SCHEME, 'ftp://n8n.example.com/…'],
		['https://', PRIVATE, 'https://webhook/…'],
		['https://localhost', PRIVATE, 'https://localhost/…'],
		['https://localhost:5678/', PRIVATE, 'https://localhost:5678/…'],
		['https://n8n', PRIVATE, 'https://n8n/…'],
		['https://[::1]', PRIVATE, 'https://[::1]/…'],
		['https://[::1]:5678', PRIVATE, 'https://[::1]:5678/…'],
		['https://[fd00::12]', PRIVATE, 'https://[fd00::12]/…'],
		['https://10.0.0.5:5678', PRIVATE, 'https://10.0.0.5:5678/…'],
		['https://2001:470:1f0b::1', INVALID, 'https://2001:470:1f0b::1/…'],
		['https://n8n.example.com:port', INVALID, 'https://n8n.example.com:port/…'],
		['https://n8n.example.com ', INVALID, 'https://n8n.example.com /…'],
		[' https://n8n.example.com', SCHEME, ' https://n8n.example.com/…'],
		['https://n8n example.com', INVALID, 'https://n8n example.com/…'],
		['https://${DOMAIN}', PRIVATE, 'https://${DOMAIN}/…'],
		['""', SCHEME, '""/…'],
		['/', SCHEME, '/webhook/…'],
	])('cannot be at %j: it %s', async (setting, flaw, shown) => {
		const refusal = required(asN8nBuildsIt(setting));
		await expect(refusal).rejects.toThrow(
			`Ribbon cannot deliver to this n8n: its webhook URL ${flaw}. Set WEBHOOK_URL to the public HTTPS address of this n8n and restart it.`,
		);
		const { description } = (await refusal.catch(
			(error: NodeOperationError) => error as NodeOperationError,
		)) as NodeOperationError;
		expect(description).toContain(`The webhook URL is now ${shown}.`);
		expect(description).not.toContain('f3b8c4f2');
	});

	it.each([[''], [undefined]])('cannot be %j', async (url) => {
		await expect(required(url)).rejects.toThrow('its webhook URL is empty. Set WEBHOOK_URL');
	});

	it('is not shown with the password in it', async () => {
		const url = asN8nBuildsIt('http://robot:hunter22hunter22@n8n.example.com');
		const refusal = (await required(url).catch((error: NodeOperationError) => error)) as NodeOperationError;
		expect(refusal.description).toContain('The webhook URL is now http://***@n8n.example.com/….');
		expect(refusal.message + refusal.description).not.toContain('hunter22');
	});

	describe('for a vendor on this machine', () => {
		it.each(['http://127.0.0.1:5678', 'https://localhost:5678', 'https://n8n.example.com'])(
			'may be at %s',
			async (setting) => {
				const url = asN8nBuildsIt(setting);
				await expect(required(url, 'http://127.0.0.1:4010')).resolves.toBe(url);
			},
		);

		it.each(['n8n.example.com', 'localhost:5678', '', 'https://n8n.example.com:port'])(
			'cannot be at %j all the same',
			async (setting) => {
				await expect(required(asN8nBuildsIt(setting), 'http://127.0.0.1:4010')).rejects.toThrow(
					'WEBHOOK_URL',
				);
			},
		);
	});
});
