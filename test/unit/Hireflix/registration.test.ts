import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { buildSchema, graphqlSync } from 'graphql';

import { register, unregister } from '../../../nodes/Hireflix/registration';
import { UNRECOGNIZED } from '../../../nodes/shared/trigger/settings';
import { INTROSPECTION } from '../../../nodes/Hireflix/api/webhookSchema';
import '../../lifecycle/noWaits';
import { node } from '../actions/actionContext';

const SCHEMA = graphqlSync({
	schema: buildSchema(`
		type Webhook { id: String! url: String! events: [String!] active: Boolean! }
		type Query { webhooks: [Webhook!]! }
		type Mutation {
			createWebhook(url: String!, events: [String!]): Webhook
			updateWebhook(id: String!, url: String, events: [String!], active: Boolean): Webhook
		}
	`),
	source: INTROSPECTION,
});

const URL = 'https://n8n.example.com/webhook/1/hireflix';

/** Registers, or does the opposite, at a vendor that answers each call with the next body, or with one of another status. */
async function acting(
	act: (context: IHookFunctions) => Promise<void>,
	answers: unknown[],
	events = ['interview.finish', UNRECOGNIZED],
): Promise<IDataObject[]> {
	const sent: IDataObject[] = [];
	const parameters: IDataObject = { registration: 'automatic', events };
	const context = {
		getNode: () => node,
		getWorkflow: () => ({ active: true }),
		getActivationMode: () => 'activate',
		getCredentials: async () => ({
			baseUrl: 'https://api.example.com',
			webhookSecret: 'a secret of enough letters',
		}),
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getNodeWebhookUrl: () => URL,
		helpers: {
			httpRequestWithAuthentication: async (_type: string, { body }: { body: IDataObject }) => {
				const answer = answers[sent.push(body) - 1];
				const isWhole = typeof answer === 'object' && answer !== null && 'statusCode' in answer;
				return { headers: {}, ...(isWhole ? answer : { statusCode: 200, body: answer }) };
			},
		},
	} as unknown as IHookFunctions;
	await act(context);
	return sent;
}

const registering = async (...answers: unknown[]) => await acting(register, answers);

const NOT_THE_API = /^This is not the Hireflix API/;

describe('registering automatically', () => {
	it('creates the webhook', async () => {
		const sent = await registering(
			SCHEMA,
			{ data: { webhooks: [] } },
			{ data: { createWebhook: { id: 'w1' } } },
			{ data: { webhooks: [{ id: 'w1', url: URL, events: ['interview.finish'], active: true }] } },
		);
		expect(sent[2].variables).toEqual({ url: URL, events: ['interview.finish'] });
	});

	it('registers nothing when no event of Hireflix is selected, and says so', async () => {
		const none = acting(register, [SCHEMA, { data: { webhooks: [] } }], [UNRECOGNIZED]);
		await expect(none).rejects.toThrow('Select at least one event of Hireflix under Trigger On');
	});

	it.each([
		[[]],
		[[{ id: 'w1', url: URL, events: ['interview.finish'], active: false }]],
		[[{ id: 'w1', url: URL, events: ['interview.create'], active: true }]],
	])('is not done when the list has %j afterwards', async (webhooks) => {
		const made = { data: { createWebhook: { id: 'w1' } } };
		await expect(
			registering(SCHEMA, { data: { webhooks: [] } }, made, { data: { webhooks } }),
		).rejects.toThrow('does not list it as it should be');
	});

	it.each([['<!doctype html>'], [''], [{}], [null], [[]], [{ data: {} }], [{ data: { __schema: {} } }]])(
		'stops when the schema is %j',
		async (body) => {
			await expect(registering(body)).rejects.toThrow(NOT_THE_API);
		},
	);

	it.each([
		[{ statusCode: 400, body: { errors: [{ message: 'GraphQL introspection is not allowed' }] } }],
		[{ errors: [{ message: 'Introspection is disabled', extensions: { code: 'FORBIDDEN' } }] }],
		[{ data: null, errors: [{ message: 'Introspection is disabled' }] }],
		[{ data: { __schema: null } }],
	])('says that it cannot when introspection is switched off: %j', async (answer) => {
		await expect(registering(answer)).rejects.toThrow('cannot be managed automatically');
	});

	it.each([
		['<!doctype html>'],
		[{ data: { webhooks: null } }],
		[{ data: { webhooks: {} } }],
		[{ data: {} }],
	])('creates nothing when the list is %j', async (body) => {
		await expect(registering(SCHEMA, body)).rejects.toThrow(NOT_THE_API);
	});

	it.each([
		['<!doctype html>'],
		[''],
		[{ data: { createWebhook: null } }],
		[{ data: { createWebhook: {} } }],
	])('is not done when the webhook is answered with %j, however often, and is not listed', async (body) => {
		const none = { data: { webhooks: [] } };
		const attempts = Array.from({ length: 4 }, () => [none, body]).flat();
		await expect(registering(SCHEMA, ...attempts)).rejects.toThrow(
			/^This is not the Hireflix API.*it is not certain whether/,
		);
	});
});

describe('removing what was registered automatically', () => {
	const listed = (active: boolean) => ({
		data: { webhooks: [{ id: 'w1', url: URL, events: ['interview.finish'], active }] },
	});
	const switchedOff = { data: { updateWebhook: { id: 'w1' } } };

	it('is done when the list has none that is active afterwards', async () => {
		const sent = await acting(unregister, [SCHEMA, listed(true), switchedOff, listed(false)]);
		expect(sent).toHaveLength(4);
	});

	it('is not done when Hireflix says so and still has it', async () => {
		const failing = acting(unregister, [SCHEMA, listed(true), switchedOff, listed(true)]);
		await expect(failing).rejects.toThrow(
			'Hireflix still has 1 active webhook of this trigger after it was asked to remove it',
		);
	});
});
