import type { IDataObject, IExecuteFunctions, INodeProperties, NodeError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isObject } from '../event/fields';
import { choiceField, jsonField, textField } from './fields';
import type { Share } from './operation';
import { optionalChoice, optionalJson } from './reading';
import { textOf, type Given } from './values';

/* Candidates come one from each input item, or as a list in each. */

const LIST_NAME = 'Candidate List';

const EXAMPLE = '{ "name": "Ada Example", "email": "ada@example.com" }';

export const sourceParameter: INodeProperties = {
	displayName: 'Candidates From',
	name: 'source',
	type: 'options',
	default: 'items',
	options: [
		{ name: 'Input Items', value: 'items', description: 'Each input item is one candidate' },
		{ name: 'JSON List', value: 'list', description: 'Each input item has several candidates' },
	],
};

export const nameParameter = textField({
	displayName: 'Name',
	name: 'name',
	required: true,
	placeholder: 'e.g. Ada Example',
});

export const emailParameter = textField({
	displayName: 'Email',
	name: 'email',
	required: true,
	placeholder: 'e.g. ada@example.com',
});

/** What to do about somebody who was invited before. @param what of theirs is there @param to what, for the description */
export const ifAlreadyInvited = (what: string, to: string): INodeProperties =>
	choiceField(
		{
			displayName: 'If Already Invited',
			name: 'ifAlreadyInvited',
			description: `What to do if the candidate was already invited ${to}`,
		},
		{ return: `Return the Existing ${what}`, stop: 'Stop With an Error' },
	);

/** Whether somebody who was invited before is an error. */
export function stopsIfInvited(context: IExecuteFunctions, itemIndex: number): boolean {
	const choices = ['return', 'stop'];
	return optionalChoice(context, itemIndex, 'ifAlreadyInvited', 'If Already Invited', choices) === 'stop';
}

/** A parameter that is shown only where each input item is one candidate. */
export const forItems = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { source: ['items'] } },
});

/** The list, shown only where candidates come from one. */
export const candidateListParameter = (description: string): INodeProperties =>
	jsonField(
		{
			displayName: LIST_NAME,
			name: 'list',
			required: true,
			placeholder: `e.g. [${EXAMPLE}]`,
			displayOptions: { show: { source: ['list'] } },
			description,
		},
		'[]',
	);

/** An entry of a list. What is wrong with it says at which place of the list it is, counted from 1, and not who. */
export interface ListEntry {
	/** The value of a key, for what reads it; see `values.ts`. */
	given(key: string, displayName: string): Given;
	/**
	 * A text that must be there.
	 *
	 * @throws NodeOperationError also as `read` does
	 */
	required(key: string, displayName: string, read?: (given: Given) => string): string;
}

/** What the entries of a list may have, and what makes a person of one. */
export interface Entries {
	/** The keys that are read, as the vendor has them: another one would be lost, and is refused. */
	keys: string[];
	/** Where other values belong. */
	others?: string;
	read(entry: ListEntry): IDataObject;
}

/**
 * The candidates of an input item, from wherever "Candidates From" says.
 *
 * @throws NodeOperationError as `readItem` does, and as `listedPeople` does
 */
export function readCandidates(
	context: IExecuteFunctions,
	itemIndex: number,
	readItem: () => IDataObject,
	entries: Entries,
): Share['people'] {
	return optionalChoice(context, itemIndex, 'source', 'Candidates From', ['items', 'list']) === 'list'
		? listedPeople(context, itemIndex, LIST_NAME, entries)
		: [{ person: readItem() }];
}

/**
 * The entries of the parameter `list`. What is wrong with one is that entry's fault alone.
 *
 * @throws NodeOperationError when it is no list, or an empty one
 */
export function listedPeople(
	context: IExecuteFunctions,
	itemIndex: number,
	listName: string,
	{ read, ...entries }: Entries,
): Share['people'] {
	const listed = optionalJson<unknown[]>(context, itemIndex, 'list', listName, 'list') ?? [];
	if (listed.length === 0) {
		throw new NodeOperationError(context.getNode(), `${listName} is empty`, {
			itemIndex,
			description: `Write ${listName} in square brackets, for example [${EXAMPLE}].`,
		});
	}
	return listed.map((entry, index) => {
		try {
			return {
				person: read(opened(context, itemIndex, entry, `entry ${index + 1} of ${listName}`, entries)),
			};
		} catch (error) {
			return { fault: error as NodeError };
		}
	});
}

/** @throws NodeOperationError for what is no object, or has a key that is not read */
function opened(
	context: IExecuteFunctions,
	itemIndex: number,
	entry: unknown,
	place: string,
	{ keys, others }: Omit<Entries, 'read'>,
): ListEntry {
	const fault = (message: string, description: string) =>
		new NodeOperationError(context.getNode(), message, { itemIndex, description });
	if (!isObject(entry))
		throw fault(`${place.replace(/^e/, 'E')} is not an object`, `Write it like ${EXAMPLE}.`);
	const unknown = Object.keys(entry).find((key) => !keys.includes(key));
	if (unknown !== undefined) {
		const spelled = `Remove it, or spell it as one of ${keys.join(', ')}.`;
		throw fault(`The key ${unknown} in ${place} is unknown`, others ? `${spelled} ${others}` : spelled);
	}
	const given = (key: string, displayName: string): Given => ({
		context,
		itemIndex,
		displayName: `${displayName} in ${place}`,
		value: entry[key],
	});
	return {
		given,
		required: (key, displayName, read = textOf) => {
			const text = read(given(key, displayName));
			if (text !== '') return text;
			throw fault(`${displayName} in ${place} is empty`, `Give each entry the key "${key}" with a text.`);
		},
	};
}
