import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { choiceField, readFields, switchField } from '../../../shared/actions/fields';
import type { WritingOperation } from '../../../shared/actions/operation';
import { collection, MAXIMUM_FILE_SIZE } from '../../../shared/actions/properties';
import { optionalChoice, requiredText, textList } from '../../../shared/actions/reading';
import { namesAnother } from '../../../shared/actions/rows';
import { identifier, isObject } from '../../../shared/event/fields';
import { openCredential } from '../../../shared/http/credential';
import { agreeing, showing } from '../../../shared/http/agreeing';
import { anObject, mapped, under } from '../../../shared/http/expected';
import { downloadMadePdf } from '../../../shared/report/madeFile';
import { jobMojitoApi, writeOnce } from '../../api';
import { languageParameter } from '../../parameters/languages';
import { resultParameter } from '../../parameters';
import { makePdf } from '../../api/results';

/** What can be in a report; those that JobMojito includes by default are on. */
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

const options = [
	...PARTS.map(([name, displayName, isIncluded]) =>
		switchField({
			displayName,
			name,
			default: isIncluded,
			description: 'Whether this is in the report',
		}),
	),
	{ ...languageParameter, description: "A language other than the interview's costs credits" },
	choiceField(
		{ displayName: 'Template', name: 'template' },
		{ classic: 'Classic', modern: 'Modern', one_pager: 'One Pager' },
	),
];

const FORMATS = { pdf: 'PDF File', html: 'HTML', json: 'JSON' };

export const getReport: WritingOperation = {
	value: 'getReport',
	name: 'Get Report',
	action: 'Get the report file of a result',
	description: "Have JobMojito's own report made as PDF, HTML or JSON. A translation costs credits.",
	// A translated report costs credits.
	properties: [
		{
			...resultParameter,
			description: `${resultParameter.description} Enter several IDs, separated by commas, to get one report.`,
		},
		choiceField({ displayName: 'Format', name: 'format' }, FORMATS),
		collection('Options', options),
	],
	prepare: (context, itemIndex) => {
		requiredText(context, itemIndex, 'resultId', 'Result ID');
		const ids = textList(context, itemIndex, 'resultId', 'Result ID');
		const { template, ...features } = readFields(context, itemIndex, {
			collection: 'options',
			known: options,
		});
		const body = {
			...(ids.length === 1 ? { interview_result_id: ids[0] } : { interview_result_ids: ids }),
			...(template ? { template } : {}),
			...(Object.keys(features).length > 0 ? { export_features_result: features } : {}),
		};
		const format = optionalChoice(context, itemIndex, 'format', 'Format', Object.keys(FORMATS)) || 'pdf';
		return async () => await made(context, ids, body, format);
	},
};

const HTML = mapped(anObject('html_export'), ({ html_export: html }) =>
	typeof html === 'string' && html.trim() !== '' ? html : undefined,
);

async function made(
	context: IExecuteFunctions,
	ids: string[],
	body: IDataObject,
	format: string,
): Promise<INodeExecutionData[]> {
	if (format === 'pdf') return [await asFile(context, ids, body)];
	const sent = { ...body, export_type: format };
	const named = { interview_result_id: ids.join(', ') };
	if (format === 'html') {
		const html = await writeOnce(context, '/job-interview-pdf', HTML, sent);
		return [{ json: { ...named, html } }];
	}
	const count = new Set(ids).size;
	const isOfThese = (result: unknown) =>
		isObject(result) && !ids.every((id) => namesAnother(identifier(result.interview_result_id), id));
	const isWhole = showing(
		'results',
		`${count} of them`,
		(results) => Array.isArray(results) && results.length >= count && results.every(isOfThese),
	);
	const expects = under('json_export', agreeing(anObject('results'), isWhole));
	const json = await writeOnce(context, '/job-interview-pdf', expects, sent);
	return [{ json: { ...named, ...json } }];
}

async function asFile(
	context: IExecuteFunctions,
	ids: string[],
	body: IDataObject,
): Promise<INodeExecutionData> {
	const { url, validUntil } = await makePdf(context, body);
	const { isLocal: allowsLoopback } = await openCredential(context, jobMojitoApi);
	const limits = { maximumMegabytes: MAXIMUM_FILE_SIZE, allowsLoopback };
	const file = await downloadMadePdf(context, { url, baseName: `report-${ids[0]}` }, limits);
	return {
		json: { interview_result_id: ids.join(', '), report_url: url, report_url_expires_at: validUntil },
		binary: { report: file },
	};
}
