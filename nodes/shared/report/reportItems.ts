import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { optionalFlag } from '../actions/reading';
import { isSimplified } from '../actions/rows';
import { simplifyEvent, type InterviewEvent } from '../event/interviewEvent';
import { withoutFormulas } from '../event/spreadsheet';

/** Makes an item of a report. @param further columns of the operation's own @param asTheyAre those that no spreadsheet reads */
export type AsItem = (event: InterviewEvent, further?: IDataObject, asTheyAre?: IDataObject) => IDataObject;

/** What makes items of reports, reduced to their main columns unless the user turned "Simplify" off. */
export function reportItems(context: IExecuteFunctions, itemIndex: number): AsItem {
	const includeRaw = optionalFlag(context, itemIndex, 'options.includeRaw', 'Include Raw Answer') === true;
	const escapes = optionalFlag(context, itemIndex, 'options.escapeFormulas', 'Escape Formulas') === true;
	const isWhole = !isSimplified(context, itemIndex);
	return (event, further = {}, asTheyAre = {}) => {
		const columns = isWhole ? event : simplifyEvent(event, { includeRaw });
		const item = { ...columns, ...further } as IDataObject;
		return { ...(escapes ? withoutFormulas(item) : item), ...asTheyAre };
	};
}
