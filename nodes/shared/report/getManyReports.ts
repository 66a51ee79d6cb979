import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { ReadingOperation } from '../actions/operation';
import { hint } from '../actions/hint';
import { collection, escapeFormulasOption, manyProperties, simplifyParameter } from '../actions/properties';
import { wantedCount } from '../actions/reading';
import { asItems, takeRows } from '../actions/rows';
import type { InterviewEvent } from '../event/interviewEvent';
import { reportItems } from './reportItems';

/** A row of a list as a report. */
interface ListedReport {
	/** Null for a row without an interview, such as somebody who was only added: it is left out. */
	event: InterviewEvent | null;
	/** Further columns of the item. */
	columns?: IDataObject;
}

/** How the reports of one vendor are listed. */
interface ReportList {
	description: string;
	/** Parameters that say whose reports. */
	which?: INodeProperties[];
	filters: INodeProperties;
	/** The vendor's own entries under "Options". */
	ownOptions?: INodeProperties[];
	/** The reports in the order of the list, read as far as they are taken. */
	reports(context: IExecuteFunctions, itemIndex: number): AsyncIterable<ListedReport>;
}

/** "Report → Get Many": reports of a list, in the columns of the trigger's item. */
export function getManyReports({
	description,
	which = [],
	filters,
	ownOptions = [],
	reports,
}: ReportList): ReadingOperation {
	return {
		value: 'getAll',
		name: 'Get Many',
		action: 'Get many reports',
		description,
		properties: [
			...which,
			...manyProperties,
			filters,
			simplifyParameter,
			collection('Options', [escapeFormulasOption, ...ownOptions]),
		],
		run: async (context, itemIndex) => {
			const asItem = reportItems(context, itemIndex);
			const listed = ofInterviews(context, reports(context, itemIndex));
			return asItems(
				await takeRows(listed, wantedCount(context, itemIndex), ({ event, columns }) =>
					asItem(event, columns),
				),
			);
		},
	};
}

async function* ofInterviews(
	context: IExecuteFunctions,
	reports: AsyncIterable<ListedReport>,
): AsyncGenerator<ListedReport & { event: InterviewEvent }> {
	let others = 0;
	try {
		for await (const { event, columns } of reports) {
			if (event === null) others++;
			else yield { event, columns };
		}
	} finally {
		if (others > 0) hint(context, `${others} without an interview ${others === 1 ? 'is' : 'are'} left out`);
	}
}

/** The reports of rows. @param columnsOf further columns of the item */
export async function* reportsOf<Row>(
	rows: AsyncIterable<Row>,
	eventOf: (row: Row, readAt: string) => InterviewEvent | null,
	columnsOf?: (row: Row) => IDataObject,
): AsyncGenerator<ListedReport> {
	const readAt = new Date().toISOString();
	for await (const row of rows) yield { event: eventOf(row, readAt), columns: columnsOf?.(row) };
}
