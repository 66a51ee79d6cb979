import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { textList } from '../shared/receiver/triggerSettings';
import { asNumber } from './parameters';

/** Name and address of a candidate to be added. */
export const personParameters: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '={{ $json.name }}',
		placeholder: 'e.g. Ada Example',
		description: 'Full name of the candidate',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		required: true,
		default: '={{ $json.email }}',
		placeholder: 'e.g. ada@example.com',
		description: 'InterviewFlowAI keeps the address in lower case',
	},
];

/** Whether the candidate goes to the interview at once; left out, the Interviewer's own setting counts. */
export const statusOption: INodeProperties = {
	displayName: 'Application Status',
	name: 'status',
	type: 'options',
	default: 'shortlisted',
	options: [
		{
			name: 'Draft',
			value: 'draft',
			description:
				'The candidate fills in the application form; then somebody must shortlist in the dashboard',
		},
		{
			name: 'Shortlisted',
			value: 'shortlisted',
			description:
				'The candidate skips the application form, but only where Resume Screening and Screening Questions are off',
		},
	],
	description:
		'Without this option, InterviewFlowAI shortlists for a public Interviewer and makes a draft for a private one',
};

export const skillsOption: INodeProperties = {
	displayName: 'Skills',
	name: 'skills',
	type: 'string',
	default: '',
	placeholder: 'e.g. Negotiation, Forecasting',
	description: 'Separated by commas; the Interviewer asks about them',
};

export const customFieldsOption: INodeProperties = {
	displayName: 'Custom Fields',
	name: 'additionalFields',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. { "Region": "Nordics", "Notice Weeks": 8 }',
	description:
		'As a JSON object. Names exactly as in the custom fields of your InterviewFlowAI account; numbers without quotation marks.',
};

export const metadataOption: INodeProperties = {
	displayName: 'Metadata',
	name: 'metadata',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. { "atsId": "GH-55102", "phone": "+46701740605" }',
	description:
		'As a JSON object: your own references, which do not affect the score. The atsId comes back as external_id.',
};

export const sendEmailAfterOption: INodeProperties = {
	displayName: 'Send Email After',
	name: 'sendEmailAfter',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 96 },
	default: 24,
	description: 'Hours to wait before InterviewFlowAI sends the invitation, 1 to 96; without it, at once',
};

/**
 * The options of a candidate as the API wants them, without those that are not filled in.
 *
 * @throws NodeOperationError naming the option
 */
export function candidateDetails(
	context: IExecuteFunctions,
	itemIndex: number,
	options: IDataObject,
): IDataObject {
	const metadata = jsonOption(context, itemIndex, options.metadata, 'Metadata');
	if (options.sendEmailAfter !== undefined) {
		metadata.sendEmailAfter = delay(context, itemIndex, options.sendEmailAfter);
	}
	const skills = textList(options.skills);
	const additionalFields = jsonOption(context, itemIndex, options.additionalFields, 'Custom Fields');
	return {
		...(skills.length > 0 && { skills }),
		...(Object.keys(additionalFields).length > 0 && { additionalFields }),
		...(Object.keys(metadata).length > 0 && { metadata }),
	};
}

/**
 * Hours between adding and inviting.
 *
 * @throws NodeOperationError outside 1 to 96
 */
export function delay(context: IExecuteFunctions, itemIndex: number, value: unknown): number {
	const hours = asNumber(value);
	if (hours !== null && hours >= 1 && hours <= 96) return hours;
	throw new NodeOperationError(context.getNode(), 'Send Email After must be between 1 and 96 hours', {
		itemIndex,
		description: 'Correct Send Email After, or remove it to send the invitation at once.',
	});
}

/**
 * A JSON parameter, given as text or, by an expression, as a value.
 *
 * @throws NodeOperationError naming the parameter when the text is no JSON
 */
export function parsedJson(
	context: IExecuteFunctions,
	itemIndex: number,
	value: unknown,
	displayName: string,
): unknown {
	if (typeof value !== 'string') return value;
	if (value.trim() === '') return undefined;
	try {
		return JSON.parse(value);
	} catch {
		throw new NodeOperationError(context.getNode(), `${displayName} is not valid JSON`, {
			itemIndex,
			description: `Correct ${displayName}: names and texts in double quotation marks, no comma after the last entry.`,
		});
	}
}

function jsonOption(
	context: IExecuteFunctions,
	itemIndex: number,
	value: unknown,
	displayName: string,
): IDataObject {
	const parsed = parsedJson(context, itemIndex, value, displayName) ?? {};
	if (typeof parsed === 'object' && !Array.isArray(parsed)) return { ...parsed };
	throw new NodeOperationError(context.getNode(), `${displayName} must be a JSON object`, {
		itemIndex,
		description: `Write ${displayName} as names and values in braces, for example { "Region": "Nordics" }.`,
	});
}
