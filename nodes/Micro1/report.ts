import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { optionalText, requiredText } from '../shared/actions/reading';
import type { InterviewEvent } from '../shared/event/interviewEvent';
import type { FileKind, Report, ReportFile } from '../shared/report/report';
import { findReport } from './api/reports';
import { micro1Report } from './deliveries';
import { isPlaylist } from './normalize/columns';
import { normalizeMicro1Report } from './normalizeAnswer';

/** One report in the columns of the item, with the links that it holds. */
export async function readReport(
	context: IExecuteFunctions,
	itemIndex: number,
	id: string,
	wanted: FileKind[],
): Promise<Report> {
	const report = await findReport(context, id, {
		candidateId: requiredText(context, itemIndex, 'candidateId', 'Candidate ID'),
		interviewId: optionalText(context, itemIndex, 'options.interviewId', 'Interview ID'),
	});
	const { interview_recording_url: recording } = micro1Report(report);
	if (wanted.includes('recordings') && isPlaylist(recording)) hintPlaylist(context);
	return { event: asReport(context, itemIndex, report), files: filesOf(report) };
}

/** The user sees why nothing was downloaded. */
export function hintPlaylist(context: IExecuteFunctions): void {
	context.addExecutionHints({
		message:
			'micro1 has this recording only as a playlist (HLS), not as a file, so nothing was downloaded. Open the link in the item instead.',
		location: 'outputPane',
	});
}

/**
 * A report of the API in the columns of the item.
 *
 * @throws NodeOperationError for one without an ID
 */
export function asReport(context: IExecuteFunctions, itemIndex: number, report: IDataObject): InterviewEvent {
	const event = normalizeMicro1Report(report, new Date().toISOString());
	if (event !== null) return event;
	throw new NodeOperationError(context.getNode(), "micro1's response has no report ID", { itemIndex });
}

function filesOf(report: IDataObject): ReportFile[] {
	const { report_url: pdf, interview_recording_url: recording } = micro1Report(report);
	return [
		...(pdf === null ? [] : [{ kind: 'report' as const, url: pdf }]),
		...(recording === null || isPlaylist(recording) ? [] : [{ kind: 'recordings' as const, url: recording }]),
	];
}
