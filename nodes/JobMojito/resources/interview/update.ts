import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import {
	choiceField,
	longTextField,
	numberField,
	readFields,
	requireChanges,
	switchField,
	textField,
} from '../../../shared/actions/fields';
import type { WritingOperation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { texts } from '../../../shared/event/fields';
import { agreeing, showing } from '../../../shared/http/agreeing';
import { anObjectWith } from '../../../shared/http/expected';
import { write, writeOnce } from '../../api';
import {
	commonFields,
	expectationsField,
	LIST_FIELDS,
	questionsParameter,
	VISIBILITIES,
} from '../../parameters/interviewFields';
import { interviewParameter } from '../../parameters';
import { ofInterview } from '../interviewIds';

const fields = [
	...commonFields,
	expectationsField,
	{
		...questionsParameter,
		description: 'The complete list. A question that is not in it is removed from the interview.',
	},
	textField({ displayName: 'Avatar ID', name: 'interview_template_id' }),
	textField({ displayName: 'Name', name: 'name' }),
	textField({ displayName: 'Location', name: 'location' }),
	longTextField({ displayName: 'Description', name: 'description' }),
	numberField({ displayName: 'Maximum Duration', name: 'max_duration', description: 'In seconds' }, 60),
	choiceField({ displayName: 'Visibility', name: 'visibility' }, VISIBILITIES),
	switchField({
		displayName: 'Regenerate Expectations',
		name: 'regenerate_candidate_expectations',
		description: 'Whether AI rewrites the expectations',
	}),
];

export const update: WritingOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update an interview',
	description: 'Change the fields that you add. A field that you add and leave empty is cleared.',
	// Questions are matched by their IDs, then by their content: the same list twice changes nothing more.
	// The answer names the columns that were written, some of which are called otherwise than the fields.
	properties: [interviewParameter, collection('Update Fields', fields)],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interview', 'Interview');
		const changes = readFields(context, itemIndex, {
			collection: 'updateFields',
			known: fields,
			lists: LIST_FIELDS,
			clearsEmpty: true,
		});
		requireChanges(context, itemIndex, changes);
		requireQuestions(context, itemIndex, changes);
		const body = { position_id: id, ...changes };
		const expects = agreeing(
			anObjectWith('position_id', 'updated_fields'),
			ofInterview(id),
			showing('updated_fields', 'the names of what was written', (names) => areOf(texts(names), changes)),
		);
		// AI would write them anew each time.
		const isAnew = changes.regenerate_candidate_expectations === true;
		const send = async () =>
			await (isAnew ? writeOnce(context, PATH, expects, body) : write(context, 'POST', PATH, expects, body));
		return async () => asItems([await send()]);
	},
};

const PATH = '/job-interview-update';

const KNOWN_NAMES = new Set(fields.map(({ name }) => name));

/** Some columns are called otherwise than the fields; but all of them by the names of other fields are other changes. */
const areOf = (written: string[], changes: IDataObject): boolean =>
	written.some((name) => name in changes || !KNOWN_NAMES.has(name));

/** The field's own default would take every question out of the interview. */
function requireQuestions(context: IExecuteFunctions, itemIndex: number, { questions }: IDataObject): void {
	if (questions !== null && (questions as unknown[] | undefined)?.length !== 0) return;
	throw new NodeOperationError(context.getNode(), 'Questions is an empty list', {
		itemIndex,
		description:
			'Questions replaces all questions of the interview. Give the complete list, or remove Questions from Update Fields.',
	});
}
