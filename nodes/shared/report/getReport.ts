import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { switchField } from '../actions/fields';
import { hint } from '../actions/hint';
import type { WritingOperation } from '../actions/operation';
import {
	collection,
	escapeFormulasOption,
	interviewIdParameter,
	maximumFileSizeOption,
	simplifyParameter,
} from '../actions/properties';
import { choiceList, optionalChoice, requiredText, wantedFileSize } from '../actions/reading';
import type { InterviewEvent } from '../event/interviewEvent';
import { withoutSignature } from '../event/links';
import { openCredential } from '../http/credential';
import { downloadFile, ExpiredLink, type Limits } from '../http/download';
import type { FileContent } from '../http/files/instead';
import { isWebAddress } from '../http/isUrl';
import { downloadMadePdf, onceMade } from './madeFile';
import type { FileKind, ReadReport, Report, ReportFile, ReportSource } from './report';
import { reportItems, type AsItem } from './reportItems';
import { scorecardMaker, scorecardOption, type MakeScorecard } from './scorecard';
import { asCell, asPlainText } from './transcript';
import { storeTranscript } from './transcriptFile';

const TRANSCRIPT_FORMATS = ['markdown', 'text', 'webvtt'];

/** What vendors document the files to be; a resume is whatever the candidate had. */
const HOLDS: Partial<Record<FileKind, FileContent>> = { report: 'pdf', recordings: 'recording' };

const FILE_NAMES: Record<FileKind, string> = { report: 'Report', recordings: 'Recordings', resume: 'Resume' };

interface ReportOptions {
	transcript: string;
	files: FileKind[];
	maximumMegabytes: number;
	asItem: AsItem;
	makeScorecard: MakeScorecard;
}

/**
 * "Report → Get": one item with the columns of the trigger's item, its files as binary data where asked for. It is a write
 * where a file is made that may cost credits.
 */
export function getReport(source: ReportSource): WritingOperation {
	return {
		value: 'get',
		name: 'Get',
		action: 'Get a report',
		description: "Get an interview's result in the same columns as the trigger's item",
		onlyReads: (context, itemIndex) =>
			!source.makeReport || !wantedFiles(context, itemIndex).includes('report'),
		properties: properties(source),
		prepare: (context, itemIndex) => {
			const id = requiredText(context, itemIndex, 'interviewId', source.idName);
			const options = readOptions(context, itemIndex, source);
			const read = source.reader(context, itemIndex);
			return async () => [await readItem({ context, itemIndex, source, read, id, options })];
		},
	};
}

/** What one item is fetched with. */
interface Fetch {
	context: IExecuteFunctions;
	itemIndex: number;
	source: ReportSource;
	read: ReadReport;
	id: string;
	options: ReportOptions;
}

async function readItem(fetch: Fetch): Promise<INodeExecutionData> {
	const { context, read, id, options } = fetch;
	const report = await read(id, options.files);
	const transcriptColumn = transcriptText(report.event, options.transcript);
	const transcript = await transcriptFile(fetch, report.event);
	const files = await downloadFiles(fetch, report);
	// The last: what fails before has cost nothing.
	const { columns, binary } = await makeReport(fetch);
	const event = { ...report.event, ...columns };
	const making = options.makeScorecard(event);
	const scorecard = await (binary.report ? onceMade(context, making) : making);
	return {
		json: options.asItem(event, { ...report.columns, ...transcriptColumn }, scorecard.columns),
		binary: { ...scorecard.binary, ...transcript, ...binary, ...files },
	};
}

function properties({
	idName,
	fileKinds,
	hasTranscript,
	hasNoTimes,
	ownProperties,
	ownOptions,
}: ReportSource): INodeProperties[] {
	const options = [
		escapeFormulasOption,
		includeRawOption,
		...(fileKinds.length > 0 ? fileOptions(fileKinds) : []),
		...(hasTranscript ? [transcriptOption({ hasNoTimes })] : []),
		scorecardOption({ hasTranscript }),
		...(ownOptions ?? []),
	];
	return [
		{ ...interviewIdParameter, displayName: idName },
		...(ownProperties ?? []),
		simplifyParameter,
		collection('Options', options),
	];
}

const includeRawOption: INodeProperties = switchField({
	displayName: 'Include Raw Answer',
	name: 'includeRaw',
	displayOptions: { show: { '/simplify': [true] } },
	description: "Whether to add the vendor's own response to the simplified item, as the column raw",
});

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
		maximumFileSizeOption,
	];
}

function transcriptOption({ hasNoTimes = false }: Pick<ReportSource, 'hasNoTimes'>): INodeProperties {
	const subtitles: INodePropertyOptions = {
		name: 'As WebVTT File',
		value: 'webvtt',
		description: 'Subtitles, with only the turns whose time is known',
	};
	return {
		displayName: 'Include Transcript',
		name: 'transcript',
		type: 'options',
		default: 'text',
		options: [
			{ name: 'As Markdown File', value: 'markdown' },
			{ name: 'As Text Column', value: 'text' },
			...(hasNoTimes ? [] : [subtitles]),
		],
		description: 'Format in which to add what was said',
	};
}

