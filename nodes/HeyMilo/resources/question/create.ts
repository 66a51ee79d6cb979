import { textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { collection, simplifyParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { agreeing, echoing } from '../../../shared/http/agreeing';
import { anObject } from '../../../shared/http/expected';
import { writeOnce } from '../../api';
import { postingPath } from '../../api/postings';
import { postingParameter, wantedPosting } from '../../parameters';
import {
	ECHOED,
	modalityParameter,
	questionFields,
	readAdditionalFields,
	SIMPLIFIED_QUESTION,
	ofPosting,
} from './fields';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a question',
	description: 'Add a question to a posting',
	properties: [
		postingParameter,
		{ ...modalityParameter, required: true },
		textField({ displayName: 'Text', name: 'text', required: true }),
		collection('Additional Fields', questionFields),
		simplifyParameter,
	],
	prepare: (context, itemIndex) => {
		const path = postingPath(wantedPosting(context, itemIndex), '/questions');
		const body = {
			...readAdditionalFields(context, itemIndex),
			modality: requiredText(context, itemIndex, 'modality', 'Modality'),
			text: requiredText(context, itemIndex, 'text', 'Text'),
		};
		const expects = agreeing(anObject('id', 'text'), ofPosting(context, itemIndex), echoing(body, ECHOED));
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_QUESTION);
		return async () => asItems([shown(await writeOnce(context, path, expects, body))]);
	},
};
