import { buildSchema, graphqlSync, parse, validate, type GraphQLSchema } from 'graphql';

import {
	INTROSPECTION,
	findWebhookCalls,
	type Schema,
	type WebhookCalls,
} from '../../../nodes/Hireflix/api/webhookSchema';

const WEBHOOK =
	'type Webhook { id: String! url: String! events: [String!]! active: Boolean! external: String owner: String }';
const LIST = 'webhooks: [Webhook!]!';
const OTHERS = 'positions: [Position!]! position(id: String!): Position';
const POSITION = 'type Position { id: String! name: String }';

/** The schema with these fields at its roots, beside what every account has. */
function schemaWith(queries: string, mutations: string, types = ''): GraphQLSchema {
	return buildSchema(`
		type Query { ${OTHERS} ${queries} }
		type Mutation { archivePosition(id: String!): Position ${mutations} }
		${POSITION} ${WEBHOOK} ${types}
	`);
}

/** What the node finds in a schema, asked for with its own query. */
function callsIn(schema: GraphQLSchema): WebhookCalls | null {
	const { data, errors } = graphqlSync({ schema, source: INTROSPECTION });
	expect(errors).toBeUndefined();
	return findWebhookCalls(data?.__schema as unknown as Schema);
}

/** The documents as one line each, checked to be valid in the schema. */
function documentsIn(schema: GraphQLSchema): WebhookCalls {
	const calls = callsIn(schema);
	if (calls === null) throw new Error('No webhook calls were found');
	for (const document of Object.values(calls).filter((text) => text !== null)) {
		expect({ document, errors: validate(schema, parse(document)) }).toEqual({ document, errors: [] });
	}
	return calls;
}

describe('the webhook calls of a schema', () => {
	it('are found as flat mutations', () => {
		const schema = schemaWith(
			`${LIST} webhook(id: String!): Webhook webhookLogs(id: String!): [String!]`,
			`createWebhook(url: String!, events: [String!], external: String): Webhook!
			updateWebhook(id: String!, url: String, events: [String!], active: Boolean): Webhook!
			deleteWebhook(id: String!): Boolean!`,
		);
		expect(documentsIn(schema)).toEqual({
			list: 'query { webhooks { id url events active } }',
			create:
				'mutation($url: String!, $events: [String!]) { createWebhook(url: $url, events: $events) { id } }',
			update:
				'mutation($id: String!, $url: String, $events: [String!], $active: Boolean) { updateWebhook(id: $id, url: $url, events: $events, active: $active) { id } }',
			remove: 'mutation($id: String!) { deleteWebhook(id: $id) }',
		});
	});

	it('are found inside a namespace, also when nothing there deletes', () => {
		const schema = schemaWith(
			LIST,
			'Webhook(id: String): WebhookMutations!',
			`type WebhookMutations {
				create(url: String!, events: [String!]!, external: String): Webhook!
				update(url: String, events: [String!], active: Boolean): Webhook!
			}`,
		);
		expect(documentsIn(schema)).toEqual({
			list: 'query { webhooks { id url events active } }',
			create:
				'mutation($url: String!, $events: [String!]!) { Webhook { create(url: $url, events: $events) { id } } }',
			update:
				'mutation($id: String, $url: String, $events: [String!], $active: Boolean) { Webhook(id: $id) { update(url: $url, events: $events, active: $active) { id } } }',
			remove: null,
		});
	});

	it('are found inside a namespace that deletes', () => {
		const schema = schemaWith(
			'Webhooks: WebhookQueries!',
			'Webhook(id: String): WebhookMutations!',
			`type WebhookQueries { list(limit: Int): [Webhook] }
			type WebhookMutations { create(url: String!, events: [String!]!): Webhook! delete: Boolean! }`,
		);
		expect(documentsIn(schema)).toEqual({
			list: 'query { Webhooks { list { id url events active } } }',
			create:
				'mutation($url: String!, $events: [String!]!) { Webhook { create(url: $url, events: $events) { id } } }',
			update: null,
			remove: 'mutation($id: String) { Webhook(id: $id) { delete } }',
		});
	});

	it('are found with events as an enumeration and ids as ID, whose types the variables take over', () => {
		const schema = schemaWith(
			LIST,
			'addWebhook(url: Url!, events: [WebhookEvent!]!): Webhook removeWebhook(id: ID!): Webhook',
			'scalar Url enum WebhookEvent { FINISH CREATE }',
		);
		expect(documentsIn(schema)).toMatchObject({
			create:
				'mutation($url: Url!, $events: [WebhookEvent!]!) { addWebhook(url: $url, events: $events) { id } }',
			remove: 'mutation($id: ID!) { removeWebhook(id: $id) { id } }',
		});
	});

	it('are found although further arguments are required, as long as these have defaults', () => {
		const schema = schemaWith(
			LIST,
			'createWebhook(url: String!, events: [String!]!, retries: Int! = 3): Webhook deleteWebhook(id: String!): Boolean',
		);
		expect(documentsIn(schema).create).not.toContain('retries');
	});

	it('are found at roots of any name', () => {
		const schema = buildSchema(`
			schema { query: RootQuery mutation: RootMutation }
			type RootQuery { ${LIST} } ${WEBHOOK}
			type RootMutation { createWebhook(url: String!, events: [String!]!): Webhook deleteWebhook(id: String!): Boolean }
		`);
		expect(documentsIn(schema).remove).toBe('mutation($id: String!) { deleteWebhook(id: $id) }');
	});
});

