import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { asItems, isSimplified } from '../actions/parameters';
import { simplifyEvent, type InterviewEvent } from '../event/interviewEvent';

/** Reports as items, reduced to their main columns unless the user turned "Simplify" off. */
export function reportItems(
	context: IExecuteFunctions,
	itemIndex: number,
	events: InterviewEvent[],
): INodeExecutionData[] {
	if (!isSimplified(context, itemIndex)) return asItems(events);
	return asItems(events.map((event) => simplifyEvent(event, false)));
}
