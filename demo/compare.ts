import type { Vendor } from '../simulators/shared/simulator';
import type { Emissions } from './show';
import type { Expectation } from './stories/story';
import { VENDOR_SETUPS, VENDORS } from './vendors';

/** What is missing, and what came out although no vendor sent it; empty when all is as expected. */
export function differences(emissions: Emissions, expectations: Record<Vendor, Expectation>): string[] {
	return VENDORS.flatMap((vendor) => {
		const { events, unrecognized, forged } = expectations[vendor];
		const came = emissions[vendor].flatMap((execution) => execution.events);
		const reasons = emissions[vendor].flatMap((execution) =>
			execution.unrecognized.map(({ failure_reason }) => failure_reason),
		);
		const expected = events.map(({ interview, type, isLate }) => label(interview, type, isLate === true));
		const actual = came.map(({ interview_id, candidate_email, event_type, is_out_of_order }) =>
			label(interview_id ?? candidate_email ?? '', event_type, is_out_of_order),
		);
		const reportable = came.filter(({ event_type }) => event_type === VENDOR_SETUPS[vendor].reportAfter);
		const fetched = emissions[vendor].flatMap((execution) =>
			execution.reports.flatMap(({ interview_id }) => interview_id ?? []),
		);
		return [
			...without(
				reportable.flatMap(({ interview_id }) => interview_id ?? []),
				fetched,
			).map((id) => `${vendor}: no report of ${id}`),
			...without(expected, actual).map((entry) => `${vendor}: missing ${entry}`),
			...without(actual, expected).map((entry) => `${vendor}: unexpected ${entry}`),
			...unrecognized
				.filter((words) => !reasons.some((reason) => reason?.includes(words)))
				.map((words) => `${vendor}: no item of an unrecognized delivery about "${words}"`),
			...forged
				.filter(({ outcome }) => outcome.status !== 401)
				.map(({ kind, outcome }) => `${vendor}: a forged delivery (${kind}) was answered ${outcome.status}`),
		];
	});
}

function label(interview: string, type: string, isLate: boolean): string {
	return `${type} of ${interview}${isLate ? ', late' : ''}`;
}

/** The entries of one list that are not in the other, counting repetitions. */
function without(entries: string[], others: string[]): string[] {
	const left = [...others];
	return entries.filter((entry) => {
		const index = left.indexOf(entry);
		if (index >= 0) left.splice(index, 1);
		return index < 0;
	});
}
