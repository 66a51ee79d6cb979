import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { isLoopbackHost } from '../../../shared/http/address';
import { readBaseUrl } from '../../../shared/http/credential';
import { downloadMadePdf } from '../../../shared/report/madeFile';
import { jobMojitoApi, writeJobMojito } from '../../api';
import { choiceField, splitList, switchField } from '../../fields';
import { languageParameter } from '../../languages';
import { filledIn, resultParameter } from '../../parameters';
import { makePdf } from '../../results';

const MAXIMUM_MB = 500;

/** What can be in a report; those that JobMojito includes by itself are on. */
const PARTS: Array<[name: string, displayName: string, isIncluded: boolean]> = [
	['contact_details', 'Contact Details', true],
	['ai_recruiter_assessment', 'AI Assessment', true],
	['ai_scoring_rubric', 'Scoring Rubric', false],
	['analytics', 'Analytics', true],
	['transcript', 'Transcript', true],
	['files', 'Files', true],
	['answer_recording', 'Answer Recordings', false],
	['session_recording', 'Session Recording', false],
	['group_by_question', 'Group by Question', false],
];

export const getReport: Operation = {
	value: 'getReport',
	name: 'Get Report',
	action: 'Get the report file of a result',
	description: "Have JobMojito's own report made as PDF, HTML or JSON. A translation costs credits.",
	// A report may cost credits: it is a write, which an unclear failure does not repeat.
	isReadOnly: false,
	properties: [
		{
			...resultParameter,
			description: `${resultParameter.description}. Several, separated by commas, make one report.`,
		},
		{
			displayName: 'Format',
			name: 'format',
			type: 'options',
			default: 'pdf',
			options: [
				{ name: 'HTML', value: 'html' },
				{ name: 'JSON', value: 'json' },
				{ name: 'PDF File', value: 'pdf' },
			],
		},
		collection('Options', [
			...PARTS.map(([name, displayName, isIncluded]) =>
				switchField({
					displayName,
					name,
					default: isIncluded,
					description: 'Whether this is in the report',
				}),
			),
			{ ...languageParameter, description: 'Another language than that of the interview costs credits' },
			choiceField(
				{ displayName: 'Template', name: 'template' },
				{ classic: 'Classic', modern: 'Modern', one_pager: 'One Pager' },
			),
		]),
	],
	run: async (context, itemIndex) => {
		const ids = splitList(requiredText(context, itemIndex, 'resultId', 'Result ID'));
		const { template, ...features } = filledIn(context, itemIndex, 'options');
		const body = {
			...(ids.length === 1 ? { interview_result_id: ids[0] } : { interview_result_ids: ids }),
			...(template ? { template } : {}),
			...(Object.keys(features).length > 0 ? { export_features_result: features } : {}),
		};
		const format = context.getNodeParameter('format', itemIndex) as string;
		if (format === 'pdf') return [await asFile(context, ids, body)];
		const answer = await writeJobMojito<IDataObject>(context, '/job-interview-pdf', {
			...body,
			export_type: format,
		});
		const named = { interview_result_id: ids.join(', ') };
		if (format === 'html') return [{ json: { ...named, html: answer.html_export } }];
		return [{ json: { ...named, ...(answer.json_export as IDataObject) } }];
	},
};

async function asFile(
	context: IExecuteFunctions,
	ids: string[],
	body: IDataObject,
): Promise<INodeExecutionData> {
	const { url, validUntil } = await makePdf(context, body);
	const file = await downloadMadePdf(
		context,
		{ url, baseName: `report-${ids[0]}` },
		MAXIMUM_MB,
		isLoopbackHost(new URL(await readBaseUrl(context, jobMojitoApi)).hostname),
	);
	return {
		json: { interview_result_id: ids.join(', '), report_url: url, report_url_expires_at: validUntil },
		binary: { report: file },
	};
}
