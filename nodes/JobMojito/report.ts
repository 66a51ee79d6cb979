import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { switchField } from '../shared/actions/fields';
import { optionalFlag, wantedScoreMaximum } from '../shared/actions/reading';
import { identifier } from '../shared/event/fields';
import { linkExpiry } from '../shared/event/links';
import { fromIsoTime } from '../shared/event/times';
import { recordingsOf, type MadeReport, type ReadReport } from '../shared/report/report';
import { normalizeJobMojitoResult, withoutBulk } from './normalizeAnswer';
import { findRow, makePdf, readDetails } from './api/results';

/** Keeps what can be a hundred times as large as the rest. */
export const assessmentDataField: INodeProperties = switchField({
	displayName: 'Include Assessment Data',
	name: 'includeAssessmentData',
	description:
		'Whether to keep the word timings and question data in the raw response, which make it very large',
});

/** What reads one result in the columns of the webhook's item. Links to recordings are only made when they are to be downloaded. */
export function reportReader(context: IExecuteFunctions, itemIndex: number): ReadReport {
	const { name, displayName } = assessmentDataField;
	const isWhole = optionalFlag(context, itemIndex, `options.${name}`, displayName) === true;
	const maximum = wantedScoreMaximum(context, itemIndex);
	return async (id, wanted) => {
		const answer = await readDetails(context, id, { withRecordings: wanted.includes('recordings') });
		const row = await findRow(context, itemIndex, id);
		// As the vendor spells it, and the trigger's item has it.
		const ownId = identifier(row?.interview_result_id) ?? id;
		const answers = { id: ownId, row, details: isWhole ? answer : withoutBulk(answer) };
		const event = normalizeJobMojitoResult(answers, new Date().toISOString(), maximum);
		return { event, files: recordingsOf(event) };
	};
}

/** The PDF of one result. It may cost credits. */
export async function makeReport(context: IExecuteFunctions, id: string): Promise<MadeReport> {
	const { url, validUntil } = await makePdf(context, { interview_result_id: id });
	return { url, expiresAt: linkExpiry(url) ?? fromIsoTime(validUntil) };
}
