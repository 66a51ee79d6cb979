import type { Operation } from '../../../shared/actions/operation';
import { collection, manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { optionalText, wantedCount } from '../../../shared/actions/reading';
import { askedRows, asItems, namesAnother, rowReducer, takeRows } from '../../../shared/actions/rows';
import { identifier } from '../../../shared/event/fields';
import { presentText } from '../../../shared/event/text';
import { list } from '../../api';
import { postingPath } from '../../api/postings';
import { postingParameter, wantedPosting } from '../../parameters';
import { modalityParameter, SIMPLIFIED_QUESTION } from './fields';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many questions',
	description: 'Get the questions of a posting',
	properties: [
		postingParameter,
		...manyProperties,
		collection('Filters', [modalityParameter]),
		simplifyParameter,
	],
	run: async (context, itemIndex) => {
		const posting = wantedPosting(context, itemIndex);
		const path = postingPath(posting, '/questions');
		const modality = optionalText(context, itemIndex, 'filters.modality', 'Modality');
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_QUESTION);
		const query = modality === '' ? {} : { modality };
		const rows = list(context, { path, idField: 'id', query });
		const asked = askedRows(
			rows,
			(question) =>
				namesAnother(presentText(question.modality), modality) ||
				namesAnother(identifier(question.posting_id), posting),
		);
		return asItems(await takeRows(asked, wantedCount(context, itemIndex), shown));
	},
};
