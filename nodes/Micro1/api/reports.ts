import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { askedRows, isSameId, namesAnother, takeRows } from '../../shared/actions/rows';
import { identifier } from '../../shared/event/fields';
import { list } from '../api';
import { noSuchThing } from '../../shared/http/status';

/** Whose reports; empty where that does not matter. */
interface ReportFilter {
	interviewId: string;
	candidateId: string;
	keyword?: string;
}

/** The reports of an interview, a candidate or both, page by page. @throws NodeApiError */
export function listReports(
	context: IExecuteFunctions,
	{ interviewId, candidateId, keyword = '' }: ReportFilter,
): AsyncGenerator<IDataObject> {
	const query = {
		...(interviewId && { interview_id: interviewId }),
		...(candidateId && { candidate_id: candidateId }),
		...(keyword && { keyword }),
	};
	return askedRows(
		list(context, { path: '/interview/reports', identity: 'report_id', query }),
		({ interview_id, candidate_id }) =>
			namesAnother(identifier(interview_id), interviewId) ||
			namesAnother(identifier(candidate_id), candidateId),
	);
}

/**
 * One report. The API has no call for it and no filter by its ID: it is looked for among those of its candidate.
 *
 * @throws NodeApiError, `httpCode` 404 when there is none
 */
export async function findReport(
	context: IExecuteFunctions,
	reportId: string,
	filter: ReportFilter,
): Promise<IDataObject> {
	const others = (row: IDataObject) => !isSameId(row.report_id, reportId);
	const [report] = await takeRows(askedRows(listReports(context, filter), others), 1);
	if (report !== undefined) return report;
	throw noSuchThing(
		context,
		`micro1 has no report with the Report ID ${reportId} for this candidate`,
		'Take both IDs from the same item: Report ID from interview_id, Candidate ID from candidate_id. Before the report is there, a trigger item has no Report ID.',
	);
}
