import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { emailOf, jsonOf, listOf, textOf } from '../../../shared/actions/values';
import { isObject } from '../../../shared/event/fields';
import { asCandidate } from './candidateFields';

/** As the API has them. */
const FIELDS = ['name', 'email', 'skills', 'additionalFields', 'metadata'];

/**
 * A candidate out of a JSON list, as the API wants it.
 *
 * @param place in the list, from 1 on: it stands in the errors, which n8n logs, in place of the person
 * @throws NodeOperationError naming the place
 */
export function readEntry(
	context: IExecuteFunctions,
	itemIndex: number,
	entry: unknown,
	place: number,
): IDataObject {
	const which = `Candidate ${place} of Candidate List`;
	const fail = (flaw: string, description: string) =>
		new NodeOperationError(context.getNode(), `${which} ${flaw}`, { itemIndex, description });
	if (!isObject(entry)) throw fail('is not an object', 'Write it in braces, with a name and an email.');
	const given = (name: string) => ({
		context,
		itemIndex,
		displayName: `The ${name} of ${which}`,
		value: entry[name],
	});
	const required = (name: string, read = textOf) => {
		const value = read(given(name));
		if (value !== '') return value;
		throw fail(`has no ${name}`, 'Give every candidate a name and an email in Candidate List.');
	};
	const unknown = Object.keys(entry).find((name) => !FIELDS.includes(name));
	if (unknown !== undefined) {
		throw fail(
			`has the field ${unknown}, which InterviewFlowAI does not know`,
			'Put custom fields into additionalFields, and your own references into metadata.',
		);
	}
	return asCandidate(context, itemIndex, {
		name: required('name'),
		email: required('email', emailOf),
		skills: listOf(given('skills')),
		customFields: jsonOf(given('additionalFields'), 'object'),
		metadata: jsonOf(given('metadata'), 'object'),
	});
}
