import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { hint } from '../shared/actions/hint';
import { optionalText, requiredText } from '../shared/actions/reading';
import { requireEvent, type FileKind, type ReadReport, type ReportFile } from '../shared/report/report';
import { micro1Api } from './api';
import { findReport } from './api/reports';
import { micro1Report } from './deliveries';
import { isPlaylist } from './normalize/columns';
import { normalizeMicro1Report } from './normalizeAnswer';

/** What reads one report in the columns of the item, with the links that it holds. */
export function reportReader(context: IExecuteFunctions, itemIndex: number): ReadReport {
	const filter = {
		candidateId: requiredText(context, itemIndex, 'candidateId', 'Candidate ID'),
		interviewId: optionalText(context, itemIndex, 'options.interviewId', 'Interview ID'),
	};
	return async (id, wanted) => {
		const report = await findReport(context, id, filter);
		const { interview_recording_url: recording } = micro1Report(report);
		const isOnlyPlayed = isPlaylist(recording);
		if (wanted.includes('recordings') && isOnlyPlayed) hintPlaylist(context);
		const event = normalizeMicro1Report(report, new Date().toISOString());
		const explained: FileKind[] = isOnlyPlayed ? ['recordings'] : [];
		return { event: requireEvent(context, micro1Api, event), files: filesOf(report), explained };
	};
}

/** The user sees why nothing was downloaded. */
export function hintPlaylist(context: IExecuteFunctions): void {
	hint(
		context,
		'micro1 has this recording only as a playlist (HLS), not as a file, so nothing was downloaded. Open the link in the item instead.',
	);
}

function filesOf(report: IDataObject): ReportFile[] {
	const { report_url: pdf, interview_recording_url: recording } = micro1Report(report);
	return [
		...(pdf === null ? [] : [{ kind: 'report' as const, url: pdf }]),
		...(recording === null || isPlaylist(recording) ? [] : [{ kind: 'recordings' as const, url: recording }]),
	];
}
