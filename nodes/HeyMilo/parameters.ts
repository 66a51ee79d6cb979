import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { jsonParse, NodeOperationError } from 'n8n-workflow';

import { locatorParameter } from '../shared/actions/properties';
import { requiredText } from '../shared/actions/reading';
import { isSimplified } from '../shared/actions/rows';

/** Which posting, from the workspace's list or by its id. */
export const postingParameter = locatorParameter({
	displayName: 'Posting',
	name: 'postingId',
	searchListMethod: 'searchPostings',
	exampleId: '7C41B0E9',
	description: 'The AI interviewer for one job',
});

/** Key-value pairs of the customer's own. */
export const metadataParameter: INodeProperties = {
	displayName: 'Metadata',
	name: 'metadata',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add key',
	default: {},
	options: [
		{
			displayName: 'Entry',
			name: 'entries',
			values: [
				{
					displayName: 'Key',
					name: 'key',
					type: 'string',
					default: '',
					description: 'At most 40 characters',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					description: 'At most 500 characters',
				},
			],
		},
	],
	description: 'At most 50 keys with your own values, for example the ID in your ATS',
};

/** The path of the posting that the parameter names, with what comes after it. */
export function postingPath(context: IExecuteFunctions, itemIndex: number, rest = ''): string {
	const id = requiredText(context, itemIndex, 'postingId', 'Posting');
	return `/api/v2/postings/${encodeURIComponent(id)}${rest}`;
}

/** The path of the interview that the parameter names, with what comes after it. */
export function interviewPath(context: IExecuteFunctions, itemIndex: number, rest: string): string {
	const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
	return `/api/v2/interviews/${encodeURIComponent(id)}${rest}`;
}

/** A row reduced to the wanted fields, or as it is where the user asks for raw data. */
export function asShown(
	context: IExecuteFunctions,
	itemIndex: number,
	row: IDataObject,
	fields: readonly string[],
): IDataObject {
	if (!isSimplified(context, itemIndex)) return row;
	return Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));
}

/**
 * JSON that the user typed or that an expression gave.
 *
 * @param kind what it must be
 * @throws NodeOperationError naming the parameter
 */
export function asJson<Value extends IDataObject | unknown[]>(
	context: IExecuteFunctions,
	itemIndex: number,
	given: unknown,
	displayName: string,
	kind: 'object' | 'list',
): Value {
	const value = typeof given === 'string' ? jsonParse<unknown>(given, { fallbackValue: null }) : given;
	const isFitting = Array.isArray(value) ? kind === 'list' : kind === 'object' && isObject(value);
	if (isFitting) return value as Value;
	const [what, example] =
		kind === 'list'
			? ['a JSON list', '[{ "type": "web_interview" }]']
			: ['a JSON object', '{ "key": "value" }'];
	throw new NodeOperationError(context.getNode(), `${displayName} is not ${what}`, {
		itemIndex,
		description: `Write it like ${example}. Check for missing quotes, commas and brackets.`,
	});
}

/**
 * The pairs of a Metadata parameter; undefined when there are none.
 *
 * @param given the value of the fixed collection
 * @throws NodeOperationError for what HeyMilo would refuse
 */
export function asMetadata(
	context: IExecuteFunctions,
	itemIndex: number,
	given: unknown,
): Record<string, string> | undefined {
	const { entries } = (given ?? {}) as { entries?: Array<{ key: string; value: unknown }> };
	if (!entries || entries.length === 0) return undefined;
	const pairs = entries.map(({ key, value }) => [key.trim(), String(value ?? '')] as const);
	const refused = pairs.find(([key, value]) => key === '' || key.length > 40 || value.length > 500);
	if (!refused && pairs.length <= 50) return Object.fromEntries(pairs);
	throw new NodeOperationError(
		context.getNode(),
		refused
			? `Metadata: the entry "${refused[0].slice(0, 50)}" is not possible`
			: 'Metadata has too many entries',
		{
			itemIndex,
			description: 'HeyMilo takes at most 50 keys of 1 to 40 characters, each with a value of at most 500.',
		},
	);
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null;
}
