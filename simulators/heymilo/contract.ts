import { isObject, parseObject } from '../shared/routes';
import type { ApiAnswer, ApiRequest } from '../shared/server';
import contract from './contract.json';
import { unprocessable, type Invalid } from './errors';

/** What is used of JSON Schema in the contract's requests. */
interface Schema {
	$ref?: string;
	anyOf?: Schema[];
	oneOf?: Schema[];
	enum?: unknown[];
	const?: unknown;
	type?: string;
	items?: Schema;
	properties?: Record<string, Schema>;
	required?: string[];
	additionalProperties?: boolean | Schema;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
	minItems?: number;
}

interface Operation {
	method: string;
	path: string;
	query: Record<string, Schema>;
	body: string | null;
}

const schemas = contract.schemas as unknown as Record<string, Schema>;
const operations = (contract.operations as unknown as Operation[]).map((operation) => ({
	...operation,
	pattern: new RegExp(`^${operation.path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
}));

/**
 * A 422 for a request that the vendor's contract does not allow, else null. Unknown fields are refused too: the
 * contract does not speak of them, and a field that the vendor ignores is one that the user loses.
 */
export function breachOfContract(request: ApiRequest): ApiAnswer | null {
	const operation = operations.find(
		({ method, pattern }) => method === request.method && pattern.test(request.path),
	);
	if (!operation) return null;
	const found = [...queryBreaches(operation, request), ...bodyBreaches(operation, request)];
	return found.length > 0 ? unprocessable(found) : null;
}

/** The keys that a step's config may have, by the type of the step; undefined for a type that does not exist. */
export function configKeys(stepType: string): string[] | undefined {
	const names: Record<string, string> = {
		web_interview: 'WebInterviewConfig',
		conversational_sms: 'ConversationalSMSConfig',
		resume: 'ResumeConfig',
		form: 'FormConfig',
	};
	return Object.keys(schemas[names[stepType]]?.properties ?? {});
}

function queryBreaches({ query }: Operation, request: ApiRequest): Invalid[] {
	return [...request.query].flatMap(([name, text]) => {
		const schema = query[name];
		if (!schema) return [invalid(['query', name], 'Extra inputs are not permitted', 'extra_forbidden')];
		const value = schema.type === 'integer' && text !== '' ? Number(text) : text;
		return breaches(schema, value, ['query', name]);
	});
}

function bodyBreaches({ body }: Operation, request: ApiRequest): Invalid[] {
	if (body !== null) return breaches(schemas[body], parseObject(request.body), ['body']);
	return request.body === '' || request.body === '{}'
		? []
		: [invalid(['body'], 'Extra inputs are not permitted', 'extra_forbidden')];
}

type Location = Array<string | number>;

const invalid = (loc: Location, msg: string, type: string): Invalid => ({ loc, msg, type });

function breaches(schema: Schema, value: unknown, loc: Location): Invalid[] {
	if (schema.$ref) return breaches(schemas[schema.$ref], value, loc);
	const choices = schema.anyOf ?? schema.oneOf;
	if (choices) return bestOf(choices, value, loc);
	const allowed = schema.enum ?? ('const' in schema ? [schema.const] : undefined);
	if (allowed && !allowed.includes(value))
		return [invalid(loc, `Input should be ${allowed.map((one) => `'${one}'`).join(' or ')}`, 'enum')];
	if (schema.type && !isOfType(schema.type, value))
		return [invalid(loc, `Input should be a valid ${schema.type}`, `${schema.type}_type`)];
	if (Array.isArray(value)) return listBreaches(schema, value, loc);
	return isObject(value) ? objectBreaches(schema, value, loc) : rangeBreaches(schema, value, loc);
}

/** Nothing when one choice fits; else what is wrong with the one of its kind, or with the first. */
function bestOf(choices: Schema[], value: unknown, loc: Location): Invalid[] {
	const real = choices.filter(({ type }) => type !== 'null');
	if (value === null && real.length < choices.length) return [];
	const tried = real.map((choice) => breaches(choice, value, loc));
	if (tried.some((found) => found.length === 0)) return [];
	return tried.find((found) => found.every(({ type }) => type !== 'enum')) ?? tried[0];
}

function listBreaches({ items, minItems }: Schema, list: unknown[], loc: Location): Invalid[] {
	if (minItems !== undefined && list.length < minItems)
		return [invalid(loc, `List should have at least ${minItems} item`, 'too_short')];
	return items ? list.flatMap((entry, index) => breaches(items, entry, [...loc, index])) : [];
}

function objectBreaches(schema: Schema, value: Record<string, unknown>, loc: Location): Invalid[] {
	const { properties, additionalProperties, required = [] } = schema;
	const missing = required
		.filter((name) => !(name in value))
		.map((name) => invalid([...loc, name], 'Field required', 'missing'));
	const wrong = Object.entries(value).flatMap(([name, entry]) => {
		const own = properties?.[name];
		if (own) return breaches(own, entry, [...loc, name]);
		if (isObject(additionalProperties))
			return breaches(additionalProperties as Schema, entry, [...loc, name]);
		return properties ? [invalid([...loc, name], 'Extra inputs are not permitted', 'extra_forbidden')] : [];
	});
	return [...missing, ...wrong];
}

function rangeBreaches(schema: Schema, value: unknown, loc: Location): Invalid[] {
	const { minimum = -Infinity, maximum = Infinity, minLength = 0, maxLength = Infinity } = schema;
	if (typeof value === 'number' && value < minimum)
		return [invalid(loc, `Input should be greater than or equal to ${minimum}`, 'greater_than_equal')];
	if (typeof value === 'number' && value > maximum)
		return [invalid(loc, `Input should be less than or equal to ${maximum}`, 'less_than_equal')];
	if (typeof value === 'string' && value.length < minLength)
		return [invalid(loc, `String should have at least ${minLength} characters`, 'string_too_short')];
	if (typeof value === 'string' && value.length > maxLength)
		return [invalid(loc, `String should have at most ${maxLength} characters`, 'string_too_long')];
	return [];
}

function isOfType(type: string, value: unknown): boolean {
	if (type === 'object') return isObject(value);
	if (type === 'array') return Array.isArray(value);
	if (type === 'integer') return Number.isInteger(value);
	if (type === 'null') return value === null;
	return typeof value === type;
}
