import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { collection, locatorParameter } from '../shared/actions/properties';
import { requiredText } from '../shared/actions/reading';
import { asItems } from '../shared/actions/rows';
import { jsonField, readFields, textField } from './fields';

const fields = [
	textField({ displayName: 'Candidate Country', name: 'candidate_country_code', placeholder: 'e.g. US' }),
	textField({ displayName: 'Candidate External ID', name: 'candidate_external_id' }),
	jsonField({
		displayName: 'Form Answers',
		name: 'form',
		description: 'Such as {"education": "masters", "languages": [{"code": "en", "level": "fluent"}]}',
	}),
	textField({ displayName: 'LinkedIn URL', name: 'candidate_linkedin_url' }),
];

/** Whom to check, and for which position. */
export const candidateParameters: INodeProperties[] = [
	locatorParameter({
		displayName: 'Position',
		name: 'position',
		searchListMethod: 'searchInterviews',
		exampleId: '06c5a393-9dce-42fc-8f69-41c073e6ae9b',
		description: 'From the list, or the position_def_set_id that Pre-Screening, Create has given',
	}),
	textField({ displayName: 'Candidate Name', name: 'candidateName', required: true }),
	textField({ displayName: 'Candidate Email', name: 'candidateEmail', required: true }),
];

export const additionalCandidateFields = collection('Additional Fields', fields);

/** The same under the vendor's names. */
export function readCandidate(context: IExecuteFunctions, itemIndex: number): IDataObject {
	return {
		position_id: requiredText(context, itemIndex, 'position', 'Position'),
		candidate_name: requiredText(context, itemIndex, 'candidateName', 'Candidate Name'),
		candidate_email: requiredText(context, itemIndex, 'candidateEmail', 'Candidate Email'),
		...readFields(context, itemIndex, fields),
	};
}

/**
 * The outcome of a check. Behind the same status 200 there may be `{decision_status, message}`: the candidate
 * was not waiting to be checked, and nothing was.
 *
 * @throws NodeOperationError then
 */
export function screeningItems(
	context: IExecuteFunctions,
	itemIndex: number,
	answer: IDataObject,
): INodeExecutionData[] {
	if (answer.success !== undefined || answer.recommendation !== undefined) return asItems([answer]);
	const { message, decision_status: status } = answer;
	throw new NodeOperationError(
		context.getNode(),
		'JobMojito did not check this candidate, who is not waiting for a pre-screening',
		{
			itemIndex,
			description: `JobMojito says: ${String(message ?? 'nothing more')} (the state is ${String(status ?? 'unknown')}). A candidate is checked once for each position: look for the earlier outcome under Result, Get Many with the step Pre-Screening.`,
		},
	);
}
