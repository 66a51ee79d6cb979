import type { IDataObject, IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { refuseNothing, requiredChoice, requiredText, unlocated } from './reading';
import { emailOf, flagOf, jsonOf, listOf, numberOf, proseOf, textOf, timeOf, type Given } from './values';

/*
 * Optional fields whose names are the vendor's: what builds them for the panel, and what reads them. A field's type says
 * how it is read.
 */

type Texts = Pick<INodeProperties, 'displayName' | 'name'> & Partial<INodeProperties>;

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

/** A date with its time, in the workflow's zone. */
export function timeField(texts: Texts): INodeProperties {
	return { type: 'dateTime', default: '', ...texts };
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

interface FieldsToRead {
	/** Name of the collection. */
	collection: 'additionalFields' | 'filters' | 'options' | 'updateFields';
	known: INodeProperties[];
	/** Names of text fields that hold several values, separated by commas. */
	lists?: string[];
	/** Names of text fields that hold an email address. */
	emails?: string[];
	/** Whether a field that was added and left empty is sent as null, which clears it: an expression must not do that. */
	clearsEmpty?: boolean;
	/** Names of fields that decide when or whether a person is reached, besides filters, changes, switches and choices. */
	deciding?: string[];
}

/**
 * What the user filled in, under the fields' names: text as text, numbers as numbers, times as
 * `YYYY-MM-DDTHH:mm:ss.sssZ`, JSON parsed.
 *
 * @throws NodeOperationError naming the field that cannot be read, or that decides something and whose expression returns nothing
 */
export function readFields(
	context: IExecuteFunctions,
	itemIndex: number,
	{ collection, known, lists = [], emails = [], clearsEmpty = false, deciding = [] }: FieldsToRead,
): IDataObject {
	const filledIn = context.getNodeParameter(collection, itemIndex, {}) as IDataObject;
	const entries = known.flatMap((property): Array<[string, unknown]> => {
		const { name, displayName, type } = property;
		if (!Object.hasOwn(filledIn, name)) return [];
		const given = { context, itemIndex, displayName, value: unlocated(filledIn[name]) };
		const decides =
			['filters', 'updateFields'].includes(collection) || type === 'boolean' || type === 'options';
		if (decides || clearsEmpty || deciding.includes(name)) {
			const otherwise = clearsEmpty
				? 'remove the field; to clear it, leave it empty without an expression'
				: undefined;
			refuseNothing(given, `${collection}.${name}`, otherwise);
		}
		if (emails.includes(name)) emailOf(given);
		const value = lists.includes(name) ? nonEmpty(listOf(given)) : valueOf(property, given);
		if (value !== undefined) return [[name, value]];
		return clearsEmpty ? [[name, null]] : [];
	});
	return Object.fromEntries(entries) as IDataObject;
}

/** @throws NodeOperationError where nothing under "Update Fields" was filled in */
export function requireChanges(context: IExecuteFunctions, itemIndex: number, changes: IDataObject): void {
	if (Object.keys(changes).length > 0) return;
	throw new NodeOperationError(context.getNode(), 'Update Fields is empty', {
		itemIndex,
		description: 'Click "Add field" and choose what to change.',
	});
}

/** Undefined where nothing was filled in. */
function valueOf({ type, default: fallback, typeOptions }: INodeProperties, given: Given): unknown {
	if (type === 'number') return numberOf(given, { min: typeOptions?.minValue, max: typeOptions?.maxValue });
	if (type === 'boolean') return flagOf(given);
	if (type === 'json') return jsonOf(given, String(fallback).startsWith('[') ? 'list' : 'object');
	if (type === 'multiOptions') return nonEmpty(listOf(given));
	if (type === 'dateTime') {
		const time = timeOf(given);
		return time === undefined ? undefined : new Date(time).toISOString();
	}
	return (typeOptions?.rows === undefined ? textOf(given) : proseOf(given)) || undefined;
}

const nonEmpty = <Entry>(list: Entry[]): Entry[] | undefined => (list.length === 0 ? undefined : list);

/**
 * What was filled in under parameters of their own, by their names: a choice as one of its words, all else as text.
 *
 * @throws NodeOperationError naming the one that is empty, or no such word
 */
export function readRequired(
	context: IExecuteFunctions,
	itemIndex: number,
	known: INodeProperties[],
): Record<string, string> {
	const entries = known.map(({ name, displayName, type, options = [] }) => {
		if (type !== 'options') return [name, requiredText(context, itemIndex, name, displayName)];
		const words = (options as INodePropertyOptions[]).map(({ value }) => String(value));
		return [name, requiredChoice(context, itemIndex, name, displayName, words)];
	});
	return Object.fromEntries(entries) as Record<string, string>;
}
