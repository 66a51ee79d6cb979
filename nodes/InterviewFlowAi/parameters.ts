import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

const INTERVIEWER_ID: INodeProperties = {
	displayName: 'Interviewer ID',
	name: 'interviewerId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 6f1c2a40-58d3-4a55-9b0c-2f6f4f0c9d11',
	description:
		'InterviewFlowAI has no list to choose from: copy the ID from the address of the Interviewer page',
};

/** Which Interviewer, typed or pasted. */
export const interviewerParameter = INTERVIEWER_ID;

/** Which Interviewer; the item of a trigger is picked up by itself. */
export const interviewerOfItemParameter: INodeProperties = {
	...INTERVIEWER_ID,
	default: '={{ $json.job_id }}',
	description:
		'Picks up the item of a trigger by itself; or copy the ID from the address of the Interviewer page',
};

/** What the API can filter an Interviewer's candidates by. */
export const customFieldFilters: INodeProperties = {
	displayName: 'Custom Field Filters',
	name: 'customFieldFilters',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add filter',
	default: {},
	description: 'Only candidates whose custom fields suit all of these',
	options: [
		{
			displayName: 'Filter',
			name: 'filters',
			values: [
				{
					displayName: 'Field Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Manual Score',
					description: 'Exactly as in the custom fields of your InterviewFlowAI account',
				},
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
				{
					displayName: 'Text',
					name: 'text',
					type: 'string',
					default: '',
					displayOptions: { show: { condition: ['equals'] } },
				},
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
 * @throws NodeOperationError for a filter without a name, a number that is none, or two of one name
 */
export function wantedFields(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const { filters = [] } = context.getNodeParameter('customFieldFilters', itemIndex, {}) as {
		filters?: Filter[];
	};
	const fail = (message: string, description: string) =>
		new NodeOperationError(context.getNode(), message, { itemIndex, description });
	const wanted = new Map<string, string | number>();
	for (const filter of filters) {
		const name = String(filter.name ?? '').trim();
		if (name === '') {
			throw fail(
				'A filter in Custom Field Filters has no Field Name',
				'Fill in Field Name, or remove the filter.',
			);
		}
		if (wanted.has(name)) {
			throw fail(
				`Custom Field Filters holds two filters for ${name}`,
				'InterviewFlowAI takes one filter a field: remove the other.',
			);
		}
		const value = filter.condition === 'atLeast' ? asNumber(filter.number) : String(filter.text ?? '');
		if (value === null) {
			throw fail(
				`The Number of the filter for ${name} is not a number`,
				'Correct Number in Custom Field Filters, or choose the condition Text Is Exactly.',
			);
		}
		wanted.set(name, value);
	}
	return Object.fromEntries(wanted);
}

/** A number, or a text that is one; null otherwise. */
export function asNumber(value: unknown): number | null {
	const isText = typeof value === 'string' && value.trim() !== '';
	const number = typeof value === 'number' || isText ? Number(value) : NaN;
	return Number.isFinite(number) ? number : null;
}

/** The option Score Maximum; null when it is not set. */
export function wantedScoreMaximum(context: IExecuteFunctions, itemIndex: number): number | null {
	const { scoreMaximum } = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const maximum = asNumber(scoreMaximum);
	return maximum !== null && maximum > 0 ? maximum : null;
}
