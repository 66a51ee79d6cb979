import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { escapeFormulasOption, collection, simplifyParameter } from '../actions/properties';
import { optionalFlag } from '../actions/reading';
import { isSimplified } from '../actions/rows';
import { simplifyEvent, type InterviewEvent } from '../event/interviewEvent';
import { withoutFormulas } from '../event/spreadsheet';

/** "Simplify" and the "Options" of an operation that lists reports. @param own the vendor's own options */
export function reportListProperties(own: INodeProperties[] = []): INodeProperties[] {
	return [simplifyParameter, collection('Options', [escapeFormulasOption, ...own])];
}

/** A report as an item, reduced to its main columns unless the user turned "Simplify" off. @param further columns of the operation's own @param asTheyAre those that no spreadsheet reads */
export function reportItem(
	context: IExecuteFunctions,
	itemIndex: number,
	event: InterviewEvent,
	further: IDataObject = {},
	asTheyAre: IDataObject = {},
): IDataObject {
	const includesRaw = optionalFlag(context, itemIndex, 'options.includeRaw', 'Include Raw Answer') === true;
	const escapes = optionalFlag(context, itemIndex, 'options.escapeFormulas', 'Escape Formulas') === true;
	const isWhole = !isSimplified(context, itemIndex);
	const columns = isWhole ? event : simplifyEvent(event, includesRaw);
	const item = { ...columns, ...further } as IDataObject;
	return { ...(escapes ? withoutFormulas(item) : item), ...asTheyAre };
}
