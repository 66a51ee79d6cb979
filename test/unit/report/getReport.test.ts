import { Readable } from 'node:stream';

import type { IBinaryData, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { get as getOfHeyMilo } from '../../../nodes/HeyMilo/resources/report/get';
import { get as getOfHireflix } from '../../../nodes/Hireflix/resources/report/get';
import { get as getOfInterviewFlowAi } from '../../../nodes/InterviewFlowAi/resources/report/get';
import { get as getOfJobMojito } from '../../../nodes/JobMojito/resources/report/get';
import { get as getOfRibbon } from '../../../nodes/Ribbon/resources/report/get';
import { buildEvent } from '../../../nodes/shared/event/build';
import { getReport } from '../../../nodes/shared/report/getReport';
import type { FileKind, ReportFile, ReportSource } from '../../../nodes/shared/report/report';
import { reportItems } from '../../../nodes/shared/report/reportItems';
import { actionContext } from '../actions/actionContext';

const turn = { speaker: 'Ada', text: 'I like trains.', at_seconds: null };

const event = buildEvent(
	{
		vendor: 'hireflix',
		event_type: 'interview.completed',
		interview_id: '1',
		interview_status: 'completed',
		dedupe_key: '1',
		vendor_event_source: 'inferred',
		raw: {},
		details: { transcript: Array.from({ length: 3000 }, () => turn) },
	},
	{ receivedAt: '2026-03-01T08:00:00.000Z', verification: 'api', rawBody: null },
);

/** Storage, by path and signature; links whose token is `old` have expired. */
function contextOf(options: object, interviewId = '1') {
	const stored: Array<{ name: string; content: string }> = [];
	const context = {
		...actionContext({ parameters: { interviewId, simplify: true, options } as never }),
		getCredentials: async () => ({ baseUrl: 'https://api.example.com' }),
		helpers: {
			httpRequest: async ({ url }: IHttpRequestOptions) => {
				const { pathname, searchParams } = new URL(url);
				return {
					statusCode: searchParams.get('token') === 'old' ? 403 : 200,
					headers: { 'content-type': 'video/mp4' },
					// A film begins with bytes that are no text's.
					body: Readable.from([Buffer.from(`\0${pathname}${searchParams.get('sig') ?? ''}`)]),
				};
			},
			prepareBinaryData: async (bytes: Readable, name: string): Promise<IBinaryData> => {
				const chunks = (await bytes.toArray()) as Buffer[];
				stored.push({ name, content: Buffer.concat(chunks).toString().slice(1) });
				return { data: '', mimeType: 'video/mp4', fileName: name };
			},
		},
	} as unknown as IExecuteFunctions;
	const hints: string[] = [];
	context.addExecutionHints = (...given) => void hints.push(...given.map(({ message }) => message));
	return { context, stored, hints };
}

function sourceOf(...readings: ReportFile[][]): { source: ReportSource; asked: FileKind[][] } {
	const asked: FileKind[][] = [];
	const source: ReportSource = {
		api: { vendorName: 'Vendor', credentialType: 'vendorApi', keyHelp: '' },
		idName: 'Interview ID',
		fileKinds: ['recordings', 'resume'],
		hasTranscript: true,
		reader: () => async (_id, wanted) => {
			asked.push(wanted);
			return { event, files: readings[Math.min(asked.length, readings.length) - 1] };
		},
	};
	return { source, asked };
}

const file = (kind: FileKind, path: string): ReportFile => ({
	kind,
	url: `https://files.example.com/${path}`,
});

const recordings = (...paths: string[]) => paths.map((path) => file('recordings', path));

const EXPIRED = 'The link to the file does not work any more (status 403)';

/** What the recordings of a report hold. */
async function contentsOf(source: ReportSource): Promise<string[]> {
	const { context, stored } = contextOf({ files: ['recordings'] });
	await getReport(source).prepare(context, 0)();
	return stored.map(({ content }) => content);
}

describe('the files of a report', () => {
	it('come by fresh links, each of its own kind and place, read once', async () => {
		const { source, asked } = sourceOf(
			[file('recordings', 'a?token=old'), file('resume', 'c'), file('recordings', 'b?token=old')],
			recordings('a', 'b'),
		);
		const { context, stored } = contextOf({ files: ['recordings', 'resume'] });
		await getReport(source).prepare(context, 0)();
		expect(asked).toEqual([['recordings', 'resume'], ['recordings']]);
		expect(stored).toEqual([
			{ name: 'recording_1-1.mp4', content: '/a' },
			{ name: 'resume-1.mp4', content: '/c' },
			{ name: 'recording_2-1.mp4', content: '/b' },
		]);
	});

	it('are none where there is no link, which is said once', async () => {
		const { source } = sourceOf([{ kind: 'recordings', url: 'processing' }]);
		const { context, stored, hints } = contextOf({ files: ['recordings', 'resume'] });
		for (let item = 0; item < 2; item++) await getReport(source).prepare(context, 0)();
		expect(stored).toEqual([]);
		expect(hints).toEqual(
			['Recordings', 'Resume'].map(
				(kind) => `Download Files: Vendor has no ${kind} of at least one interview`,
			),
		);
	});

	it('are not mixed up when a fresh reading has them in another order', async () => {
		const { source } = sourceOf(
			recordings('a?token=old', 'b?token=old'),
			recordings('b?token=new', 'a?token=new'),
		);
		await expect(contentsOf(source)).resolves.toEqual(['/a', '/b']);
	});

	it('are not mixed up when their links differ in nothing but their signatures', async () => {
		const { source } = sourceOf(
			recordings('a?token=old&sig=1', 'b?token=old', 'a?token=old&sig=2'),
			recordings('b', 'a?sig=3', 'a?sig=4'),
		);
		await expect(contentsOf(source)).resolves.toEqual(['/a3', '/b', '/a4']);
	});

	it('are not mixed up when a fresh reading has fewer of them', async () => {
		const { source } = sourceOf(recordings('a?token=old', 'b?token=old'), recordings('b'));
		const { context, stored } = contextOf({ files: ['recordings'] });
		await expect(getReport(source).prepare(context, 0)()).rejects.toThrow(EXPIRED);
		expect(stored).toEqual([]);
	});

	it('are given up when a fresh link does not work either', async () => {
		const { source, asked } = sourceOf(recordings('a?token=old'));
		await expect(contentsOf(source)).rejects.toThrow(EXPIRED);
		expect(asked).toHaveLength(2);
	});

	it('have names that every file system takes', async () => {
		const { source } = sourceOf(recordings('a'));
		const { context, stored } = contextOf({ files: ['recordings'] }, '../a/b:c\u202E');
		await getReport(source).prepare(context, 0)();
		expect(stored.map(({ name }) => name)).toEqual(['recording_1-.._a_b_c.mp4']);
	});
});

describe('a long transcript', () => {
	it('is cut in the column, and whole in the file', async () => {
		const { source } = sourceOf([]);
		const [{ json }] = await getReport(source).prepare(contextOf({ transcript: 'text' }).context, 0)();
		expect(String(json.transcript)).toMatch(/^(Ada: I like trains\.\n)+\[Cut here: [^\n]+$/);
		expect(String(json.transcript).length).toBeLessThanOrEqual(49_999);

		const { context } = contextOf({ transcript: 'markdown' });
		const files: string[] = [];
		context.helpers.prepareBinaryData = async (bytes) => {
			files.push(String(bytes));
			return { data: '', mimeType: 'text/markdown' };
		};
		await getReport(source).prepare(context, 0)();
		expect(files.join().match(/I like trains/g)).toHaveLength(3000);
	});
});

describe('a scorecard with many questions', () => {
	const pages = async (count: number) => {
		const text = 'Which trains do you like?';
		const question = { id: null, text, score_raw: 4, weight: null, summary: 'Fast' };
		const questions = Array.from({ length: count }, () => question);
		const { source } = sourceOf([]);
		source.reader = () => async () => ({
			event: { ...event, details: { ...event.details, questions } },
			files: [],
		});
		const { context } = contextOf({ scorecard: 'page' });
		let file = '';
		context.helpers.prepareBinaryData = async (bytes) => {
			file = String(bytes);
			return { data: '', mimeType: 'text/html' };
		};
		const [{ json }] = await getReport(source).prepare(context, 0)();
		return { column: String(json.scorecard_html), file };
	};
	const asked = (page: string) => page.match(/Which trains/g)?.length ?? 0;

	it('fits into a cell of a spreadsheet, and says how many are left for the file', async () => {
		const { column, file } = await pages(150);
		expect(asked(file)).toBe(150);
		expect(column.length).toBeLessThanOrEqual(49_999);
		expect(asked(column)).toBeGreaterThan(40);
		expect(column).toContain(`${150 - asked(column)} more are in the file`);
	});

	it('is the same in the column and in the file where all of them fit', async () => {
		const { column, file } = await pages(20);
		expect(column).toBe(file);
		expect(asked(column)).toBe(20);
	});
});

describe('a report that is fetched', () => {
	const onlyReads = (get: typeof getOfJobMojito, files?: string[]) => {
		const context = actionContext({ parameters: { options: files ? { files } : {} } });
		return get.onlyReads?.(context, 0);
	};

	it('may cost credits when JobMojito is to make a PDF, and never otherwise', () => {
		expect(onlyReads(getOfJobMojito, ['report'])).toBe(false);
		expect(onlyReads(getOfJobMojito, ['recordings', 'report'])).toBe(false);
		expect(onlyReads(getOfJobMojito, ['recordings'])).toBe(true);
		expect(onlyReads(getOfJobMojito)).toBe(true);
		for (const get of [getOfHeyMilo, getOfHireflix, getOfInterviewFlowAi, getOfRibbon]) {
			expect(onlyReads(get, ['report', 'recordings', 'resume'])).toBe(true);
		}
	});
});

it('an option that an expression returns as text counts', () => {
	const event = { candidate_name: '=1+1', raw: { id: 'i' } } as never;
	const item = (options: object) =>
		reportItems(actionContext({ parameters: { options } as never }), 0)(event);
	expect(item({ escapeFormulas: 'true', includeRaw: 'TRUE' })).toMatchObject({
		candidate_name: "'=1+1",
		raw: { id: 'i' },
	});
	expect(item({ escapeFormulas: 'false' })).toMatchObject({ candidate_name: '=1+1' });
	expect(() => item({ escapeFormulas: 'yes' })).toThrow('Escape Formulas is neither true nor false');
});
