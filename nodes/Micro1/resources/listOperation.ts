import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readFields } from '../../shared/actions/fields';
import type { ReadingOperation } from '../../shared/actions/operation';
import { collection, manyProperties, simplifyParameter } from '../../shared/actions/properties';
import { wantedCount } from '../../shared/actions/reading';
import { askedRows, asItems, namesAnother, rowReducer, takeRows } from '../../shared/actions/rows';
import { identifier } from '../../shared/event/fields';
import { list, type List } from '../api';

interface ListOperation extends Pick<ReadingOperation, 'action' | 'description'> {
	value?: string;
	name?: string;
	path(context: IExecuteFunctions, itemIndex: number): string;
	/** The ID that each row has, or what distinguishes a row where none is documented. */
	identity: List['identity'];
	/** Which thing the list is of; shown first. */
	properties?: INodeProperties[];
	/** By the names of a row, which thing it must not contradict to be of. */
	of?(context: IExecuteFunctions, itemIndex: number): IDataObject;
	/** Optional texts, sent under their own names. */
	filters: INodeProperties[];
	/** At most ten, most used first; left out where what a row has is not documented. */
	columns?: string[];
}

/** A paged list of the vendor as an operation. */
export function listOperation({
	path,
	identity,
	properties = [],
	of = () => ({}),
	filters,
	columns,
	...texts
}: ListOperation): ReadingOperation {
	return {
		value: 'getAll',
		name: 'Get Many',
		...texts,
		properties: [
			...properties,
			...manyProperties,
			collection('Filters', filters),
			...(columns === undefined ? [] : [simplifyParameter]),
		],
		run: async (context, itemIndex) => {
			const query = readFields(context, itemIndex, { collection: 'filters', known: filters });
			const rows = list(context, { path: path(context, itemIndex), identity, query });
			const wanted = Object.entries({ ...query, ...of(context, itemIndex) });
			const asked = askedRows(rows, (row) =>
				wanted.some(([name, id]) => name.endsWith('_id') && namesAnother(identifier(row[name]), String(id))),
			);
			const shown = columns && rowReducer(context, itemIndex, columns);
			return asItems(await takeRows(asked, wantedCount(context, itemIndex), shown));
		},
	};
}
