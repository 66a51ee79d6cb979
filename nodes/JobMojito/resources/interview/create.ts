import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readFields } from '../../../shared/actions/fields';
import type { WritingOperation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredChoice, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { agreeing, echoing, notRefused } from '../../../shared/http/agreeing';
import { anObject, type Expected } from '../../../shared/http/expected';
import { writeOnce } from '../../api';
import {
	commonFields,
	generatedFields,
	LIST_FIELDS,
	NEW_STATUSES,
	requiredFields,
	TYPES,
	VISIBILITIES,
} from '../../parameters/interviewFields';

const fields = [...commonFields, ...generatedFields];

export const create: WritingOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create an interview',
	description: 'Create an interview whose questions JobMojito generates. This may take a minute.',
	effect: 'writeOnce',
	properties: [...requiredFields, collection('Additional Fields', fields)],
	prepare: (context, itemIndex) => {
		const body = newInterview(context, itemIndex, fields);
		return async () =>
			asItems([await writeOnce(context, '/job-interview-create', body, anInterviewMade(body))]);
	},
};

/** A new interview whose state, where the answer has it, is the one that was asked for. */
export const anInterviewMade = ({ status }: IDataObject): Expected<IDataObject> =>
	agreeing(anObject('interview_def_set_id'), notRefused, echoing({ status }, ['status']));

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
	const required = (name: string, displayName: string) => requiredText(context, itemIndex, name, displayName);
	const choice = (name: string, displayName: string, words: object) =>
		requiredChoice(context, itemIndex, name, displayName, Object.keys(words));
	return {
		name: required('name', 'Name'),
		location: required('location', 'Location'),
		interview_template_id: required('avatar', 'Avatar'),
		mojito_language_code: required('mojito_language_code', 'Language'),
		status: choice('status', 'Status', NEW_STATUSES),
		type: choice('type', 'Type', TYPES),
		visibility: choice('visibility', 'Visibility', VISIBILITIES),
		...readFields(context, itemIndex, { collection: 'additionalFields', known, lists: LIST_FIELDS }),
	};
}
