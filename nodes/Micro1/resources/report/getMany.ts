import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { collection, manyProperties } from '../../../shared/actions/properties';
import { optionalText, wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows } from '../../../shared/actions/rows';
import { reportItem, reportListProperties } from '../../../shared/report/reportItems';
import { listReports } from '../../api/reports';
import { candidateFilter, interviewFilter, keywordFilter } from '../../parameters';
import { asReport } from '../../report';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many reports',
	description: "Get the results of candidates in the same columns as the trigger's item",
	effect: 'read',
	properties: [
		...manyProperties,
		collection('Filters', [candidateFilter, interviewFilter, keywordFilter]),
		...reportListProperties(),
	],
	run: async (context, itemIndex) => {
		const filter = (name: string, displayName: string) =>
			optionalText(context, itemIndex, `filters.${name}`, displayName);
		const reports = listReports(context, {
			interviewId: filter('interview_id', 'Interview'),
			candidateId: filter('candidate_id', 'Candidate ID'),
			keyword: filter('keyword', 'Keyword'),
		});
		const shown = (report: IDataObject) =>
			reportItem(context, itemIndex, asReport(context, itemIndex, report));
		return asItems(await takeRows(reports, wantedCount(context, itemIndex), shown));
	},
};
