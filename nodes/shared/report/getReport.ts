import type { IBinaryKeyData, IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../actions/operation';
import {
	escapeFormulasOption,
	interviewParameter,
	collection,
	simplifyParameter,
} from '../actions/properties';
import { requiredText } from '../actions/reading';
import type { InterviewEvent } from '../event/interviewEvent';
import { openCredential } from '../http/credential';
import { downloadFile, ExpiredLink } from '../http/download';
import { reportItem } from './reportItems';
import type { FileKind, Report, ReportFile, ReportSource } from './report';
import { asMarkdown, asPlainText, asWebVtt } from './transcript';

const DEFAULT_MAXIMUM_MB = 500;

const FILE_NAMES: Record<FileKind, string> = { report: 'Report', recordings: 'Recordings', resume: 'Resume' };

interface ReportOptions {
	transcript: string;
	files: FileKind[];
	maximumMegabytes: number;
}

/** "Report → Get": one item with the columns of the trigger's item, its files as binary data where asked for. */
export function getReport(source: ReportSource): Operation {
	return {
		value: 'get',
		name: 'Get',
		action: 'Get a report',
		description: "Get an interview's result in the same columns as the trigger's item",
		effect: 'read',
		properties: properties(source),
		run: async (context, itemIndex) => {
			const id = requiredText(context, itemIndex, 'interviewId', source.idName);
			const options = readOptions(context, itemIndex);
			const report = await source.read(context, itemIndex, id, options.files);
			const transcriptColumn = transcriptText(report.event, options.transcript);
			const binary = {
				...(await transcriptFile(context, report.event, options.transcript)),
				...(await downloadFiles(context, itemIndex, source, id, report, options)),
			};
			return [{ json: reportItem(context, itemIndex, report.event, transcriptColumn), binary }];
		},
	};
}

function properties({
	idName,
	fileKinds,
	hasTranscript,
	ownProperties,
	ownOptions,
}: ReportSource): INodeProperties[] {
	const options = [
		escapeFormulasOption,
		includeRawOption,
		...(fileKinds.length > 0 ? fileOptions(fileKinds) : []),
		...(hasTranscript ? [transcriptOption] : []),
		...(ownOptions ?? []),
	];
	return [
		{ ...interviewParameter, displayName: idName },
		...(ownProperties ?? []),
		simplifyParameter,
		collection('Options', options),
	];
}

const includeRawOption: INodeProperties = {
	displayName: 'Include Raw Answer',
	name: 'includeRaw',
	type: 'boolean',
	default: false,
	displayOptions: { show: { '/simplify': [true] } },
	description: "Whether to add the vendor's own answer to the simplified item, as the column raw",
};

function fileOptions(kinds: FileKind[]): INodeProperties[] {
	return [
		{
			displayName: 'Download Files',
			name: 'files',
			type: 'multiOptions',
			default: [],
			options: kinds.map((kind) => ({ name: FILE_NAMES[kind], value: kind })),
			description: 'Which files to attach as binary data. Links to files expire: download them now.',
		},
		{
			displayName: 'Maximum File Size',
			name: 'maximumFileSize',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: DEFAULT_MAXIMUM_MB,
			description: 'In megabytes; a larger file stops with an error',
		},
	];
}

const transcriptOption: INodeProperties = {
	displayName: 'Include Transcript',
	name: 'transcript',
	type: 'options',
	default: 'text',
	options: [
		{ name: 'As Markdown File', value: 'markdown' },
		{ name: 'As Text Column', value: 'text' },
		{ name: 'As WebVTT File', value: 'webvtt', description: 'Subtitles; only turns whose time is known' },
	],
	description: 'How to add what was said',
};

function readOptions(context: IExecuteFunctions, itemIndex: number): ReportOptions {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	return {
		transcript: String(options.transcript ?? ''),
		files: (options.files as FileKind[] | undefined) ?? [],
		maximumMegabytes: Number(options.maximumFileSize ?? DEFAULT_MAXIMUM_MB),
	};
}

function transcriptText({ details: { transcript } }: InterviewEvent, format: string): IDataObject {
	return format === 'text' ? { transcript: asPlainText(transcript) || null } : {};
}

async function transcriptFile(
	context: IExecuteFunctions,
	event: InterviewEvent,
	format: string,
): Promise<IBinaryKeyData> {
	const { transcript } = event.details;
	if (transcript.length === 0 || (format !== 'markdown' && format !== 'webvtt')) return {};
	const isMarkdown = format === 'markdown';
	const text = isMarkdown
		? asMarkdown(transcript, event.candidate_name ?? event.interview_id)
		: asWebVtt(transcript);
	const [name, type] = isMarkdown ? ['transcript.md', 'text/markdown'] : ['transcript.vtt', 'text/vtt'];
	return { transcript: await context.helpers.prepareBinaryData(Buffer.from(text, 'utf8'), name, type) };
}

/** Every wanted file as binary data: `report`, `resume`, `recording_1`, `recording_2`, … */
async function downloadFiles(
	context: IExecuteFunctions,
	itemIndex: number,
	source: ReportSource,
	id: string,
	report: Report,
	{ files: wanted, maximumMegabytes }: ReportOptions,
): Promise<IBinaryKeyData> {
	const binary: IBinaryKeyData = {};
	if (wanted.length === 0) return binary;
	const { isLocal: allowsLoopback } = await openCredential(context, source.api);
	let { files } = report;
	for (const [index, { kind }] of report.files.entries()) {
		if (!wanted.includes(kind)) continue;
		const key = binaryKey(report.files, index);
		const download = async () =>
			await downloadFile(
				context,
				{ url: (files[index] ?? report.files[index]).url, baseName: `${key}-${id}` },
				maximumMegabytes,
				allowsLoopback,
			);
		binary[key] = await download().catch(async (error: Error) => {
			// A fresh reading has fresh links; once, since a link that is new and dead will not get better.
			if (!(error instanceof ExpiredLink)) throw error;
			({ files } = await source.read(context, itemIndex, id, wanted));
			return await download();
		});
	}
	return binary;
}

function binaryKey(files: ReportFile[], index: number): string {
	const { kind } = files[index];
	if (kind !== 'recordings') return kind;
	return `recording_${files.slice(0, index + 1).filter((file) => file.kind === 'recordings').length}`;
}
