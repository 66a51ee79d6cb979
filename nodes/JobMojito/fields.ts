import type { IDataObject, IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { parseJson } from './parameters';

/** Texts that hold several values, separated by commas. */
const LISTS = ['tags'];

type Texts = Pick<INodeProperties, 'displayName' | 'name'> & Partial<INodeProperties>;

/** A text whose name is the vendor's. */
export function textField(texts: Texts): INodeProperties {
	return { type: 'string', default: '', ...texts };
}

/** A longer text, with line breaks. */
export function longTextField(texts: Texts): INodeProperties {
	return { type: 'string', typeOptions: { rows: 4 }, default: '', ...texts };
}

export function numberField(texts: Texts, minValue: number, maxValue?: number): INodeProperties {
	return { type: 'number', typeOptions: { minValue, maxValue }, default: minValue, ...texts };
}

/** A switch; its description begins with "Whether". */
export function switchField(texts: Texts & { description: `Whether ${string}` }): INodeProperties {
	return { type: 'boolean', default: false, ...texts };
}

/** A choice, given as the vendor's words with ours beside them. */
export function choiceField(texts: Texts, words: Record<string, string>): INodeProperties {
	return { type: 'options', options: asOptions(words), default: Object.keys(words)[0], ...texts };
}

export function asOptions(words: Record<string, string>): INodePropertyOptions[] {
	return Object.entries(words)
		.map(([value, name]) => ({ name, value }))
		.sort((one, other) => one.name.localeCompare(other.name));
}

/** JSON; the default says whether it is a list or an object. */
export function jsonField(texts: Texts, fallback: '{}' | '[]' = '{}'): INodeProperties {
	return { type: 'json', default: fallback, ...texts };
}

/**
 * What the user filled in, under the vendor's names: JSON parsed, lists split.
 *
 * @param clearsEmpty whether a field that was added and left empty is sent as null, which clears it
 * @throws NodeOperationError naming the field whose JSON is wrong
 */
export function readFields(
	context: IExecuteFunctions,
	itemIndex: number,
	known: INodeProperties[],
	clearsEmpty = false,
): IDataObject {
	const given = context.getNodeParameter('fields', itemIndex, {}) as IDataObject;
	const entries = Object.entries(given).flatMap(([name, value]): Array<[string, unknown]> => {
		if (value === '' || value === null || value === undefined) return clearsEmpty ? [[name, null]] : [];
		const property = known.find((one) => one.name === name);
		if (property?.type === 'json') return [[name, readJson(context, itemIndex, property, value)]];
		if (LISTS.includes(name)) return [[name, splitList(String(value))]];
		return [[name, value]];
	});
	return Object.fromEntries(entries) as IDataObject;
}

function readJson(
	context: IExecuteFunctions,
	itemIndex: number,
	{ displayName, default: fallback }: INodeProperties,
	value: unknown,
): unknown {
	return parseJson(context, itemIndex, { value, displayName, isList: String(fallback).startsWith('[') });
}

/** The parts of a text between commas, without empty ones. */
export function splitList(text: string): string[] {
	return text
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}
