import { gzipSync } from 'node:zlib';

import type { Vendor } from '../../simulators/shared/simulator';
import { fixturesOf } from '../fixtures';
import { genuine, startProved, type Proved } from './proved';
import { postRaw } from './rawRequest';
import { TESTED_VENDORS } from './vendors';

const VENDORS = Object.keys(TESTED_VENDORS) as Vendor[];

const JSON_TYPE = 'content-type: application/json';

let proved: Proved;

const startForEachTest = (vendor: Vendor) => {
	beforeEach(async () => {
		proved = await startProved(vendor);
	});

	afterEach(async () => await proved.stop());
};

describe.each(VENDORS)('over HTTP, %s', (vendor) => {
	const [{ text }] = fixturesOf(vendor);
	startForEachTest(vendor);

	it.each<[string, (body: Buffer) => { sent: Buffer; read: Buffer; lines: string[] }]>([
		['as it is', (body) => plain(body)],
		['after a byte order mark', (body) => plain(Buffer.concat([Buffer.from('\ufeff'), body]))],
		['with CRLF', (body) => plain(Buffer.from(body.toString().replace(/\r?\n/g, '\r\n')))],
		[
			'in chunks',
			(body) => ({ ...plain(body), sent: chunked(body), lines: [JSON_TYPE, 'transfer-encoding: chunked'] }),
		],
		[
			'compressed',
			(body) => ({ sent: gzipSync(body), read: body, lines: [JSON_TYPE, 'content-encoding: gzip'] }),
		],
		...[
			'application/json; charset=utf-8',
			'APPLICATION/JSON',
			'application/jsonfoo',
			'application/cloudevents+json',
			'text/plain',
			'application/x-www-form-urlencoded',
			'application/octet-stream',
		].map((type): [string, (body: Buffer) => ReturnType<typeof plain>] => [
			`as ${type}`,
			(body) => ({ ...plain(body), lines: [`content-type: ${type}`] }),
		]),
		[
			'after a byte order mark, as text',
			(body) => ({
				...plain(Buffer.concat([Buffer.from('\ufeff'), body])),
				lines: ['content-type: text/plain'],
			}),
		],
		['without a content type', (body) => ({ ...plain(body), lines: [] })],
	])('is received %s, and refused without its proof', async (_, form) => {
		const { sent, read, lines } = form(Buffer.from(text));
		const { target, lines: proof } = genuine(proved, read);
		await expect(postRaw(proved.url, lines, sent)).resolves.toBe(401);
		expect(proved.workflow.executions).toEqual([]);
		await expect(postRaw(target, [...lines, ...proof], sent)).resolves.toBe(200);
		expect(proved.workflow.events).toHaveLength(1);
	});

	it('is an unrecognized delivery when its body is empty, and refused without its proof', async () => {
		const { target, lines } = genuine(proved, '');
		await expect(postRaw(proved.url, [JSON_TYPE])).resolves.toBe(401);
		await expect(postRaw(target, [JSON_TYPE, ...lines])).resolves.toBe(200);
		expect(proved.workflow.unrecognized).toMatchObject([
			{ raw: null, failure_reason: expect.stringContaining('body') as string },
		]);
	});

	it('is answered when it is multipart, of which n8n returns no bytes to verify', async () => {
		const body = `--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n${text}\r\n--b--\r\n`;
		const { target, lines } = genuine(proved, body);
		const type = 'content-type: multipart/form-data; boundary=b';
		await expect(postRaw(proved.url, [type], body)).resolves.toBe(401);
		await expect(postRaw(target, [type, ...lines], body)).resolves.toBe(
			TESTED_VENDORS[vendor].verification === 'signature' ? 401 : 200,
		);
		expect(proved.workflow.events).toEqual([]);
	});
});

