import { textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { collection, manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { optionalText, wantedCount } from '../../../shared/actions/reading';
import { askedRows, asItems, lacks, rowReducer, takeRows } from '../../../shared/actions/rows';
import { list } from '../../api';
import { POSTINGS_PATH } from '../../api/postings';
import { SIMPLIFIED_POSTING } from './fields';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many postings',
	description: 'Get the postings of the workspace',
	properties: [
		...manyProperties,
		collection('Filters', [
			textField({
				displayName: 'Search',
				name: 'search',
				description: 'Only postings whose title contains this',
			}),
		]),
		simplifyParameter,
	],
	run: async (context, itemIndex) => {
		const search = optionalText(context, itemIndex, 'filters.search', 'Search');
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_POSTING);
		const query = search === '' ? {} : { search };
		const rows = list(context, { path: POSTINGS_PATH, idField: 'id', query });
		const asked = askedRows(rows, (row) => lacks(row, ['title'], search));
		return asItems(await takeRows(asked, wantedCount(context, itemIndex), shown));
	},
};
