import { isRecognized, type InterviewEvent } from '../event/interviewEvent';
import { folded } from '../event/text';
import { UNRECOGNIZED, type TriggerSettings } from '../trigger/settings';
import type { SeenEvent, VendorReceiver } from './vendorReceiver';

/** The filter of a vendor that names one job in each event, or none. */
export function byJobId(parameter: string): VendorReceiver['jobFilter'] {
	return { parameter, jobIds: ({ job_id }) => (job_id === null ? [] : [job_id]) };
}

/** Whether the user asked for the event: by "Trigger On", by job, and by the vendor's own options. */
export function isWanted(
	vendor: VendorReceiver,
	event: InterviewEvent,
	previous: SeenEvent | null,
	settings: TriggerSettings,
): boolean {
	const subscription = isRecognized(event) ? vendor.subscription(event) : UNRECOGNIZED;
	if (subscription !== null && !settings.events.includes(subscription)) return false;
	if (otherJobs(vendor, event, settings).length > 0) return false;
	return vendor.admits?.(event, previous, settings.options) ?? true;
}

/**
 * The IDs of an event's job where the node is limited to others; none where it passes. An event that does not say which job it is of
 * passes: a filter must not drop on a guess.
 */
export function otherJobs(
	vendor: VendorReceiver,
	event: InterviewEvent,
	settings: TriggerSettings,
): string[] {
	if (vendor.jobFilter === undefined) return [];
	const wanted = settings.jobs(vendor.jobFilter.parameter).map(folded);
	const ids = vendor.jobFilter.jobIds(event);
	const isWantedJob = wanted.length === 0 || ids.some((id) => wanted.includes(folded(id)));
	return isWantedJob ? [] : [...new Set(ids)];
}
