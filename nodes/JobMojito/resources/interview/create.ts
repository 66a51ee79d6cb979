import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readFields, readRequired } from '../../../shared/actions/fields';
import type { WritingOperation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { asItems } from '../../../shared/actions/rows';
import { made, writeOnce } from '../../api';
import { commonFields, generatedFields, LIST_FIELDS, requiredFields } from '../../parameters/interviewFields';

const fields = [...commonFields, ...generatedFields];

export const create: WritingOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create an interview',
	description: 'Create an interview whose questions JobMojito generates. This may take a minute.',
	properties: [...requiredFields, collection('Additional Fields', fields)],
	prepare: (context, itemIndex) => {
		const body = newInterview(context, itemIndex, fields);
		return async () =>
			asItems([await writeOnce(context, '/job-interview-create', made('interview_def_set_id', body), body)]);
	},
};

/**
 * The body of a new interview, without its questions.
 *
 * @throws NodeOperationError naming what is empty or wrong
 */
export function newInterview(
	context: IExecuteFunctions,
	itemIndex: number,
	known: INodeProperties[],
): IDataObject {
	const { avatar, ...required } = readRequired(context, itemIndex, requiredFields);
	return {
		...required,
		interview_template_id: avatar,
		...readFields(context, itemIndex, { collection: 'additionalFields', known, lists: LIST_FIELDS }),
	};
}
