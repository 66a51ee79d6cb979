import type { IDataObject, IExecuteFunctions, INodeProperties, NodeError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { jsonField } from './fields';
import type { Share } from './operation';
import { optionalChoice, optionalJson } from './reading';

/* Candidates come one from each input item, or as a list in each. */

const LIST_NAME = 'Candidate List';

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
			placeholder: 'e.g. [{ "name": "Ada Example", "email": "ada@example.com" }]',
			displayOptions: { show: { source: ['list'] } },
			description,
		},
		'[]',
	);

/** Reads an entry of a list; its place is counted from 1. */
type ReadEntry = (entry: unknown, place: number) => IDataObject;

/**
 * The candidates of an input item, from wherever "Candidates From" says.
 *
 * @throws NodeOperationError as `readItem` does, and as `listedPeople` does
 */
export function readCandidates(
	context: IExecuteFunctions,
	itemIndex: number,
	readItem: () => IDataObject,
	readEntry: ReadEntry,
): Share['people'] {
	return optionalChoice(context, itemIndex, 'source', 'Candidates From', ['items', 'list']) === 'list'
		? listedPeople(context, itemIndex, LIST_NAME, readEntry)
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
	readEntry: ReadEntry,
): Share['people'] {
	const entries = optionalJson<unknown[]>(context, itemIndex, 'list', listName, 'list') ?? [];
	if (entries.length === 0) {
		throw new NodeOperationError(context.getNode(), `${listName} is empty`, {
			itemIndex,
			description: `Write ${listName} in square brackets, for example [{ "name": "Ada Example", "email": "ada@example.com" }].`,
		});
	}
	return entries.map((entry, index) => {
		try {
			return { person: readEntry(entry, index + 1) };
		} catch (error) {
			return { fault: error as NodeError };
		}
	});
}
