import { randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';

import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { IBinaryData, INodeType } from 'n8n-workflow';
import { NodeOperationError, sleep } from 'n8n-workflow';

import {
	downloadFile,
	ExpiredLink,
	type FileToDownload,
	type Limits,
} from '../../../nodes/shared/http/download';
import { executeContext } from '../executeContext';
import { words } from '../words';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow'),
	sleep: jest.fn(async () => {}),
}));

const MEGABYTE = 1024 * 1024;

const NODE_TYPE = { description: { properties: [] } } as unknown as INodeType;

/** The first bytes of real files; the rest does not matter here. */
const MP4 = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2moov', 'latin1');
const WEBM = Buffer.from('\x1A\x45\xDF\xA3\x9F\x42\x86\x81\x01\x42\x82\x84webm', 'latin1');
const PNG = Buffer.from('\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'latin1');
const PDF = Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1');

type Respond = (response: ServerResponse) => void;

interface Received {
	path: string;
	headers: IncomingHttpHeaders;
}

describe('a file of a vendor', () => {
	let server: Server;
	let origin: string;
	let received: Received[];
	let pages: Record<string, Respond>;

	beforeAll(async () => {
		const config = Container.get(BinaryDataConfig);
		config.mode = 'filesystem';
		config.localStoragePath = `${tmpdir()}/n8n-binary-data-of-downloads`;
		await Container.get(BinaryDataService).init();
		server = createServer((request, response) => {
			const path = request.url ?? '';
			received.push({ path, headers: request.headers });
			const respond = pages[path.split('?')[0]];
			if (respond) respond(response);
			else response.writeHead(404).end();
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});

	afterAll(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});

	beforeEach(() => {
		received = [];
		pages = {};
		jest.mocked(sleep).mockClear();
	});

	const download = async (
		url: string,
		{ maximumMegabytes = 1, allowsLoopback = true, ...file }: Partial<FileToDownload & Limits> = {},
	): Promise<IBinaryData> =>
		await downloadFile(
			executeContext(NODE_TYPE),
			{ url, baseName: 'report-1', ...file },
			{ maximumMegabytes, allowsLoopback },
		);

	const failure = async (...call: Parameters<typeof download>): Promise<NodeOperationError> =>
		await download(...call).then(
			() => Promise.reject(new Error('It was downloaded')),
			(error: NodeOperationError) => error,
		);

	const inTurn = (...responds: Respond[]): Respond => {
		let turn = 0;
		return (response) => responds[Math.min(turn++, responds.length - 1)](response);
	};

	const file =
		(content: string | Buffer, headers: Record<string, string> = {}): Respond =>
		(response) =>
			void response.writeHead(200, headers).end(content);

	const redirect =
		(location: string, status = 302): Respond =>
		(response) =>
			void response.writeHead(status, { location }).end('elsewhere');

	const bytesOf = async (binary: IBinaryData) => await Container.get(BinaryDataService).getAsBuffer(binary);

	describe('that is there', () => {
		it('is kept whole, with its name and type', async () => {
			const content = Buffer.concat([PDF, Buffer.alloc(300_000, 'x')]);
			pages['/a/b.pdf'] = file(content, { 'content-type': 'application/pdf; charset=binary' });
			const binary = await download(`${origin}/a/b.pdf?X-Amz-Signature=1.zip`);
			expect(binary).toMatchObject({ fileName: 'report-1.pdf', mimeType: 'application/pdf' });
			expect(content.equals(await bytesOf(binary))).toBe(true);
		});

		it('is kept whole when it comes in many pieces', async () => {
			const content = randomBytes(2.5 * MEGABYTE);
			pages['/a.mp4'] = file(content);
			const binary = await download(`${origin}/a.mp4`, { maximumMegabytes: 3 });
			expect(content.equals(await bytesOf(binary))).toBe(true);
		});

		it.each(words('/file /file. /v1.2/file /file.longending /file.php /file.mp4/'))(
			'has the ending of its type at %s',
			async (path) => {
				pages[path] = file(WEBM, { 'content-type': 'video/webm' });
				await expect(download(origin + path)).resolves.toMatchObject({
					fileName: 'report-1.webm',
					mimeType: 'video/webm',
				});
			},
		);

		it('is asked for once, without anything of the credential', async () => {
			pages['/a.pdf'] = file(PDF);
			await download(`${origin}/a.pdf`);
			expect(received).toHaveLength(1);
			expect(Object.keys(received[0].headers)).not.toEqual(
				expect.arrayContaining([expect.stringMatching(/^(authorization|cookie|x-api-key)$/)]),
			);
		});
	});

	describe('whose type the server does not tell', () => {
		it.each([
			...words(`
				application/octet-stream binary/octet-stream application/x-download application/force-download
				application/download application/x-unknown application/unknown application/x-www-form-urlencoded
			`),
			...['Binary/Octet-Stream; charset=UTF-8', '*/*', 'mp4', '  ', '', undefined],
		])('has the type of its ending, not %j', async (type) => {
			pages['/a.MP4'] = file(MP4, type === undefined ? {} : { 'content-type': type });
			await expect(download(`${origin}/a.MP4?X-Amz-Signature=1`)).resolves.toMatchObject({
				fileName: 'report-1.mp4',
				fileExtension: 'mp4',
				mimeType: 'video/mp4',
				fileType: 'video',
			});
		});

		it.each([
			['attachment; filename="Zoe Example.mp4"', 'mp4', 'video/mp4'],
			['attachment; filename=Zoe.MOV', 'mov', 'video/quicktime'],
			["attachment; filename=download; filename*=UTF-8''Zo%C3%AB%20Example.webm", 'webm', 'video/webm'],
			['attachment; filename*=iso-8859-1\'en\'Zo%EB.pdf; filename="x.bin"', 'pdf', 'application/pdf'],
			[
				'attachment; name="a; filename=b.pdf"; filename="c; d.docx"',
				'docx',
				/officedocument\.wordprocessingml/,
			],
			['inline;filename="C:\\Recordings\\a \\"b\\".m4a"', 'm4a', 'audio/mp4'],
			['attachment; filename="../../etc/x.wav"', 'wav', 'audio/wav'],
			['attachment; filename="%2e%2e%2fa%2Emp3"', 'mp3', 'audio/mpeg'],
			['attachment; filename="Zo\xC3\xAB.vtt "', 'vtt', 'text/vtt'],
			["attachment; filename*=UTF-8''a.mp4%E2%80%AEgpj.ogg", 'ogg', 'audio/ogg'],
		])('has the ending in its name, %s', async (disposition, ending, mimeType) => {
			pages['/download'] = file(Buffer.from([1, 2, 3]), {
				'content-type': 'application/octet-stream',
				'content-disposition': disposition,
			});
			const binary = await download(`${origin}/download`);
			expect(binary).toMatchObject({ fileName: `report-1.${ending}`, fileExtension: ending });
			expect(binary.mimeType).toEqual(
				typeof mimeType === 'string' ? mimeType : expect.stringMatching(mimeType),
			);
		});

		it('has the type of its first bytes when nothing else says', async () => {
			pages['/a'] = file(WEBM, { 'content-type': 'application/octet-stream' });
			pages['/b'] = file(PDF);
			await expect(download(`${origin}/a`)).resolves.toMatchObject({ fileName: 'report-1.webm' });
			await expect(download(`${origin}/b`)).resolves.toMatchObject({ mimeType: 'application/pdf' });
			pages['/c'] = file(Buffer.concat([Buffer.from('\uFEFF\r\n'), PDF]));
			await expect(download(`${origin}/c`, { holds: 'pdf' })).resolves.toMatchObject({
				fileExtension: 'pdf',
			});
		});

		it('is no text when nothing says at all', async () => {
			pages['/a'] = file(Buffer.from([1, 2, 3]), { 'content-type': 'application/octet-stream' });
			await expect(download(`${origin}/a`)).resolves.toMatchObject({
				fileName: 'report-1',
				mimeType: 'application/octet-stream',
			});
		});

		it.each([['text/plain'], ['text/html; charset=UTF-8']])(
			'is what its bytes are under %s, the default of many servers',
			async (type) => {
				pages['/a.mp4'] = file(MP4, { 'content-type': type });
				await expect(download(`${origin}/a.mp4`, { holds: 'recording' })).resolves.toMatchObject({
					fileName: 'report-1.mp4',
					mimeType: 'video/mp4',
				});
			},
		);

		it('has the ending of where the link leads', async () => {
			pages['/download'] = redirect('/stored/b.webm?Signature=1');
			pages['/stored/b.webm'] = file(WEBM, { 'content-type': 'binary/octet-stream' });
			await expect(download(`${origin}/download`)).resolves.toMatchObject({
				fileName: 'report-1.webm',
				mimeType: 'video/webm',
			});
		});

		it.each([
			['/a.mp4', 'video/webm', 'webm', 'video/webm'],
			['/a.mp4', 'audio/mp4', 'mp4', 'audio/mp4'],
			['/a.docx', 'application/zip', 'docx', /wordprocessingml/],
			['/a.vtt', 'text/plain', 'vtt', 'text/vtt'],
			['/a.foo', 'application/vnd.foo', 'foo', 'application/vnd.foo'],
		])('has a name that fits its type: %s as %s', async (path, type, ending, mimeType) => {
			pages[path] = file(path === '/a.vtt' ? 'WEBVTT' : Buffer.from([0, 1, 2]), { 'content-type': type });
			const binary = await download(origin + path);
			expect(binary.fileName).toBe(`report-1.${ending}`);
			expect(binary.mimeType).toEqual(
				typeof mimeType === 'string' ? mimeType : expect.stringMatching(mimeType),
			);
		});
	});

	describe('in whose place something else comes', () => {
		const SECRET = 'X-Amz-Signature=5f2b8c7d9e01';

		it.each<[string, string | Buffer, string]>([
			[
				'text/html; charset=utf-8',
				'<!DOCTYPE html><title>Just a\nmoment...</title>',
				'a web page instead: "Just a moment..."',
			],
			['video/mp4', '\uFEFF\n  <!doctype HTML>\n<p>', 'a web page instead'],
			['application/octet-stream', '<!-- x --><html lang="en">', 'a web page instead'],
			['', Buffer.from('\uFEFF<html><title>Log in</title>', 'utf16le'), 'a web page instead: "Log in"'],
			['application/pdf', '<?xml version="1.0"?>\n<!DOCTYPE html><html>', 'a web page instead'],
			['application/pdf', '<html', 'a web page instead'],
			['video/mp4', '<center><h1>502 Bad Gateway</h1></center>', 'a web page instead'],
			['video/mp4', '<noscript>Turn on JavaScript</noscript>', 'a web page instead'],
			['text/html', 'You are offline', 'a web page instead'],
			['application/json', '{"message":"No such file"}', 'a JSON message instead: "No such file"'],
			['application/problem+json', '{"title":"Nope"}', 'a JSON message instead: "Nope"'],
			['video/mp4', '\n{ "error" : "Nope" }', 'a JSON message instead: "Nope"'],
			[
				'binary/octet-stream',
				`{"error":"No file at https://x.example.com/a?${SECRET}"}`,
				'a JSON message instead: "No file at https://x.example.com/a"',
			],
			[
				'application/json',
				'{"detail":"Signature 5f2b8c7d9e01 is unknown"}',
				'a JSON message instead: "Signature *** is unknown"',
			],
			[
				'application/xml',
				'<?xml version="1.0"?><Error><Code>SlowDown</Code><Message>Reduce your rate</Message></Error>',
				'an XML message instead: "Reduce your rate"',
			],
			['video/mp4', '<Error><Code>Internal</Code></Error>', 'an XML message instead: "Internal"'],
			['text/plain', 'Not available', 'text instead'],
			['video/mp4', 'Please log in.', 'text instead'],
			['application/octet-stream', '"Not found"', 'text instead'],
			['', 'Not found', 'text instead'],
			['video/mp4', PDF, 'a file of the type application/pdf instead'],
			['image/png', PNG, 'a file of the type image/png instead'],
			[
				'video/mp4',
				'#EXTM3U\n#EXT-X-VERSION:3\n',
				'a playlist (HLS) instead, which only has links to the parts of the recording',
			],
			['video/mp4', '', 'an empty file (0 bytes)'],
		])('is refused: %s %s', async (type, content, what) => {
			pages['/a.mp4'] = file(content, { 'content-type': type });
			const error = await failure(`${origin}/a.mp4?${SECRET}`, { holds: 'recording' });
			expect(error).toBeInstanceOf(NodeOperationError);
			expect(error).not.toBeInstanceOf(ExpiredLink);
			expect(error.message).toBe(`The file report-1 was not downloaded: 127.0.0.1 sent ${what}`);
			expect(error.description).toBeTruthy();
			expect(`${error.message} ${error.description}`).not.toContain('5f2b8c7d9e01');
			expect(received).toHaveLength(1);
		});

		it('is refused when its header says that it is empty', async () => {
			pages['/a.mp4'] = file('', { 'content-length': '0' });
			await expect(failure(`${origin}/a.mp4`)).resolves.toMatchObject({
				message: 'The file report-1 was not downloaded: 127.0.0.1 sent an empty file (0 bytes)',
			});
		});

		it.each<[string, string | Buffer, string]>([
			['application/pdf', 'Report generation failed', 'text instead'],
			['application/octet-stream', 'Report generation failed', 'text instead'],
			['application/pdf', MP4, 'a file of the type video/mp4 instead'],
			['application/pdf', Buffer.from([0, 1, 2]), 'no PDF'],
		])('is refused where a PDF was made: %s %s', async (type, content, what) => {
			pages['/a'] = file(content, { 'content-type': type });
			const { message } = await failure(`${origin}/a`, { holds: 'pdf' });
			expect(message).toBe(`The file report-1 was not downloaded: 127.0.0.1 sent ${what}`);
		});

		it.each([
			['application/pdf', 'No such resume'],
			['image/png', 'Not found'],
			['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '"Not found"'],
		])('is refused where text is declared to be %s', async (type, content) => {
			pages['/a'] = file(content, { 'content-type': type });
			const { message } = await failure(`${origin}/a`);
			expect(message).toBe('The file report-1 was not downloaded: 127.0.0.1 sent text instead');
		});

		it.each<[string, Buffer, string, string]>([
			['application/pdf', MP4, 'mp4', 'video/mp4'],
			['application/pdf', PNG, 'png', 'image/png'],
			['application/msword', PDF, 'pdf', 'application/pdf'],
			['video/mp4', WEBM, 'mp4', 'video/mp4'],
		])('is what its bytes are beyond doubt, under %s: %s', async (type, content, ending, mimeType) => {
			pages['/a'] = file(content, { 'content-type': type });
			await expect(download(`${origin}/a`)).resolves.toMatchObject({
				fileName: `report-1.${ending}`,
				mimeType,
			});
		});

		it.each([
			[201, 'it came with status 201'],
			[202, 'it is not ready yet (status 202)'],
			[204, 'the answer is empty (status 204)'],
			[205, 'the answer is empty (status 205)'],
			[206, 'only a part of it came (status 206)'],
		])('is refused by status %d', async (status, reason) => {
			pages['/a.mp4'] = (response) =>
				void response.writeHead(status).end(status === 204 || status === 205 ? undefined : MP4);
			await expect(failure(`${origin}/a.mp4`)).resolves.toMatchObject({
				message: `The file could not be downloaded: ${reason}`,
			});
			expect(received).toHaveLength(1);
		});

		it.each([['a resume in plain text\n'], ['{\\rtf1\\ansi a resume}'], ['[1] A resume']])(
			'may be a resume: %s',
			async (content) => {
				pages['/a'] = file(content, { 'content-type': 'text/plain' });
				const binary = await download(`${origin}/a`);
				expect(String(await bytesOf(binary))).toBe(content);
			},
		);

		it.each([['<!---->'.repeat(700)], ['<title '.repeat(700)], ['{'.repeat(5000)], ['"\\'.repeat(2500)]])(
			'does not keep n8n busy with %.9s…',
			async (content) => {
				pages['/a'] = file(content, { 'content-type': 'application/json' });
				const start = Date.now();
				await expect(failure(`${origin}/a`)).resolves.toBeInstanceOf(NodeOperationError);
				expect(Date.now() - start).toBeLessThan(1000);
			},
		);

		it('has an expired link when the message says so', async () => {
			pages['/a.mp4'] = file('{"error":"jwt expired"}', { 'content-type': 'application/json' });
			await expect(failure(`${origin}/a.mp4`)).resolves.toBeInstanceOf(ExpiredLink);
		});
	});

	describe('that does not come at once', () => {
		const drop: Respond = (response) => {
			response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': 300_000 });
			response.write(Buffer.alloc(100_000), () => response.destroy());
		};
		const status =
			(code: number, headers: Record<string, string> = {}): Respond =>
			(response) =>
				void response.writeHead(code, headers).end();
		const waits = () => jest.mocked(sleep).mock.calls.map(([ms]) => ms);

		it.each<[string, Respond]>([
			['broken off', drop],
			['cut before the first byte', (response) => void response.destroy()],
			['answered with 500', status(500)],
			['answered with 503', status(503)],
			['answered with 429', status(429)],
			['answered with 408', status(408)],
		])('is asked for once more, from the start, when it was %s', async (_name, first) => {
			const content = randomBytes(300_000);
			pages['/a.mp4'] = inTurn(first, file(content));
			expect(content.equals(await bytesOf(await download(`${origin}/a.mp4`)))).toBe(true);
			expect(received.map(({ headers }) => headers.range)).toEqual([undefined, undefined]);
			expect(waits()).toEqual([1000]);
		});

		it.each<[string, Respond, string]>([
			['broken off', drop, 'The file report-1 broke off while it was downloaded'],
			['answered with 503', status(503), 'The file could not be downloaded (status 503)'],
		])('is not asked for a third time when it was %s', async (_name, always, message) => {
			pages['/a.mp4'] = always;
			await expect(failure(`${origin}/a.mp4`)).resolves.toMatchObject({ message });
			expect(received).toHaveLength(2);
		});

		it.each([
			['2', 2000],
			['3600', 30_000],
			['0', 1000],
			['soon', 1000],
			['-5', 1000],
			[new Date(Date.now() + 3_600_000).toUTCString(), 30_000],
			[new Date(Date.now() - 3_600_000).toUTCString(), 1000],
		])('is waited for as Retry-After: %s says, up to 30 s', async (retryAfter, ms) => {
			pages['/a.mp4'] = inTurn(status(429, { 'retry-after': retryAfter }), file(MP4));
			await download(`${origin}/a.mp4`);
			expect(waits()).toEqual([ms]);
		});

		it('is asked for once more behind a redirect from the first link', async () => {
			pages['/a'] = redirect('/b.mp4');
			pages['/b.mp4'] = inTurn(status(503), file(MP4));
			await download(`${origin}/a`);
			expect(received.map(({ path }) => path)).toEqual(['/a', '/b.mp4', '/a', '/b.mp4']);
		});

		// A film does not get smaller: more bytes are announced than are unpacked.
		it.each([Buffer.from('x'.repeat(50_000)), randomBytes(50_000)])(
			'is whole when it is packed, and has broken off when a part of that is missing',
			async (content) => {
				const packed = gzipSync(content);
				const headers = { 'content-encoding': 'gzip', 'content-length': String(packed.length) };
				pages['/a.txt'] = file(packed, headers);
				expect(content.equals(await bytesOf(await download(`${origin}/a.txt`)))).toBe(true);
				expect(received[0].headers['accept-encoding']).toBe('identity');
				pages['/b.txt'] = (response) => {
					response.writeHead(200, headers);
					response.write(packed.subarray(0, packed.length - 20), () => response.destroy());
				};
				await expect(failure(`${origin}/b.txt`)).resolves.toMatchObject({
					message: expect.stringContaining('broke off') as string,
				});
			},
		);

		it('has broken off when nothing more comes', async () => {
			const timeout = jest
				.spyOn(AbortSignal, 'timeout')
				.mockImplementation((ms) => (expect(ms).toBe(30_000), quickSignal()));
			const content = randomBytes(300_000);
			pages['/a.mp4'] = inTurn((response) => {
				response.writeHead(200, { 'content-type': 'video/mp4' });
				response.write(content.subarray(0, 100_000));
			}, file(content));
			const binary = await download(`${origin}/a.mp4`);
			timeout.mockRestore();
			expect(content.equals(await bytesOf(binary))).toBe(true);
			expect(received).toHaveLength(2);
		});
	});

	describe('on an address that is not public HTTPS', () => {
		const refused = {
			message: 'The file is not downloaded: its link does not lead to a public HTTPS address',
		};

		it.each([
			...words(`
				http://files.example.com/a.pdf ftp://files.example.com/a.pdf file:///etc/hostname https://10.0.0.1/a.pdf
				https://192.168.1.1/a.pdf https://169.254.169.254/latest/meta-data https://[::1]/a.pdf https://[fd00::1]/a.pdf
				https://[::ffff:10.0.0.1]/a.pdf https://2130706433/a.pdf https://0x7f.1/a.pdf
			`),
			...['https://intranet/a.pdf', 'https://files.internal/a.pdf', 'no address', ''],
		])('is refused: %s', async (url) => {
			await expect(download(url, { allowsLoopback: false })).rejects.toMatchObject(refused);
		});

		it('is refused on this machine, unless the vendor is there itself', async () => {
			pages['/a.pdf'] = file(PDF);
			const url = `${origin}/a.pdf`;
			await expect(download(url, { allowsLoopback: false })).rejects.toMatchObject(refused);
			expect(received).toEqual([]);
			await expect(download(url, { allowsLoopback: true })).resolves.toBeDefined();
		});

		it.each([
			...words('https://10.0.0.1/a http://192.168.1.1/a http://files.example.com/a //169.254.169.254/latest'),
			'file:///etc/hostname',
		])('is refused after a redirect to %s, also for a vendor on this machine', async (location) => {
			pages['/a.pdf'] = redirect(location);
			await expect(download(`${origin}/a.pdf`)).rejects.toMatchObject(refused);
			expect(received).toHaveLength(1);
		});

		it('is named in the advice without its path and query, which hold a signature', async () => {
			await expect(
				download('http://files.example.com/secret?signature=secret', { allowsLoopback: false }),
			).rejects.toMatchObject({ description: 'The link begins with http://files.example.com.' });
		});
	});

	describe('behind redirects', () => {
		it.each([301, 302, 303, 307, 308])('is followed after a %d, also a relative one', async (status) => {
			pages['/a.pdf'] = redirect('../b/c', status);
			pages['/b/c'] = file(PDF, { 'content-type': 'application/pdf' });
			const binary = await download(`${origin}/a.pdf`);
			expect(PDF.equals(await bytesOf(binary))).toBe(true);
			expect(received.map(({ path }) => path)).toEqual(['/a.pdf', '/b/c']);
		});

		it.each([
			[5, null],
			[6, 'The file is behind too many redirects'],
		])('may be behind five of them: %d', async (count, message) => {
			for (let step = 0; step < count; step++) pages[`/${step}`] = redirect(`/${step + 1}`);
			pages[`/${count}`] = file('x');
			const outcome = await download(`${origin}/0`).then(
				() => null,
				(error: Error) => error.message,
			);
			expect(outcome).toBe(message);
			expect(received).toHaveLength(6);
		});

		it('is not found without an address', async () => {
			pages['/a.pdf'] = (response) => void response.writeHead(302).end();
			await expect(download(`${origin}/a.pdf`)).rejects.toThrow(
				'The file could not be downloaded (status 302)',
			);
		});
	});

	describe('that is too large', () => {
		const tooLarge = {
			message: 'The file report-1 is larger than 1 MB',
			description: 'Raise Maximum File Size in the options of this node.',
		};

		it('is refused by its header, before it is read', async () => {
			// Never ended: a reader that goes on waits forever.
			pages['/a.pdf'] = (response) => {
				response.writeHead(200, { 'content-length': MEGABYTE + 1 });
				response.write('x');
			};
			await expect(download(`${origin}/a.pdf`)).rejects.toMatchObject(tooLarge);
		});

		it('is refused by counting when the header is missing', async () => {
			pages['/a.pdf'] = (response) => {
				response.writeHead(200);
				response.write(Buffer.alloc(MEGABYTE));
				response.write('x');
			};
			await expect(download(`${origin}/a.pdf`)).rejects.toMatchObject(tooLarge);
		});

		it('is refused above 64 MB where n8n 1.x keeps files in memory, and the setting is named', async () => {
			const context = executeContext(NODE_TYPE);
			const keepInMemory = async (content: AsyncIterable<Buffer> | Buffer): Promise<IBinaryData> => {
				let size = 0;
				if (!Buffer.isBuffer(content)) for await (const chunk of content) size += chunk.length;
				return { data: '', mimeType: 'application/pdf', bytes: size };
			};
			jest.spyOn(context.helpers, 'prepareBinaryData').mockImplementation(keepInMemory as never);
			const attempt = async (megabytes: number) => {
				pages['/a.pdf'] = file(Buffer.alloc(megabytes * MEGABYTE));
				return await downloadFile(
					context,
					{ url: `${origin}/a.pdf`, baseName: 'report-1' },
					{ maximumMegabytes: 100, allowsLoopback: true },
				);
			};
			await expect(attempt(64)).resolves.toMatchObject({ bytes: 64 * MEGABYTE });
			await expect(attempt(65)).rejects.toMatchObject({
				message: 'The file report-1 is larger than 64 MB, and this n8n keeps files in memory',
				description: expect.stringContaining('N8N_DEFAULT_BINARY_DATA_MODE=filesystem') as string,
			});
			await expect(download(`${origin}/a.pdf`, { maximumMegabytes: 100 })).resolves.toMatchObject({
				bytes: 65 * MEGABYTE,
			});
		});

		it('is one byte larger than the limit', async () => {
			pages['/a.pdf'] = file(Buffer.alloc(MEGABYTE));
			await expect(download(`${origin}/a.pdf`)).resolves.toMatchObject({ bytes: MEGABYTE });
		});
	});

	describe('that is not there', () => {
		it.each([{ 'content-length': '1000' }, {}])(
			'is not kept in part when the connection breaks: %j',
			async (headers) => {
				pages['/a.pdf'] = (response) => {
					response.writeHead(200, headers);
					response.write('x', () => response.destroy());
				};
				await expect(download(`${origin}/a.pdf`)).rejects.toThrow();
			},
		);

		it.each([401, 403, 404, 410])('has an expired link by status %d', async (status) => {
			pages['/a.pdf'] = (response) => void response.writeHead(status).end('gone');
			const error = await download(`${origin}/a.pdf`).catch((caught: unknown) => caught);
			expect(error).toBeInstanceOf(ExpiredLink);
			expect(error).toMatchObject({
				message: `The link to the file does not work any more (status ${status})`,
				description: expect.stringContaining('Fetch the report again'),
			});
		});

		it.each([
			['<Error><Code>ExpiredToken</Code></Error>'],
			['<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>'],
			[
				'<Error><Code>AuthenticationFailed</Code><AuthenticationErrorDetail>Signed expiry time [Mon] has to be after',
			],
			['{"statusCode":"400","error":"InvalidJWT","message":"\\"exp\\" claim timestamp check failed"}'],
			['{"statusCode":"404","error":"not_found","message":"Object not found"}'],
			['URL signature expired'],
		])('has an expired link by status 400 and %s', async (body) => {
			pages['/a.pdf'] = (response) => void response.writeHead(400).end(body);
			await expect(failure(`${origin}/a.pdf`)).resolves.toMatchObject({
				constructor: ExpiredLink,
				message: 'The link to the file does not work any more (status 400)',
			});
			expect(received).toHaveLength(1);
		});

		it('is not read on for an error that does not end', async () => {
			let sent = 0;
			pages['/a.pdf'] = (response) => {
				response.writeHead(400, { 'content-type': 'text/plain' });
				const more = () => {
					sent += 65_536;
					if (!response.destroyed) response.write(Buffer.alloc(65_536, 'x'), more);
				};
				more();
			};
			await expect(failure(`${origin}/a.pdf`)).resolves.toMatchObject({
				message: 'The file could not be downloaded (status 400)',
			});
			expect(sent).toBeLessThan(20 * MEGABYTE);
		});

		it.each([400, 429, 500, 503])('has a failing server by status %d', async (status) => {
			pages['/a.pdf'] = (response) => void response.writeHead(status).end();
			const error = await download(`${origin}/a.pdf`).catch((caught: unknown) => caught);
			expect(error).toBeInstanceOf(NodeOperationError);
			expect(error).not.toBeInstanceOf(ExpiredLink);
			expect(error).toMatchObject({ message: `The file could not be downloaded (status ${status})` });
		});
	});
});

/** As `AbortSignal.timeout`, in a fifth of a second. */
function quickSignal(): AbortSignal {
	const abort = new AbortController();
	setTimeout(() => abort.abort(), 200);
	return abort.signal;
}