describe.each<Vendor>(['hireflix', 'jobmojito', 'ribbon'])('a header of %s', (vendor) => {
	const [{ text }] = fixturesOf(vendor);
	startForEachTest(vendor);

	it.each<[string, (name: string, proof: string) => string[]]>([
		['sent twice', (name, proof) => [`${name}: ${proof}`, `${name}: ${proof}`]],
		['after a wrong one', (name, proof) => [`${name}: wrong`, `${name}: ${proof}`]],
		['before a wrong one', (name, proof) => [`${name}: ${proof}`, `${name}: wrong`]],
		['before an empty one', (name, proof) => [`${name}: ${proof}`, `${name}:`]],
		['without a value', (name) => [`${name}:`]],
		['in quotation marks', (name, proof) => [`${name}: "${proof}"`]],
		['in the other case', (name, proof) => [`${name}: ${proof.toUpperCase()}`]],
		['cut short', (name, proof) => [`${name}: ${proof.slice(0, -1)}`]],
		['followed by a sign beyond ASCII', (name, proof) => [`${name}: ${proof}\u00a0`]],
		['under a longer name', (name, proof) => [`${name}x: ${proof}`]],
		['under the name with underscores', (name, proof) => [`${name.replace(/-/g, '_')}: ${proof}`]],
	])('proves nothing %s', async (_, lines) => {
		await expect(
			postRaw(proved.url, [JSON_TYPE, ...lines(proved.field, proved.proofOf(text))], text),
		).resolves.toBe(401);
		expect(proved.workflow.executions).toEqual([]);
	});

	it.each<[string, (name: string, proof: string) => string[]]>([
		['folded over two lines', (name, proof) => [`${name}: ${proof.slice(0, 9)}`, ` ${proof.slice(9)}`]],
		['with a space before the colon', (name, proof) => [`${name} : ${proof}`]],
		['with NUL', (name, proof) => [`${name}: ${proof}\0`]],
	])('%s is refused before n8n sees it', async (_, lines) => {
		await expect(
			postRaw(proved.url, [JSON_TYPE, ...lines(proved.field, proved.proofOf(text))], text),
		).resolves.toBe(400);
		expect(proved.workflow.executions).toEqual([]);
	});

	it.each<[string, (name: string, proof: string) => string]>([
		['with white space around it', (name, proof) => `${name}: \t ${proof} \t `],
		['without a space', (name, proof) => `${name}:${proof}`],
		['under its name in capitals', (name, proof) => `${name.toUpperCase()}: ${proof}`],
	])('proves the delivery %s', async (_, line) => {
		const proof = line(proved.field, proved.proofOf(text));
		await expect(postRaw(proved.url, [JSON_TYPE, proof], text)).resolves.toBe(200);
		expect(proved.workflow.executions).toHaveLength(1);
	});
});

describe.each<Vendor>(['heymilo', 'interviewflowai', 'micro1'])('the token in a URL of %s', (vendor) => {
	const [{ text }] = fixturesOf(vendor);
	startForEachTest(vendor);

	it.each<[string, (token: string) => string]>([
		['twice', (token) => `?token=${token}&token=${token}`],
		['after a wrong one', (token) => `?token=wrong&token=${token}`],
		['as a list', (token) => `?token[]=${token}`],
		['as a list with an index', (token) => `?token[0]=${token}`],
		['as a field', (token) => `?token[value]=${token}`],
		['beside an empty list', (token) => `?token=${token}&token[]=`],
		['through the prototype', (token) => `?__proto__[token]=${token}`],
		['under another name', (token) => `?Token=${token}`],
		['after a semicolon', (token) => `?a=1;token=${token}`],
		['in capitals', (token) => `?token=${token.toUpperCase()}`],
		['cut short', (token) => `?token=${token.slice(0, -1)}`],
		['with a space', (token) => `?token=${token}%20`],
		['with a plus sign', (token) => `?token=+${token}`],
		['with NUL', (token) => `?token=${token}%00`],
		['encoded twice', (token) => `?token=${token.replace(/^./, (first) => `%25${hex(first)}`)}`],
		['as nothing', () => '?token='],
		['as a name', () => '?token'],
		['at the end of the path', (token) => `/${token}`],
	])('proves nothing %s', async (_, ending) => {
		const status = await postRaw(proved.url + ending(proved.proofOf('')), [JSON_TYPE], text);
		expect(status).toBe(401);
		expect(proved.workflow.executions).toEqual([]);
	});

	it.each<[string, (token: string) => string]>([
		['after other parameters', (token) => `?a[b]=1&token=${token}&c`],
		['percent-encoded', (token) => `?token=${[...token].map((sign) => `%${hex(sign)}`).join('')}`],
	])('proves the delivery %s', async (_, ending) => {
		await expect(postRaw(proved.url + ending(proved.proofOf('')), [JSON_TYPE], text)).resolves.toBe(200);
		expect(proved.workflow.executions).toHaveLength(1);
	});

	it('proves nothing as a header', async () => {
		const token = proved.proofOf('');
		await expect(postRaw(proved.url, [JSON_TYPE, `token: ${token}`], text)).resolves.toBe(401);
	});
});

function plain(body: Buffer) {
	return { sent: body, read: body, lines: [JSON_TYPE] };
}

function chunked(body: Buffer): Buffer {
	const halves = [body.subarray(0, body.length / 2), body.subarray(body.length / 2)];
	const chunks = halves.flatMap((half) => [
		Buffer.from(`${half.length.toString(16)}\r\n`),
		half,
		Buffer.from('\r\n'),
	]);
	return Buffer.concat([...chunks, Buffer.from('0\r\n\r\n')]);
}

function hex(sign: string): string {
	return sign.charCodeAt(0).toString(16).padStart(2, '0');
}
