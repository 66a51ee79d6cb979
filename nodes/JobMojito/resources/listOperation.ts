import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readFields } from '../../shared/actions/fields';
import type { ReadingOperation } from '../../shared/actions/operation';
import { collection, manyProperties, simplifyParameter } from '../../shared/actions/properties';
import { wantedCount } from '../../shared/actions/reading';
import { asItems, rowReducer, takeRows } from '../../shared/actions/rows';
import { list, type List } from '../api';

type Texts = Pick<ReadingOperation, 'value' | 'name' | 'action' | 'description'>;

interface ListOperation extends Texts, Pick<List, 'path' | 'pageSize' | 'rowField'> {
	/** Which thing the list is of; shown first. */
	properties?: INodeProperties[];
	/** Optional ones, sent under their own names. */
	filters?: INodeProperties[];
	/** At most ten, most used first. */
	columns: string[];
	/** What is sent besides the filters. */
	query?(context: IExecuteFunctions, itemIndex: number): IDataObject;
}

/** A paged list of the vendor as an operation. */
export function listOperation({
	path,
	pageSize = 200,
	rowField,
	properties = [],
	filters = [],
	columns,
	query,
	...texts
}: ListOperation): ReadingOperation {
	return {
		...texts,
		effect: 'read',
		properties: [
			...properties,
			...manyProperties,
			...(filters.length > 0 ? [collection('Filters', filters)] : []),
			simplifyParameter,
		],
		run: async (context, itemIndex) => {
			const count = wantedCount(context, itemIndex);
			const rows = list(context, {
				path,
				rowField,
				pageSize: Math.min(pageSize, count),
				query: {
					...readFields(context, itemIndex, { collection: 'filters', known: filters }),
					...query?.(context, itemIndex),
				},
			});
			return asItems(await takeRows(rows, count, rowReducer(context, itemIndex, columns)));
		},
	};
}
