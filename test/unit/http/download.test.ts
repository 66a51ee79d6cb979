import { randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';

import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService, ExecuteContext } from 'n8n-core';
import type {
	IBinaryData,
	IExecuteData,
	INode,
	INodeType,
	INodeTypes,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { NodeOperationError, Workflow } from 'n8n-workflow';

import { downloadFile, ExpiredLink } from '../../../nodes/shared/http/download';

const MEGABYTE = 1024 * 1024;

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
	});

	const download = async (
		url: string,
		{ maximumMegabytes = 1, allowsLoopback = true, baseName = 'report-1' } = {},
	): Promise<IBinaryData> =>
		await downloadFile(executeContext(), { url, baseName }, maximumMegabytes, allowsLoopback);

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
			const content = 'x'.repeat(300_000);
			pages['/a/b.pdf'] = file(content, { 'content-type': 'application/pdf; charset=binary' });
			const binary = await download(`${origin}/a/b.pdf?X-Amz-Signature=1.zip`);
			expect(binary).toMatchObject({ fileName: 'report-1.pdf', mimeType: 'application/pdf' });
			expect(String(await bytesOf(binary))).toBe(content);
		});

		it('is kept whole when it comes in many pieces', async () => {
			const content = randomBytes(2.5 * MEGABYTE);
			pages['/a.mp4'] = file(content);
			const binary = await download(`${origin}/a.mp4`, { maximumMegabytes: 3 });
			expect(content.equals(await bytesOf(binary))).toBe(true);
		});

		it.each([['application/octet-stream'], [undefined]])(
			'gets the type of its ending when the server says %s',
			async (type) => {
				pages['/a.mp4'] = file('film', type === undefined ? {} : { 'content-type': type });
				await expect(download(`${origin}/a.mp4`)).resolves.toMatchObject({
					fileName: 'report-1.mp4',
					mimeType: 'video/mp4',
				});
			},
		);

		it.each([['/file'], ['/file.'], ['/v1.2/file'], ['/file.longending']])(
			'has a name without an ending at %s',
			async (path) => {
				pages[path] = file('x', { 'content-type': 'video/webm' });
				await expect(download(origin + path)).resolves.toMatchObject({
					fileName: 'report-1',
					mimeType: 'video/webm',
				});
			},
		);

		it('is asked for once, without anything of the credential', async () => {
			pages['/a.pdf'] = file('x');
			await download(`${origin}/a.pdf`);
			expect(received).toHaveLength(1);
			expect(Object.keys(received[0].headers)).not.toEqual(
				expect.arrayContaining([expect.stringMatching(/^(authorization|cookie|x-api-key)$/)]),
			);
		});
	});

	describe('on an address that is not public HTTPS', () => {
		const refused = {
			message: 'The file is not downloaded: its link does not lead to a public HTTPS address',
		};

		it.each([
			['http://files.example.com/a.pdf'],
			['ftp://files.example.com/a.pdf'],
			['file:///etc/hostname'],
			['https://10.0.0.1/a.pdf'],
			['https://192.168.1.1/a.pdf'],
			['https://169.254.169.254/latest/meta-data'],
			['https://[::1]/a.pdf'],
			['https://[fd00::1]/a.pdf'],
			['https://[::ffff:10.0.0.1]/a.pdf'],
			['https://2130706433/a.pdf'],
			['https://0x7f.1/a.pdf'],
			['https://intranet/a.pdf'],
			['https://files.internal/a.pdf'],
			['no address'],
			[''],
		])('is refused: %s', async (url) => {
			await expect(download(url, { allowsLoopback: false })).rejects.toMatchObject(refused);
		});

		it('is refused on this machine, unless the vendor is there itself', async () => {
			pages['/a.pdf'] = file('x');
			const url = `${origin}/a.pdf`;
			await expect(download(url, { allowsLoopback: false })).rejects.toMatchObject(refused);
			expect(received).toEqual([]);
			await expect(download(url, { allowsLoopback: true })).resolves.toBeDefined();
		});

		it.each([
			['https://10.0.0.1/a.pdf'],
			['http://192.168.1.1/a.pdf'],
			['http://files.example.com/a.pdf'],
			['//169.254.169.254/latest'],
			['file:///etc/hostname'],
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
			pages['/b/c'] = file('x', { 'content-type': 'application/pdf' });
			const binary = await download(`${origin}/a.pdf`);
			expect(String(await bytesOf(binary))).toBe('x');
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
			// Never ended: whoever reads on waits for ever.
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

		it.each([400, 429, 500, 503])('has a failing server by status %d', async (status) => {
			pages['/a.pdf'] = (response) => void response.writeHead(status).end();
			const error = await download(`${origin}/a.pdf`).catch((caught: unknown) => caught);
			expect(error).toBeInstanceOf(NodeOperationError);
			expect(error).not.toBeInstanceOf(ExpiredLink);
			expect(error).toMatchObject({ message: `The file could not be downloaded (status ${status})` });
		});
	});
});

function executeContext(): ExecuteContext {
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: 'node',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const nodeType = { description: { properties: [] } } as unknown as INodeType;
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		} as INodeTypes,
	});
	return new ExecuteContext(
		workflow,
		node,
		{ executionId: 'execution' } as IWorkflowExecuteAdditionalData,
		'manual',
		{ resultData: { runData: {} } } as unknown as IRunExecutionData,
		0,
		[],
		{ main: [[]] },
		{ data: { main: [[]] }, node, source: null } as IExecuteData,
		[],
	);
}
