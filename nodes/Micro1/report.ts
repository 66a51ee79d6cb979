import type { IExecuteFunctions } from 'n8n-workflow';

import { hint } from '../shared/actions/hint';
import { optionalText, requiredText } from '../shared/actions/reading';
import { fileAt, requireEvent, type FileKind, type ReadReport } from '../shared/report/report';
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
		const { report_url: pdf, interview_recording_url: recording } = micro1Report(report);
		const isOnlyPlayed = isPlaylist(recording);
		if (wanted.includes('recordings') && isOnlyPlayed) hintPlaylist(context);
		const found = normalizeMicro1Report(report, new Date().toISOString());
		const event = requireEvent(context, micro1Api, found);
		const explained: FileKind[] = isOnlyPlayed ? ['recordings'] : [];
		const files = [...fileAt('report', pdf), ...fileAt('recordings', isOnlyPlayed ? null : recording)];
		return { event, files, explained };
	};
}

/** The user sees why nothing was downloaded. */
export function hintPlaylist(context: IExecuteFunctions): void {
	hint(
		context,
		'micro1 has this recording only as a playlist (HLS), not as a file, so nothing was downloaded. Open the link in the item instead.',
	);
}
