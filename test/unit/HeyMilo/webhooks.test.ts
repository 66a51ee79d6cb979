import type { IDataObject } from 'n8n-workflow';

import { deleted } from '../../../nodes/HeyMilo/api/notFound';
import { asWebhook, webhookApis, webhookCalls } from '../../../nodes/HeyMilo/api/webhooks';
import { calling, type Answered } from '../calling';

const TOKEN = '0123456789abcdef0123456789abcdef';
const WANTED = { postingId: '7C41B0E9', event: 'report_available' };
const PREFIX = 'https://n8n.example.com/webhook/1/heymilo?token=';

const missing = (...fields: string[]) => ({
	status: 422,
	body: { detail: fields.map((field) => ({ loc: ['body', field], msg: `Field required: ${TOKEN}` })) },
});

describe('registering through v2', () => {
	it('names the URL as an older API does when that misses the field, once', async () => {
		const { context, sent } = calling(({ body }) =>
			body?.url
				? { status: 201, body: { data: { webhook_id: 'W1', url: body.url, is_active: true } } }
				: missing('url'),
		);
		const made = await webhookApis.v2.create(context, WANTED, PREFIX + TOKEN, [TOKEN]);
		expect(made).toMatchObject({ id: 'W1', url: `${PREFIX}***` });
		const common = { posting_id: '7C41B0E9', event_type: 'report_available' };
		expect(sent.map(({ body }) => body)).toEqual([
			{ ...common, webhook_url: PREFIX + TOKEN },
			{ ...common, url: PREFIX + TOKEN },
		]);
	});

	it.each([
		['another field', missing('posting_id')],
		['the field that was sent', missing('webhook_url')],
		['the field url, with another status', { ...missing('url'), status: 400 }],
	])('does not try again when HeyMilo names %s', async (_, answer) => {
		const { context, sent } = calling(() => answer);
		const failure = await webhookApis.v2
			.create(context, WANTED, PREFIX + TOKEN, [TOKEN])
			.catch((error: { message: string; description: string }) => error);
		expect(JSON.stringify(failure)).not.toContain(TOKEN);
		expect(sent).toHaveLength(1);
	});

	it('fails when the older name is refused too', async () => {
		const { context, sent } = calling(() => missing('url'));
		await expect(webhookApis.v2.create(context, WANTED, PREFIX + TOKEN, [TOKEN])).rejects.toThrow(
			'Field required',
		);
		expect(sent).toHaveLength(2);
	});
});

describe.each(['v2', 'v1'] as const)('a webhook of %s', (version) => {
	it('that is not active is not, also where that is a text', async () => {
		const rows = [true, 'false', false].map((is_active, index) => ({ webhook_id: `W${index}`, is_active }));
		const { context } = calling(() => ({
			body: version === 'v1' ? rows : { data: rows, pagination: { has_more: false } },
		}));
		const webhooks = await webhookApis[version].list(context);
		expect(webhooks.map(({ isActive }) => isActive)).toEqual([true, false, false]);
	});

	it.each(['<html></html>', '', null, {}, [{ id: 'W1' }]])('is not read from %j', async (body) => {
		const { context } = calling(() => ({ body }));
		const calls = [
			async () => await webhookApis[version].list(context),
			async () => await webhookCalls[version].get(context, 'W1'),
			async () => await webhookCalls[version].create(context, WANTED, 'https://example.com/hook'),
		];
		for (const call of calls) await expect(call()).rejects.toThrow('This is not the HeyMilo API');
	});
});

it('v1 deactivates nothing where HeyMilo names an error inside a 200', async () => {
	const { context } = calling(() => ({ body: { error: 'Webhook not found' } }));
	await expect(webhookCalls.v1.remove(context, 'W1')).rejects.toThrow('HeyMilo says: Webhook not found');
});

it.each([true, false])(
	'v1 looks into the list where it finds no webhook: it is there: %j',
	async (is_active) => {
		const { context } = calling(({ method, url }) => {
			if (method === 'POST') return { body: {} };
			if (url.endsWith('/all')) return { body: [{ webhook_id: 'w1', is_active }] };
			return { status: 404, body: { detail: 'Not Found' } };
		});
		const removed = webhookCalls.v1.remove(context, 'W1');
		await (is_active ? expect(removed).rejects.toThrow('still active') : removed);
	},
);

it('v1 deactivates without a documented answer, but not by a web page', async () => {
	for (const body of ['', { webhook_id: 'W1' }]) {
		const left = { webhook_id: 'W1', is_active: false };
		const { context } = calling(({ method }) => ({ body: method === 'POST' ? body : left }));
		await expect(webhookCalls.v1.remove(context, 'W1')).resolves.toBeUndefined();
	}
	const { context } = calling(() => ({ body: '<html></html>' }));
	await expect(webhookCalls.v1.remove(context, 'W1')).rejects.toThrow('This is not the HeyMilo API');
});

it.each([
	[true, true],
	['false', false],
	[undefined, true],
	[0, null],
	[null, null],
	['no', null],
])('a webhook that says is_active: %j is active: %j', (is_active, isActive) => {
	expect(asWebhook({ webhook_id: 'W1', is_active } as IDataObject)).toMatchObject({ isActive });
});

describe('deleting', () => {
	const remove = async (first: Answered, second: Answered, isListed = false) => {
		let calls = 0;
		const { context } = calling(() => (++calls === 1 ? first : second));
		const asked = webhookCalls.v2.remove(context, 'W1');
		return await deleted(context, 'webhook', 'W1', asked, async () => isListed);
	};
	const notFound = { status: 404, body: { error: { message: 'not found' } } };

	it('has been done when the repeated call finds nothing any more', async () => {
		await expect(remove({ status: 502, body: '' }, notFound)).resolves.toEqual({ deleted: true });
	});

	it('has not been done when the list still has it, or a proxy finds nothing', async () => {
		await expect(remove({ status: 502, body: '' }, notFound, true)).rejects.toThrow(
			'still lists the webhook',
		);
		const page = { status: 404, body: '404 page not found' };
		await expect(remove({ status: 502, body: '' }, page)).rejects.toThrow('This is not the HeyMilo API');
	});

	it('has not been done when there was nothing', async () => {
		await expect(remove(notFound, notFound)).rejects.toThrow('Nothing was deleted');
	});
});
