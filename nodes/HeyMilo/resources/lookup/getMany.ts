import type { IDataObject } from 'n8n-workflow';

import { textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { manyProperties } from '../../../shared/actions/properties';
import { optionalText, wantedCount } from '../../../shared/actions/reading';
import { askedRows, asItems, lacks, rowReducer, takeRows } from '../../../shared/actions/rows';
import { isObject } from '../../../shared/event/fields';
import {
	aList,
	aListOf,
	anObject,
	eitherOf,
	mapped,
	under,
	type Expected,
} from '../../../shared/http/expected';
import { bare, list } from '../../api';
import { LISTS_WITH_IDS, listParameter, readList, simplifyVoices, type LookupList } from './lists';

interface AnyList extends LookupList {
	/** Where it comes without pages. */
	whole?: Expected<IDataObject[]>;
}

/** Documented as an object of any kind; with or without the envelope of the others. */
const schemas = eitherOf(
	under('data', aList()),
	mapped(eitherOf(under('data', anObject()), anObject()), (entry) =>
		isMessage(entry) ? undefined : [entry],
	),
);

/** Nothing but words about the call, such as that there is nothing here. */
const isMessage = (entry: IDataObject): boolean =>
	Object.keys(entry).every((name) => ['code', 'detail', 'message', 'status'].includes(name));

/** What an entry holds is not documented. */
const workspaces = mapped(
	under('data', aListOf<unknown>({ inWords: 'of any kind', find: (entry) => entry })),
	(entries) => entries.map((entry) => (isObject(entry) ? entry : { value: entry }) as IDataObject),
);

const LISTS: AnyList[] = [
	...LISTS_WITH_IDS,
	{ name: 'Agent Schemas', path: 'schemas/agents', whole: schemas },
	{ name: 'Question Types', path: 'schemas/question-types', whole: schemas },
	{ name: 'Workspaces', path: 'workspaces', whole: workspaces },
];

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many entries of a list',
	description: 'Get the IDs that postings refer to: templates, voices, phone numbers and more',
	properties: [
		listParameter(LISTS),
		...manyProperties,
		textField({
			displayName: 'Search',
			name: 'search',
			displayOptions: { show: { list: LISTS.filter(({ canSearch }) => canSearch).map(({ path }) => path) } },
			description: 'Only entries whose name contains this',
		}),
		simplifyVoices,
	],
	run: async (context, itemIndex) => {
		const { path, columns, canSearch, whole } = readList(context, itemIndex, LISTS);
		const count = wantedCount(context, itemIndex);
		if (whole) return asItems((await bare.read(context, `/api/v2/${path}`, whole)).slice(0, count));
		const search = canSearch ? optionalText(context, itemIndex, 'search', 'Search') : '';
		const query = search === '' ? {} : { search };
		const rows = list(context, { path: `/api/v2/${path}`, idField: 'id', query });
		const asked = askedRows(rows, (row) => lacks(row, ['name'], search));
		return asItems(await takeRows(asked, count, columns && rowReducer(context, itemIndex, columns)));
	},
};
