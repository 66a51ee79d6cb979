import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { textField } from '../shared/actions/fields';
import { refuseNothing } from '../shared/actions/reading';
import { jsonOf, numberOf, textOf, type Given } from '../shared/actions/values';
import { isObject } from '../shared/event/fields';

const INTERVIEWER_ID: INodeProperties = textField({
	displayName: 'Interviewer ID',
	name: 'interviewerId',
	required: true,
	placeholder: 'e.g. 6f1c2a40-58d3-4a55-9b0c-2f6f4f0c9d11',
	description:
		'InterviewFlowAI has no list to choose from: copy the ID from the address of the Interviewer page',
});

/** Which Interviewer, typed or pasted. */
export const interviewerParameter = INTERVIEWER_ID;

/** Which Interviewer; filled in from the item of a trigger. */
export const interviewerOfItemParameter: INodeProperties = {
	...INTERVIEWER_ID,
	default: '={{ $json.job_id }}',
	description:
		"Filled in automatically from a trigger's item; or copy the ID from the address of the Interviewer page",
};

/** What the API can filter an Interviewer's candidates by. */
export const customFieldFilters: INodeProperties = {
	displayName: 'Custom Field Filters',
	name: 'customFieldFilters',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add filter',
	default: {},
	description: 'Only candidates whose custom fields match all of these',
	options: [
		{
			displayName: 'Filter',
			name: 'filters',
			values: [
				textField({
					displayName: 'Field Name',
					name: 'name',
					placeholder: 'e.g. Manual Score',
					description: 'Exactly as in the custom fields of your InterviewFlowAI account',
				}),
				{
					displayName: 'Condition',
					name: 'condition',
					type: 'options',
					default: 'equals',
					options: [
						{ name: 'Number Is at Least', value: 'atLeast' },
						{ name: 'Text Is Exactly', value: 'equals' },
					],
				},
				{
					displayName: 'Number',
					name: 'number',
					type: 'number',
					default: 0,
					displayOptions: { show: { condition: ['atLeast'] } },
				},
				textField({
					displayName: 'Text',
					name: 'text',
					displayOptions: { show: { condition: ['equals'] } },
				}),
			],
		},
	],
};

interface Filter {
	name?: unknown;
	condition?: unknown;
	number?: unknown;
	text?: unknown;
}

/**
 * The filters as the API wants them: a number is a minimum, a text must be equal.
 *
 * @throws NodeOperationError for a filter without a name, a value that is not a number, or two of one name
 */
export function wantedFields(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const parameter = context.getNodeParameter('customFieldFilters', itemIndex, {}) as IDataObject | null;
	const displayName = customFieldFilters.displayName;
	const filters = jsonOf<unknown[]>({ context, itemIndex, displayName, value: parameter?.filters }, 'list');
	const fail = (message: string, description: string) =>
		new NodeOperationError(context.getNode(), message, { itemIndex, description });
	const wanted = new Map<string, string | number>();
	for (const [index, filter] of (filters ?? []).map((entry) => (isObject(entry) ? entry : {})).entries()) {
		const name = textOf({ context, itemIndex, displayName: 'Field Name', value: filter.name });
		if (name === '') {
			throw fail(
				'A filter in Custom Field Filters has no Field Name',
				'Fill in Field Name, or remove the filter.',
			);
		}
		if (wanted.has(name)) {
			throw fail(
				`Custom Field Filters holds two filters for ${name}`,
				'InterviewFlowAI takes one filter per field: remove the other.',
			);
		}
		wanted.set(name, wantedValue(context, itemIndex, `customFieldFilters.filters[${index}]`, filter, name));
	}
	return Object.fromEntries(wanted);
}

function wantedValue(
	context: IExecuteFunctions,
	itemIndex: number,
	path: string,
	{ condition, number, text }: Filter,
	name: string,
): string | number {
	const asked = (displayName: string, value: unknown, field: string): Given => {
		const given = { context, itemIndex, displayName, value };
		refuseNothing(given, `${path}.${field}`, 'remove the filter');
		return given;
	};
	const displayName = `The Number of the filter for ${name}`;
	const word = textOf(asked('Condition', condition, 'condition')) || 'equals';
	if (word !== 'atLeast' && word !== 'equals') {
		throw new NodeOperationError(context.getNode(), `There is no Condition "${word}"`, {
			itemIndex,
			description: 'Condition is one of atLeast, equals.',
		});
	}
	if (word === 'equals') {
		return textOf(asked(`The Text of the filter for ${name}`, text, 'text'));
	}
	const minimum = numberOf({ context, itemIndex, displayName, value: number });
	if (minimum !== undefined) return minimum;
	throw new NodeOperationError(context.getNode(), `${displayName} is empty`, {
		itemIndex,
		description: 'Fill in Number in Custom Field Filters, or remove the filter.',
	});
}