function readOptions(context: IExecuteFunctions, itemIndex: number, source: ReportSource): ReportOptions {
	return {
		transcript: optionalChoice(
			context,
			itemIndex,
			'options.transcript',
			'Include Transcript',
			TRANSCRIPT_FORMATS,
		),
		files: wantedFiles(context, itemIndex),
		maximumMegabytes: wantedFileSize(context, itemIndex),
		asItem: reportItems(context, itemIndex),
		makeScorecard: scorecardMaker(context, itemIndex, source),
	};
}

function wantedFiles(context: IExecuteFunctions, itemIndex: number): FileKind[] {
	const kinds = Object.keys(FILE_NAMES);
	return choiceList(context, itemIndex, 'options.files', 'Download Files', kinds) as FileKind[];
}

function transcriptText({ details: { transcript } }: InterviewEvent, format: string): IDataObject {
	return format === 'text' ? { transcript: asCell(asPlainText(transcript)) || null } : {};
}

async function transcriptFile(
	{ context, itemIndex, id, options: { transcript: format } }: Fetch,
	event: InterviewEvent,
): Promise<IBinaryKeyData> {
	if (format !== 'markdown' && format !== 'webvtt') return {};
	return await storeTranscript(context, itemIndex, {
		transcript: event.details.transcript,
		format,
		title: event.candidate_name ?? event.interview_id ?? id,
		baseName: 'transcript',
		choice: 'Include Transcript to "As Markdown File"',
	});
}

/** Every wanted file that there is a link to, as binary data: `report`, `resume`, `recording_1`, `recording_2`, … */
async function downloadFiles(
	{ context, source, read, id, options }: Fetch,
	report: Report,
): Promise<IBinaryKeyData> {
	const binary: IBinaryKeyData = {};
	if (options.files.length === 0) return binary;
	const limits = await limitsOf({ context, source, options });
	hintMissing(context, source, report, options.files);
	let { files } = report;
	for (const [index, { kind }] of report.files.entries()) {
		if (!options.files.includes(kind) || !isWebAddress(files[index].url)) continue;
		const key = binaryKey(report.files, index);
		const download = async () =>
			await downloadFile(
				context,
				{
					url: files[index].url,
					baseName: `${key}-${id}`,
					holds: HOLDS[kind],
				},
				limits,
			);
		binary[key] = await download().catch(async (error: Error) => {
			// A fresh reading has fresh links; once, since a link that is new and dead will not get better.
			if (!(error instanceof ExpiredLink)) throw error;
			files = withFreshLinks(files, await read(id, [kind]), kind);
			return await download();
		});
	}
	return binary;
}

/** Says which kinds of files an interview has none of; a PDF that is made is there. Words in place of a link are none. */
function hintMissing(
	context: IExecuteFunctions,
	{ api: { vendorName }, makeReport: makes }: ReportSource,
	{ files, explained = [] }: Report,
	wanted: FileKind[],
): void {
	const isThere = (kind: FileKind) => files.some((file) => file.kind === kind && isWebAddress(file.url));
	for (const kind of wanted.filter(
		(one) => !isThere(one) && !explained.includes(one) && !(one === 'report' && makes),
	)) {
		hint(context, `Download Files: ${vendorName} has no ${FILE_NAMES[kind]} of at least one interview`);
	}
}

/**
 * The links of one kind from a fresh reading: to the same address but for its signature, and else in the same place. With
 * more or fewer than before, or with some of the addresses, the place does not say which is which. Those that have one address
 * are in their order.
 */
function withFreshLinks(files: ReportFile[], { files: read }: Report, wanted: FileKind): ReportFile[] {
	const fresh = read.filter(({ kind }) => kind === wanted);
	const old = files.filter(({ kind }) => kind === wanted);
	const sameAddress = (file: ReportFile): ReportFile | undefined => {
		const isAt = ({ url }: ReportFile) => withoutSignature(url) === withoutSignature(file.url);
		const [theirs, ours] = [fresh.filter(isAt), old.filter(isAt)];
		return theirs.length === ours.length ? theirs[ours.indexOf(file)] : undefined;
	};
	const isByPlace = fresh.length === old.length && !old.some(sameAddress);
	return files.map((file) => {
		if (file.kind !== wanted) return file;
		return sameAddress(file) ?? (isByPlace ? fresh[old.indexOf(file)] : file);
	});
}

/** The PDF as binary data, and the columns of its link; nothing where none is wanted or made by a call of its own. */
async function makeReport({ context, source, id, options }: Fetch): Promise<{
	columns: Partial<InterviewEvent>;
	binary: IBinaryKeyData;
}> {
	if (source.makeReport === undefined || !options.files.includes('report'))
		return { columns: {}, binary: {} };
	const limits = await limitsOf({ context, source, options });
	const { url, expiresAt } = await source.makeReport(context, id);
	const report = await downloadMadePdf(context, { url, baseName: `report-${id}` }, limits);
	return { columns: { report_url: url, report_url_expires_at: expiresAt }, binary: { report } };
}

/** A file on this machine is fetched only where the vendor is on it too, as in a demonstration. */
async function limitsOf({
	context,
	source,
	options,
}: Pick<Fetch, 'context' | 'source' | 'options'>): Promise<Limits> {
	const { isLocal } = await openCredential(context, source.api);
	return { maximumMegabytes: options.maximumMegabytes, allowsLoopback: isLocal };
}

function binaryKey(files: ReportFile[], index: number): string {
	const { kind } = files[index];
	if (kind !== 'recordings') return kind;
	return `recording_${files.slice(0, index + 1).filter((file) => file.kind === 'recordings').length}`;
}
