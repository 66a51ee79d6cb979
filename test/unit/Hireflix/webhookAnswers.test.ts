import { isDone, webhooksIn } from '../../../nodes/Hireflix/api/webhooks';
import { aSchema } from '../../../nodes/Hireflix/api/webhookSchema';

const webhook = { id: 'w1', url: 'https://example.com', events: [], active: true };

describe('the answers of the webhook calls', () => {
	it.each([
		[{ webhooks: [] }, []],
		[{ webhooks: [webhook] }, [webhook]],
		[{ Webhook: { list: [webhook] } }, [webhook]],
		[
			{
				webhooks: [
					{ ...webhook, events: null },
					{ ...webhook, url: null },
				],
			},
			[webhook],
		],
	])('hold a list in %j', (data, list) => {
		expect(webhooksIn.find(data)).toEqual(list);
	});

	it.each([
		[{}],
		[{ webhooks: null }],
		[{ webhooks: {} }],
		[{ webhooks: ['w1'] }],
		[{ webhooks: [{ id: 'w1' }] }],
		[{ webhooks: [], others: [] }],
		[null],
	])('hold no list in %j', (data) => {
		expect(webhooksIn.find(data)).toBeUndefined();
	});

	it.each([
		[{ createWebhook: { id: 'w1' } }],
		[{ Webhook: { update: { id: 'w1' } } }],
		[{ updateWebhook: true }],
	])('say that it was done in %j', (data) => {
		expect(isDone.find(data)).toBe(true);
	});

	it.each([
		[{}],
		[{ createWebhook: null }],
		[{ createWebhook: { id: null } }],
		[{ Webhook: { update: null } }],
		[{ Webhook: {} }],
		[{ updateWebhook: false }],
		[null],
	])('do not say so in %j', (data) => {
		expect(isDone.find(data)).toBeUndefined();
	});

	it('show the schema, or null where introspection is switched off', () => {
		const schema = { queryType: { name: 'Query' }, mutationType: null, types: [] };
		expect(aSchema.find({ __schema: schema })).toBe(schema);
		expect(aSchema.find({ __schema: null })).toBeNull();
		for (const odd of [
			{},
			{ queryType: null, types: [] },
			{ ...schema, types: {} },
			{ ...schema, types: [null] },
		]) {
			expect(aSchema.find({ __schema: odd })).toBeUndefined();
		}
	});
});
