import type { IDataObject } from 'n8n-workflow';

import { isRecognized, simplifyEvent, type InterviewEvent } from '../event/interviewEvent';
import { withoutFormulas } from '../event/spreadsheet';
import type { TriggerSettings } from '../trigger/settings';

/** The item of an event. What was not recognized keeps its reason and its body in the simplified view too. */
export function eventItem(event: InterviewEvent, settings: TriggerSettings): IDataObject {
	const item = (settings.simplify ? simplified(event, settings) : event) as IDataObject;
	return settings.escapeFormulas ? withoutFormulas(item) : item;
}

function simplified(event: InterviewEvent, { includeRaw }: TriggerSettings): Partial<InterviewEvent> {
	if (isRecognized(event)) return simplifyEvent(event, { includeRaw });
	const { failure_reason, raw } = event;
	return { ...simplifyEvent(event), failure_reason, raw };
}
