import { writeFileSync } from 'node:fs';

import Table from 'cli-table3';
import { stringify } from 'csv-stringify/sync';

import { COLUMNS } from '../nodes/shared/event/columnOrder';
import type { InterviewEvent } from '../nodes/shared/event/interviewEvent';
import type { Vendor } from '../simulators/shared/simulator';
import type { Emitted } from './stage';
import type { Expectation } from './stories/story';
import { VENDOR_SETUPS, VENDORS, type Simulators } from './vendors';

/** What came out of each vendor's workflow. */
export type Emissions = Record<Vendor, Emitted[]>;

const isTerminal = process.stdout.isTTY === true;

const style = { head: isTerminal ? ['cyan'] : [], border: isTerminal ? ['grey'] : [], compact: true };

/** The items as a table, the columns that a person looks at first. */
export function eventTable(emissions: Emissions): string {
	const head = ['Vendor', 'Event', 'Candidate', 'Job', 'Score %', 'Decision', 'Status', 'Late', 'Proof'];
	const table = new Table({ head, style });
	for (const event of allEvents(emissions)) {
		const { vendor, event_type, candidate_name, candidate_email, job_title, job_id, score_percent } = event;
		table.push([
			VENDOR_SETUPS[vendor].displayName,
			event_type.replace('interview.', ''),
			candidate_name ?? candidate_email ?? '–',
			(job_title ?? job_id ?? '–').slice(0, 24),
			score_percent ?? '–',
			event.decision ?? '–',
			event.interview_status,
			event.is_out_of_order ? 'yes' : '',
			event.verification,
		]);
	}
	return table.toString();
}

/** What the action nodes fetched once there was a report. */
export function reportTable(emissions: Emissions): string {
	const head = ['Vendor', 'Candidate', 'Score', 'For the candidate', 'Recordings', 'Transcript begins'];
	const table = new Table({ head, style });
	for (const report of VENDORS.flatMap((vendor) => emissions[vendor].flatMap(({ reports }) => reports))) {
		table.push([
			VENDOR_SETUPS[report.vendor].displayName,
			report.candidate_name ?? '–',
			report.score_raw ?? '–',
			(report.strengths ?? '–').split('\n')[0].slice(0, 40),
			report.details.recordings.length,
			(report.transcript ?? '–').split('\n')[0].slice(0, 40),
		]);
	}
	return table.toString();
}

/** What each vendor sent and what became of it. */
export function conservationTable(
	emissions: Emissions,
	expectations: Record<Vendor, Expectation>,
	simulators: Simulators,
): string {
	const head = ['Vendor', 'Sent', 'Events', 'Duplicates dropped', 'Unrecognized', 'Refused'];
	const table = new Table({ head, style });
	for (const vendor of VENDORS) {
		const sent = simulators[vendor].sender.outcomes.filter(({ status }) => status !== null).length;
		const events = emissions[vendor].flatMap((execution) => execution.events).length;
		const unrecognized = emissions[vendor].flatMap((execution) => execution.unrecognized).length;
		const refused = expectations[vendor].forged.length;
		table.push([
			VENDOR_SETUPS[vendor].displayName,
			sent,
			events,
			sent - events - unrecognized - refused,
			unrecognized,
			refused,
		]);
	}
	return table.toString();
}

/** Which deliveries were refused, and which could not be read. */
export function refusalTable(emissions: Emissions, expectations: Record<Vendor, Expectation>): string {
	const table = new Table({ head: ['Vendor', 'What happened', 'Why'], style });
	for (const vendor of VENDORS) {
		const { displayName } = VENDOR_SETUPS[vendor];
		for (const { kind, outcome } of expectations[vendor].forged) {
			table.push([displayName, `refused with ${outcome.status}`, `forged: ${kind}`]);
		}
		for (const { failure_reason } of emissions[vendor].flatMap((execution) => execution.unrecognized)) {
			table.push([displayName, 'an item, interview.unknown', failure_reason]);
		}
	}
	return table.toString();
}

/** Writes the items with every flat column; a cell that a spreadsheet would run as a formula is defused. */
export function writeCsv(path: string, emissions: Emissions): void {
	const columns = COLUMNS.filter((column) => column !== 'details' && column !== 'raw');
	const options = { header: true, columns, escape_formulas: true, cast: { boolean: String } };
	writeFileSync(path, stringify(allEvents(emissions), options));
}

/** Every event, vendor by vendor. */
function allEvents(emissions: Emissions): InterviewEvent[] {
	return VENDORS.flatMap((vendor) => emissions[vendor].flatMap(({ events }) => events));
}
