import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { locatorParameter } from '../shared/actions/properties';

/** Which interview definition, from the company's list or by its id. */
export const interviewParameter = locatorParameter({
	displayName: 'Interview',
	name: 'interview',
	searchListMethod: 'searchInterviews',
	exampleId: '06c5a393-9dce-42fc-8f69-41c073e6ae9b',
});

/** The same, to narrow a list down. */
export const optionalInterviewParameter: INodeProperties = {
	...interviewParameter,
	required: false,
	description: 'Only of this interview; leave it empty for all',
};

/** Which avatar or voice conducts the interview. */
export const avatarParameter = locatorParameter({
	displayName: 'Avatar',
	name: 'avatar',
	searchListMethod: 'searchAvatars',
	exampleId: 'baa3bf7c-6926-46fd-9005-16738a31f72d',
	description: 'The avatar or voice that conducts the interview',
});

/** Which result, that is one attempt; the item of a trigger is picked up by itself. */
export const resultParameter: INodeProperties = {
	displayName: 'Result ID',
	name: 'resultId',
	type: 'string',
	required: true,
	default: '={{ $json.interview_id }}',
	description:
		'Picks up the item of a trigger by itself; in lists of JobMojito it is interview_result_id, not ID',
};

/** For those who run several companies; the token's own company otherwise. */
export const merchantField: INodeProperties = {
	displayName: 'Sub-Merchant ID',
	name: 'merchant_id',
	type: 'string',
	default: '',
	description: 'Another company of yours than that of the access token; only admins and operators may say so',
};

export const searchField: INodeProperties = {
	displayName: 'Search Text',
	name: 'filter_text',
	type: 'string',
	default: '',
	description: 'Only entries whose name (or email address) contains this',
};

/** An optional text or locator parameter, trimmed; undefined when it is empty. */
export function optionalText(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
): string | undefined {
	const value = context.getNodeParameter(name, itemIndex, '', { extractValue: true });
	return String(value ?? '').trim() || undefined;
}

/** A collection as it was filled in, without what was left empty. */
export function filledIn(context: IExecuteFunctions, itemIndex: number, name: string): IDataObject {
	const fields = context.getNodeParameter(name, itemIndex, {}) as IDataObject;
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== '' && value !== null && value !== undefined),
	);
}

/**
 * JSON that the user typed, or that an expression gave as a value.
 *
 * @throws NodeOperationError naming the parameter
 */
export function parseJson(
	context: IExecuteFunctions,
	itemIndex: number,
	{ value, displayName, isList }: { value: unknown; displayName: string; isList: boolean },
): unknown {
	const parsed = typeof value === 'string' ? tryJson(value) : value;
	const isObject = typeof parsed === 'object' && parsed !== null;
	if (isObject && Array.isArray(parsed) === isList) return parsed;
	const wanted = isList ? 'a list, such as [{ … }]' : 'an object, such as { … }';
	throw new NodeOperationError(context.getNode(), `${displayName} is not valid JSON of the right kind`, {
		itemIndex,
		description: `${displayName} must be ${wanted}, with names in double quotes and no comma after the last entry. Nothing was sent.`,
	});
}

function tryJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
