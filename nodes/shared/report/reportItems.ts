import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import {
	asItems,
	escapeFormulasOption,
	isSimplified,
	collection,
	simplifyParameter,
} from '../actions/parameters';
import { simplifyEvent, type InterviewEvent } from '../event/interviewEvent';
import { withoutFormulas } from '../event/spreadsheet';

/** "Simplify" and the "Options" of an operation that lists reports. @param own the vendor's own options */
export function reportListProperties(own: INodeProperties[] = []): INodeProperties[] {
	return [simplifyParameter, collection('Options', [escapeFormulasOption, ...own])];
}

/** Reports as items, reduced to their main columns unless the user turned "Simplify" off. */
export function reportItems(
	context: IExecuteFunctions,
	itemIndex: number,
	events: InterviewEvent[],
): INodeExecutionData[] {
	return asItems(events.map((event) => reportItem(context, itemIndex, event, {})));
}

/** One report as an item, with further columns of the operation's own. */
export function reportItem(
	context: IExecuteFunctions,
	itemIndex: number,
	event: InterviewEvent,
	further: IDataObject,
): IDataObject {
	const { includeRaw, escapeFormulas } = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const isWhole = !isSimplified(context, itemIndex);
	const columns = isWhole ? event : simplifyEvent(event, includeRaw === true);
	const item = { ...columns, ...further } as IDataObject;
	return escapeFormulas === true ? withoutFormulas(item) : item;
}
