import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { ReadingOperation } from '../../shared/actions/operation';
import { collection, manyProperties, simplifyParameter } from '../../shared/actions/properties';
import { optionalText, wantedCount } from '../../shared/actions/reading';
import { askedRows, asItems, namesAnother, rowReducer, takeRows } from '../../shared/actions/rows';
import { identifier } from '../../shared/event/fields';
import { list } from '../api';

interface ListOperation extends Pick<ReadingOperation, 'action' | 'description'> {
	value?: string;
	name?: string;
	path(context: IExecuteFunctions, itemIndex: number): string;
	/** The ID that each row has, or what distinguishes a row where none is documented. */
	identity: Parameters<typeof list>[2];
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
		effect: 'read',
		properties: [
			...properties,
			...manyProperties,
			collection('Filters', filters),
			...(columns === undefined ? [] : [simplifyParameter]),
		],
		run: async (context, itemIndex) => {
			const query = readFilters(context, itemIndex, filters);
			const rows = list(context, path(context, itemIndex), identity, query);
			const wanted = Object.entries({ ...query, ...of(context, itemIndex) });
			const asked = askedRows(rows, (row) =>
				wanted.some(([name, id]) => name.endsWith('_id') && namesAnother(identifier(row[name]), String(id))),
			);
			const shown = columns && rowReducer(context, itemIndex, columns);
			return asItems(await takeRows(asked, wantedCount(context, itemIndex), shown));
		},
	};
}

function readFilters(context: IExecuteFunctions, itemIndex: number, filters: INodeProperties[]): IDataObject {
	const entries = filters.map(({ name, displayName }) => [
		name,
		optionalText(context, itemIndex, `filters.${name}`, displayName),
	]);
	return Object.fromEntries(entries.filter(([, value]) => value !== '')) as IDataObject;
}
