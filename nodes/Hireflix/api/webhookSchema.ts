import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../shared/event/fields';
import { anObject, mapped, orNull, under, type Expected } from '../../shared/http/expected';

/** A type as introspection returns it, wrapped in NON_NULL and LIST. */
interface TypeReference {
	kind: string;
	name: string | null;
	ofType: TypeReference | null;
}

interface Argument {
	name: string;
	type: TypeReference;
	defaultValue: string | null;
}

interface Field {
	name: string;
	args: Argument[];
	type: TypeReference;
}

interface SchemaType {
	name: string;
	kind: string;
	fields: Field[] | null;
}

export interface Schema {
	queryType: { name: string };
	mutationType: { name: string } | null;
	types: SchemaType[];
}

const reference = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';

export const INTROSPECTION = `query {
	__schema {
		queryType { name } mutationType { name }
		types { kind name fields { name args { name defaultValue type { ${reference} } } type { ${reference} } } }
	}
}`;

/** The schema; null where introspection is switched off. */
export const aSchema: Expected<Schema | null> = under(
	'__schema',
	orNull(
		mapped(anObject<IDataObject>('queryType', 'types'), (schema) =>
			isObject(schema.queryType) && Array.isArray(schema.types) && schema.types.every(isObject)
				? (schema as unknown as Schema)
				: undefined,
		),
	),
);

/** A call found in the schema: a field at the root, or one inside a namespace field. */
interface Call {
	path: Field[];
	/** Fields of the answer to select; empty for an answer without fields. */
	selection: string[];
}

/** The webhook calls of the account; each is recognized in full or not at all. */
export interface WebhookCalls {
	list: string;
	create: string;
	/** Changes url, events and active of a webhook; null when there is no such call. */
	update: string | null;
	/** Null when there is no such call; a webhook is then switched off with `update`. */
	remove: string | null;
}

/**
 * The webhook calls as GraphQL documents with the variables `url`, `events`, `id` and `active`; null when the
 * schema has nothing that is certain to be them. A guessed mutation is never sent.
 */
export function findWebhookCalls({ queryType, mutationType, types }: Schema): WebhookCalls | null {
	const queries = candidates(types, queryType.name);
	const mutations = candidates(types, mutationType?.name ?? '');
	const list = queries.find((call) => isList(call) && selects(call, 'id', 'url', 'events', 'active'));
	const create = mutations.find(
		(call) => named(call, /create|add/i) && takes(call, 'url', 'events') && selects(call, 'id'),
	);
	const update = mutations.find(
		(call) =>
			named(call, /update|edit|save/i) && takes(call, 'id', 'url', 'events', 'active') && isPlain(call),
	);
	const remove = mutations.find(
		(call) => named(call, /delete|remove/i) && takes(call, 'id') && isPlain(call),
	);
	if (!list || !create || (!update && !remove)) return null;
	return {
		list: compose('query', list, [], ['id', 'url', 'events', 'active']),
		create: compose('mutation', create, ['url', 'events'], ['id']),
		update: update ? compose('mutation', update, ['id', 'url', 'events', 'active'], ['id']) : null,
		remove: remove ? compose('mutation', remove, ['id'], ['id']) : null,
	};
}

/** Every field about webhooks at the root, and every field inside one that is a namespace and not a webhook. */
function candidates(types: SchemaType[], rootName: string): Call[] {
	const fieldsOf = (name: string | null) =>
		types.find((type) => type.name === name && type.kind === 'OBJECT')?.fields ?? [];
	const selection = (field: Field) => fieldsOf(innermost(field.type).name).map(({ name }) => name);
	const isNamespace = (field: Field) => field.type.kind !== 'LIST' && !selection(field).includes('id');
	return fieldsOf(rootName)
		.filter(({ name }) => /webhook/i.test(name))
		.flatMap((field) => [
			{ path: [field], selection: selection(field) },
			...(isNamespace(field) ? fieldsOf(innermost(field.type).name) : []).map((inner) => ({
				path: [field, inner],
				selection: selection(inner),
			})),
		]);
}

function innermost(type: TypeReference): TypeReference {
	return type.ofType ? innermost(type.ofType) : type;
}

const last = ({ path }: Call): Field => path[path.length - 1];

const named = (call: Call, pattern: RegExp): boolean => pattern.test(last(call).name);

const selects = ({ selection }: Call, ...names: string[]): boolean =>
	names.every((name) => selection.includes(name));

/** Whether the answer is a value or one kind of object: a union can be an error that would go unnoticed. */
function isPlain(call: Call): boolean {
	return ['SCALAR', 'OBJECT', 'ENUM'].includes(innermost(last(call).type).kind);
}

/** Whether the call takes exactly what we can give: each name once, and nothing else that is required. */
function takes({ path }: Call, ...names: string[]): boolean {
	const given = path.flatMap(({ args }) => args);
	const isRequired = ({ type, defaultValue }: Argument) => type.kind === 'NON_NULL' && defaultValue === null;
	return (
		names.every((name) => given.filter((argument) => argument.name === name).length === 1) &&
		given.every((argument) => names.includes(argument.name) || !isRequired(argument))
	);
}

function isList(call: Call): boolean {
	const { type } = last(call);
	const bare = type.kind === 'NON_NULL' ? type.ofType : type;
	return bare?.kind === 'LIST' && takes(call);
}

function compose(
	kind: 'query' | 'mutation',
	{ path, selection }: Call,
	names: string[],
	wanted: string[],
): string {
	const used = path.map(({ args }) => args.filter(({ name }) => names.includes(name)));
	const variables = used.flat().map(({ name, type }) => `$${name}: ${written(type)}`);
	const known = wanted.filter((name) => selection.includes(name));
	const fields = known.length === 0 && selection.length > 0 ? ['__typename'] : known;
	const body = path.reduceRight(
		(inner, { name }, depth) =>
			`${name}${parenthesized(used[depth].map((argument) => `${argument.name}: $${argument.name}`))}${inner ? ` { ${inner} }` : ''}`,
		fields.join(' '),
	);
	return `${kind}${parenthesized(variables)} { ${body} }`;
}

function parenthesized(entries: string[]): string {
	return entries.length === 0 ? '' : `(${entries.join(', ')})`;
}

function written({ kind, name, ofType }: TypeReference): string {
	if (kind === 'NON_NULL' && ofType) return `${written(ofType)}!`;
	if (kind === 'LIST' && ofType) return `[${written(ofType)}]`;
	return name ?? '';
}