const CREATE = 'createWebhook(url: String!, events: [String!]!): Webhook!';
const DELETE = 'deleteWebhook(id: String!): Boolean!';

describe('no webhook calls are found, so no guess is ever sent,', () => {
	it('as a control, these are found', () => {
		expect(callsIn(schemaWith(LIST, `${CREATE} ${DELETE}`))).not.toBeNull();
	});

	it.each([
		['in a schema without webhooks', '', ''],
		['without a list', '', `${CREATE} ${DELETE}`],
		['with a list that needs an argument', 'webhooks(position: String!): [Webhook!]!', `${CREATE} ${DELETE}`],
		['with one webhook instead of a list', 'webhook: Webhook', `${CREATE} ${DELETE}`],
		[
			'with a list that does not tell the events',
			'webhooks: [Hook!]!',
			`${CREATE} ${DELETE}`,
			'type Hook { id: String! url: String! active: Boolean! }',
		],
		[
			'with a connection instead of a list',
			'webhooks: WebhookConnection',
			`${CREATE} ${DELETE}`,
			'type WebhookConnection { total: Int }',
		],
		['when nothing can switch a webhook off', LIST, CREATE],
		['when delete requires more', LIST, `${CREATE} deleteWebhook(id: String!, reason: String!): Boolean!`],
		[
			'when update cannot switch it off',
			LIST,
			`${CREATE} updateWebhook(id: String!, url: String, events: [String!]): Webhook!`,
		],
		[
			'when the namespace needs an id to create',
			LIST,
			'Webhook(id: String!): Ops',
			`type Ops { ${CREATE} delete: Boolean }`,
		],
	])('%s', (_, queries, mutations, types = '') => {
		expect(callsIn(schemaWith(queries, mutations, types))).toBeNull();
	});

	it.each([
		['is missing', ''],
		['requires an unknown argument', '(url: String!, events: [String!]!, company: String!): Webhook!'],
		['takes no events', '(url: String!): Webhook!'],
		['takes an input object', '(input: Given!): Webhook!', 'input Given { url: String! events: [String!]! }'],
		[
			'returns a union',
			'(url: String!, events: [String!]!): Made!',
			'type Failure { message: String } union Made = Webhook | Failure',
		],
		['returns no id', '(url: String!, events: [String!]!): Boolean!'],
	])('when create %s', (_, create, types = '') => {
		const mutation = create && `createWebhook${create}`;
		expect(callsIn(schemaWith(LIST, `${mutation} ${DELETE}`, types))).toBeNull();
	});

	it('in a schema that has no mutations at all', () => {
		expect(callsIn(buildSchema(`type Query { ${LIST} } ${WEBHOOK}`))).toBeNull();
	});
});

describe('what is not a webhook call', () => {
	const UPDATE =
		'updateWebhook(id: String!, url: String, events: [String!], active: Boolean): DeletableWebhook!';
	const DELETABLE = 'type DeletableWebhook { id: String! deletedAt: Float }';

	it('is a field of a webhook that sounds like one', () => {
		expect(documentsIn(schemaWith(LIST, `${CREATE} ${UPDATE}`, DELETABLE)).remove).toBeNull();
		const withDelete = schemaWith(LIST, `${CREATE} ${UPDATE} ${DELETE}`, DELETABLE);
		expect(documentsIn(withDelete).remove).toBe('mutation($id: String!) { deleteWebhook(id: $id) }');
	});

	it.each([
		['deletes into a union', 'deleteWebhook(id: String!): Gone!', 'type A { ok: Boolean } union Gone = A'],
		[
			'updates into a union',
			'updateWebhook(id: String!, url: String, events: [String!], active: Boolean): Result!',
			'type NotFound { message: String } union Result = Webhook | NotFound',
		],
		['takes the id twice', 'Webhook(id: String): Calls!', 'type Calls { delete(id: String!): Boolean }'],
	])('is one that %s', (_, mutations, types) => {
		expect(callsIn(schemaWith(LIST, `${CREATE} ${mutations}`, types))).toBeNull();
	});

	it('asks an answer without an id for its type only', () => {
		const mutations = `${CREATE} deleteWebhook(id: String!): Done!`;
		const { remove } = documentsIn(schemaWith(LIST, mutations, 'type Done { success: Boolean }'));
		expect(remove).toBe('mutation($id: String!) { deleteWebhook(id: $id) { __typename } }');
	});
});
