import Ajv, { type ErrorObject } from 'ajv';

import { isObject, parseObject } from '../shared/routes';
import type { ApiRequest, Refusal } from '../shared/server';
import contract from './contract.json';
import { unprocessable, type Invalid } from './errors';

type Schema = Record<string, unknown>;

const schemas = contract.schemas as unknown as Record<string, Schema>;

/** What of a request the contract speaks of. */
type Call = Pick<ApiRequest, 'method' | 'path' | 'query' | 'body'>;

/**
 * A 422 for a request that the vendor's contract does not allow, else null. Unknown fields are refused too: the
 * contract does not speak of them, and a field that the vendor ignores is one that the user loses.
 */
export function breachOfContract({ method, path, query, body }: Call): Refusal | null {
	const operation = operations.find((one) => one.method === method && one.pattern.test(path));
	if (!operation) return null;
	const found = [
		...breaches(operation.query, valuesOf(query, operation.integers), ['query']),
		...breaches(operation.body, dataOf(body), ['body']),
	];
	return found.length > 0 ? unprocessable(...found) : null;
}

/** The texts of a body that the contract lacks; 422 for one that is not exactly so. */
export function textsOf<Name extends string>(
	{ body }: ApiRequest,
	required: readonly Name[],
	properties: Record<string, Schema>,
): Record<Name, string> {
	const texts = Object.fromEntries(required.map((name) => [name, { type: 'string' }]));
	const schema = {
		type: 'object',
		required,
		properties: { ...texts, ...properties },
		additionalProperties: false,
	};
	const data = dataOf(body);
	const found = breaches(ajv.compile(schema), data, ['body']);
	if (found.length > 0) throw unprocessable(...found);
	return data as Record<Name, string>;
}

/** The keys that a step's config may have, by the type of the step; undefined for a type that does not exist. */
export function configKeys(stepType: string): string[] | undefined {
	const names: Record<string, string> = {
		web_interview: 'WebInterviewConfig',
		conversational_sms: 'ConversationalSMSConfig',
		resume: 'ResumeConfig',
		form: 'FormConfig',
	};
	return Object.keys((schemas[names[stepType]]?.properties as Schema | undefined) ?? {});
}

const ajv = new Ajv({ allErrors: true, jsonPointers: true });
for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(strict(schema) as Schema, name);

const operations = contract.operations.map(({ method, path, query, body }) => ({
	method,
	pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
	query: ajv.compile(strict({ type: 'object', properties: query }) as Schema),
	integers: Object.entries(query)
		.filter(([, schema]) => 'type' in schema && schema.type === 'integer')
		.map(([name]) => name),
	body: ajv.compile(body === null ? { type: 'object', maxProperties: 0 } : { $ref: body }),
}));

/** The same schema in draft 7, without fields that it does not name, and with errors that say which choice is meant. */
function strict(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(strict);
	if (!isObject(schema)) return schema;
	const { anyOf, oneOf, ...rest } = Object.fromEntries(
		Object.entries(schema).map(([name, value]) => [name, strict(value)]),
	);
	return {
		...('properties' in schema && schema.type === 'object' ? { additionalProperties: false } : {}),
		...rest,
		...(Array.isArray(anyOf) ? orNull(anyOf as Schema[]) : {}),
		...(Array.isArray(oneOf) ? byType(oneOf as Schema[]) : {}),
	};
}

/** All of the contract's `anyOf` are one schema or null. */
function orNull(choices: Schema[]): Schema {
	const [schema] = choices.filter(({ type }) => type !== 'null');
	return choices.length === 1 ? schema : { if: { type: 'null' }, else: schema };
}

/** All of the contract's `oneOf` are schemas that differ in the value of `type`. */
function byType(choices: Schema[]): Schema {
	const options = choices.map(({ $ref }) => {
		const { properties } = schemas[String($ref)] as { properties: { type: { const: string } } };
		return { $ref, type: properties.type.const };
	});
	return {
		type: 'object',
		required: ['type'],
		properties: { type: { enum: options.map(({ type }) => type) } },
		allOf: options.map(({ $ref, type }) => ({
			if: { type: 'object', properties: { type: { const: type } }, required: ['type'] },
			then: { $ref },
		})),
	};
}

const valuesOf = (query: URLSearchParams, integers: string[]): Schema =>
	Object.fromEntries(
		[...query].map(([name, text]) => [
			name,
			integers.includes(name) && /^-?\d+$/.test(text) ? Number(text) : text,
		]),
	);

/** Null for what is no JSON object, which no call takes. */
const dataOf = (body: string): Schema | null => (body === '' ? {} : parseObject(body));

function breaches(validate: Ajv.ValidateFunction, value: unknown, within: Invalid['loc']): Invalid[] {
	if (validate(value) === true) return [];
	return (validate.errors ?? [])
		.filter(({ keyword }) => keyword !== 'if')
		.map((error) => inWords(error, within));
}

type Params = Record<string, string> & { allowedValues: string[] };

/** A breach as FastAPI's own message and type, by the keyword of JSON Schema. */
const WORDS: Record<string, (params: Params) => [message: string, type: string]> = {
	required: () => ['Field required', 'missing'],
	additionalProperties: () => ['Extra inputs are not permitted', 'extra_forbidden'],
	maxProperties: () => ['Extra inputs are not permitted', 'extra_forbidden'],
	type: ({ type }) => [`Input should be a valid ${type}`, `${type}_type`],
	enum: ({ allowedValues }) => [
		`Input should be ${allowedValues.map((one) => `'${one}'`).join(' or ')}`,
		'enum',
	],
	minLength: ({ limit }) => [`String should have at least ${limit} characters`, 'string_too_short'],
	maxLength: ({ limit }) => [`String should have at most ${limit} characters`, 'string_too_long'],
	minimum: ({ limit }) => [`Input should be greater than or equal to ${limit}`, 'greater_than_equal'],
	maximum: ({ limit }) => [`Input should be less than or equal to ${limit}`, 'less_than_equal'],
	minItems: ({ limit }) => [`List should have at least ${limit} item`, 'too_short'],
};

function inWords({ keyword, dataPath, params, message }: ErrorObject, within: Invalid['loc']): Invalid {
	const told = params as Params;
	const inner = told.missingProperty ?? told.additionalProperty;
	const path = dataPath
		.split('/')
		.slice(1)
		.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
	const [msg, type] = WORDS[keyword]?.(told) ?? [message ?? keyword, keyword];
	return { loc: [...within, ...path, ...(inner === undefined ? [] : [inner])], msg, type };
}
