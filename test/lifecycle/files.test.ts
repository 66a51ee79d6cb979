import { startHireflix, type HireflixSimulator } from '../../simulators/hireflix';
import { startJobMojito, type JobMojitoSimulator } from '../../simulators/jobmojito';
import { contentOf as contentOfFile } from '../../simulators/shared/storage';
import type { StorageFault } from '../../simulators/shared/storage';
import { actionsOf } from './actions';
import { contentOf } from './runAction';

/** Files behind the signed links of a vendor's storage, in n8n's own context. */
describe('Files of a report', () => {
	describe('in storage that serves them as it likes', () => {
		let simulator: HireflixSimulator;
		let interviewId: string;
		let question: string;

		beforeEach(async () => {
			simulator = await startHireflix();
			const interview = await simulator.invite({ name: 'Ada Example' });
			await interview.complete();
			interviewId = interview.id;
			question = simulator.state.positions[0].questions[0].id;
		});

		afterEach(async () => await simulator.stop());

		const { run, refusal } = actionsOf('hireflix', () => simulator.credentials);
		const recordings = () => ({ interviewId, options: { files: ['recordings'] } });

		const firstRecording = async () => (await run('report get', recordings()))[0].binary!.recording_1;
		const downloads = () => simulator.requests.filter(({ path }) => path.startsWith('/files/'));
		const readings = () => simulator.requests.filter(({ path }) => path === '/me');

		it('have type and ending where links and headers hide them', async () => {
			simulator.files.hidesNames = true;
			const recording = await firstRecording();
			expect(recording).toMatchObject({
				fileName: `recording_1-${interviewId}.mp4`,
				fileExtension: 'mp4',
				mimeType: 'video/mp4',
			});
			expect(String(await contentOf(recording))).toBe(contentOfFile(`${interviewId}-${question}.mp4`));
		});

		it.each<[StorageFault, number]>([
			['no type', 0],
			['dropped', 1],
			['busy', 1],
		])('come whole when storage is at first: %s', async (fault, more) => {
			simulator.files.failNext(fault);
			const recording = await firstRecording();
			expect(recording).toMatchObject({ mimeType: 'video/mp4', fileExtension: 'mp4' });
			expect(String(await contentOf(recording))).toBe(contentOfFile(`${interviewId}-${question}.mp4`));
			expect(downloads()).toHaveLength(2 + more);
			expect(readings()).toHaveLength(1);
		});

		it('come by a fresh link when storage says with 400 that the token has expired', async () => {
			simulator.files.failNext('expired token');
			await expect(firstRecording()).resolves.toMatchObject({ mimeType: 'video/mp4' });
			expect(readings()).toHaveLength(2);
		});

		it.each<[StorageFault, RegExp]>([
			['web page', /sent a web page instead: "Just a moment\.\.\." \|/],
			['error as a file', /sent an XML message instead: "Please try again\." \|/],
			['empty', /sent an empty file \(0 bytes\) \|/],
			['not ready', /it is not ready yet \(status 202\) \|/],
			['part', /only a part of it came \(status 206\) \|/],
		])('are not what came: %s', async (fault, message) => {
			simulator.files.failNext(fault);
			const said = await refusal('report get', recordings());
			expect(said).toMatch(message);
			expect(said).not.toContain('Signature');
			expect(downloads()).toHaveLength(1);
		});
	});

	describe('of JobMojito, where a PDF is made when it is asked for and may cost credits', () => {
		let simulator: JobMojitoSimulator;

		beforeEach(async () => {
			simulator = await startJobMojito();
		});

		afterEach(async () => await simulator.stop());

		const reported = async () => {
			const interview = await simulator.invite({ name: 'Ada Example', email: 'ada@example.com' });
			await interview.complete();
			await interview.report();
			return interview.id;
		};

		const { run, refusal } = actionsOf('jobmojito', () => simulator.credentials);

		const reports = (files: string[], ids: string[]): Parameters<typeof run> => [
			'report get',
			{ simplify: false, options: { files } },
			{ input: ids.map((interview_id) => ({ interview_id })) },
		];

		const LINK_IS_DEAD =
			/^The PDF was made, but its link does not work any more \(status 400\) \| .*may cost credits/;

		const pdfsMade = () =>
			simulator.requests.filter(({ path }) => path.includes('/job-interview-pdf')).length;

		/** As when the links of a report have been on the way for too long. */
		const expireWhen = (mark: string) => {
			let isOver = false;
			simulator.report((line) => {
				if (isOver || !line.includes(mark)) return;
				isOver = true;
				simulator.expireLinks();
			});
		};

		it('makes no second one when the link of a recording has expired', async () => {
			const id = await reported();
			expireWhen('get_signed_recordings=true');
			const [item] = await run(...reports(['report', 'recordings'], [id]));
			expect(String(await contentOf(item.binary!.recording_1))).toBe(contentOfFile(`recordings/${id}.mp4`));
			expect(String(await contentOf(item.binary!.report))).toBe(contentOfFile(`interview-exports/${id}.pdf`));
			expect(item.json.report_url).toMatch(/\.pdf\?/);
			expect(item.json.report_url_expires_at).toMatch(/Z$/);
			expect(simulator.files.requests[0].status).toBe(400);
			expect(pdfsMade()).toBe(1);
		});

		it('makes none when a recording cannot be downloaded', async () => {
			const id = await reported();
			simulator.files.failNext('web page');
			const said = await refusal(...reports(['report', 'recordings'], [id]));
			expect(said).toContain('sent a web page instead');
			expect(pdfsMade()).toBe(0);
		});

		it('makes no second one when its own link does not work', async () => {
			const id = await reported();
			expireWhen('/job-interview-pdf');
			expect(await refusal(...reports(['report'], [id]))).toMatch(LINK_IS_DEAD);
			expect(pdfsMade()).toBe(1);
		});

		it('makes no second one when the download breaks off', async () => {
			const id = await reported();
			simulator.files.failNext('dropped');
			const [item] = await run(...reports(['report'], [id]));
			expect(item.binary!.report).toMatchObject({ mimeType: 'application/pdf' });
			expect(pdfsMade()).toBe(1);
		});

		it('makes one for each of several, and attaches the file where storage has no type', async () => {
			const ids = [await reported(), await reported()];
			simulator.files.failNext('no type', 2);
			const items = await run(...reports(['report'], ids));
			expect(items.map(({ binary }) => binary?.report.fileName)).toEqual(ids.map((id) => `report-${id}.pdf`));
			expect(items.map(({ binary }) => binary?.report.mimeType)).toEqual(ids.map(() => 'application/pdf'));
			expect(pdfsMade()).toBe(2);
		});

		it('makes them one at a time, and none after a failure', async () => {
			const ids = [await reported(), await reported(), 'unknown', await reported()];
			await refusal(...reports(['report'], ids));
			const calls = simulator.requests
				.map(({ path }) => /job-interview-(details|pdf)/.exec(path)?.[1])
				.filter((call) => call !== undefined);
			expect(calls).toEqual(['details', 'pdf', 'details', 'pdf', 'details']);
		});

		it('says so in Result: Get Report as well', async () => {
			const id = await reported();
			expireWhen('/job-interview-pdf');
			expect(await refusal('result getReport', { resultId: id, format: 'pdf' })).toMatch(LINK_IS_DEAD);
			expect(pdfsMade()).toBe(1);
		});
	});
});
