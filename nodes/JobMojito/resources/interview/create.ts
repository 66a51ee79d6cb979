import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { writeJobMojito } from '../../api';
import { readFields } from '../../fields';
import { commonFields, generatedFields, requiredFields } from '../../interviewFields';

const fields = [...commonFields, ...generatedFields];

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create an interview',
	description: 'Create an interview whose questions JobMojito generates; this may take a minute',
	isReadOnly: false,
	properties: [...requiredFields, collection('Additional Fields', fields)],
	run: async (context, itemIndex) => {
		const body = newInterview(context, itemIndex, fields);
		return asItems([await writeJobMojito(context, '/job-interview-create', body)]);
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
	const chosen = (name: string) => context.getNodeParameter(name, itemIndex) as string;
	return {
		name: requiredText(context, itemIndex, 'name', 'Name'),
		location: requiredText(context, itemIndex, 'location', 'Location'),
		interview_template_id: requiredText(context, itemIndex, 'avatar', 'Avatar'),
		mojito_language_code: chosen('mojito_language_code'),
		status: chosen('status'),
		type: chosen('type'),
		visibility: chosen('visibility'),
		...readFields(context, itemIndex, known),
	};
}
