import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { textField } from '../shared/actions/fields';
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
	description: 'Only results of this interview. Leave empty for all.',
};

/** Which avatar or voice conducts the interview. */
export const avatarParameter = locatorParameter({
	displayName: 'Avatar',
	name: 'avatar',
	searchListMethod: 'searchAvatars',
	exampleId: 'baa3bf7c-6926-46fd-9005-16738a31f72d',
	description: 'The avatar or voice that conducts the interview',
});

/** Which result, that is one attempt; filled in automatically from a trigger's item. */
export const resultParameter: INodeProperties = textField({
	displayName: 'Result ID',
	name: 'resultId',
	required: true,
	default: '={{ $json.interview_id }}',
	description:
		"Filled in automatically from a trigger's item. In JobMojito's lists it is interview_result_id, not ID.",
});

/** For those who run several companies; the token's own company otherwise. */
export const merchantField: INodeProperties = textField({
	displayName: 'Sub-Merchant ID',
	name: 'merchant_id',
	description: 'ID of another of your companies. Requires an admin or operator token.',
});

export const searchField: INodeProperties = textField({
	displayName: 'Search Text',
	name: 'filter_text',
	description: 'Only entries whose name (or email address) contains this',
});

/** A country by its code. */
export function countryField(
	texts: Pick<INodeProperties, 'displayName' | 'name'> & Partial<INodeProperties>,
): INodeProperties {
	return textField({ placeholder: 'e.g. US', description: 'Two letters, as in ISO 3166', ...texts });
}

const TWO_LETTERS = /^[a-z]{2}$/i;

/** A code in upper case, and as in ISO 3166: GB for the UK. What is no code of two letters is only put in upper case. */
export function isoCountry(text: string): string {
	const upper = text.trim().toUpperCase();
	return TWO_LETTERS.test(upper) ? (new Intl.Locale(`und-${upper}`).region ?? upper) : upper;
}

/**
 * A country's code as JobMojito stores it. With another text, such as the name of a country, a candidate would fail the
 * rules about nationality and residency.
 *
 * @throws NodeOperationError for what is no such code
 */
export function countryCode(
	context: IExecuteFunctions,
	itemIndex: number,
	text: string,
	displayName: string,
): string {
	if (TWO_LETTERS.test(text)) return isoCountry(text);
	throw new NodeOperationError(context.getNode(), `${displayName} is not a country code of two letters`, {
		itemIndex,
		description: `It is: ${text}. Write it as in ISO 3166, such as US for the United States or DE for Germany.`,
	});
}
