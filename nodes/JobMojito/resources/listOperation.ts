import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readFields } from '../../shared/actions/fields';
import type { ReadingOperation } from '../../shared/actions/operation';
import { collection, manyProperties, simplifyParameter } from '../../shared/actions/properties';
import { wantedCount } from '../../shared/actions/reading';
import { asItems, askedRows, lacks, namesAnother, rowReducer, takeRows } from '../../shared/actions/rows';
import { text } from '../../shared/event/fields';
import { list, PAGE_SIZE, type List } from '../api';
import { searchField } from '../parameters';

type Texts = Pick<ReadingOperation, 'value' | 'name' | 'action' | 'description'>;

interface ListOperation extends Texts, Pick<List, 'path' | 'pageSize' | 'idField'> {
	/** Which thing the list is of; shown first. */
	properties?: INodeProperties[];
	/** Optional ones, sent under their own names. */
	filters?: INodeProperties[];
	/** At most ten, most used first. */
	columns: string[];
	/** Those of the filters whose words each row has, under the same names. */
	shownFilters?: string[];
	/** Where in a row the Search Text is, if that is documented. */
	searchedIn?: string[];
	/** What is sent besides the filters. */
	query?(context: IExecuteFunctions, itemIndex: number): IDataObject;
}

/** A paged list of the vendor as an operation. */
export function listOperation({
	path,
	pageSize = PAGE_SIZE,
	idField,
	properties = [],
	filters = [],
	shownFilters = [],
	searchedIn = [],
	columns,
	query,
	...texts
}: ListOperation): ReadingOperation {
	return {
		...texts,
		properties: [
			...properties,
			...manyProperties,
			...(filters.length > 0 ? [collection('Filters', filters)] : []),
			simplifyParameter,
		],
		run: async (context, itemIndex) => {
			const count = wantedCount(context, itemIndex);
			const asked = readFields(context, itemIndex, { collection: 'filters', known: filters });
			const rows = list(context, {
				path,
				idField,
				// Where a server ignores a filter, most rows of a page are left out here.
				pageSize: Object.keys(asked).length === 0 ? Math.min(pageSize, count) : pageSize,
				query: { ...asked, ...query?.(context, itemIndex) },
			});
			const wanted = askedRows(
				rows,
				(row) =>
					shownFilters.some((name) => namesAnother(text(row[name]), text(asked[name]))) ||
					lacks(row, searchedIn, text(asked[searchField.name]) ?? ''),
			);
			return asItems(await takeRows(wanted, count, rowReducer(context, itemIndex, columns)));
		},
	};
}
