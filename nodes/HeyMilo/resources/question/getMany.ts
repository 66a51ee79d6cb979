import type { Operation } from '../../../shared/actions/operation';
import { manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows } from '../../../shared/actions/rows';
import { listRows } from '../../api';
import { asShown, postingParameter, postingPath } from '../../parameters';
import { modalityParameter, SIMPLIFIED_QUESTION } from '../../questionFields';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many questions',
	description: 'Get the questions of a posting',
	isReadOnly: true,
	properties: [
		postingParameter,
		...manyProperties,
		simplifyParameter,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [{ ...modalityParameter, required: undefined }],
		},
	],
	run: async (context, itemIndex) => {
		const path = postingPath(context, itemIndex, '/questions');
		const { modality } = context.getNodeParameter('filters', itemIndex, {}) as { modality?: string };
		const rows = listRows(context, path, 'id', modality ? { modality } : {});
		const questions = await takeRows(rows, wantedCount(context, itemIndex));
		return asItems(questions.map((question) => asShown(context, itemIndex, question, SIMPLIFIED_QUESTION)));
	},
};
