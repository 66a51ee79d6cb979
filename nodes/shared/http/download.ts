import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isLoopbackHost, isPrivateHost } from './address';

/** A readable stream of Node, of which only this is used. */
type Bytes = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

interface BytesStream extends AsyncIterable<Buffer> {
	/** A class of Node's streams, which nodes may not import; each of them can make one. */
	constructor: { from(chunks: AsyncIterable<Buffer>): Bytes };
}

/** An answer whose body has not been read, and the way to hang up. */
interface OpenFile {
	statusCode: number;
	headers: IDataObject;
	body: BytesStream;
	hangUp(): void;
}

const TIMEOUT_MS = 30_000;
const MAXIMUM_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
const BYTES_PER_MB = 1024 * 1024;

/** n8n waits for the disk after each piece that it is given; what comes from the network are pieces of 16 kB. */
const PIECE_BYTES = BYTES_PER_MB;

export interface FileToDownload {
	url: string;
	/** Without an ending; the ending comes from the URL. */
	baseName: string;
}

/** Thrown when the link does not work any more, so that a fresh one can be asked for. */
export class ExpiredLink extends NodeOperationError {}

/**
 * Streams a file of a vendor into n8n's binary data. HTTPS only, never with the vendor's key, never from a
 * private address (checked again after every redirect; names are not looked up), never more than the limit.
 *
 * @param maximumMegabytes of 1,048,576 bytes
 * @param allowsLoopback for a vendor on this machine, which is a simulator
 * @throws ExpiredLink on 401, 403, 404 and 410; NodeOperationError otherwise
 */
export async function downloadFile(
	context: IExecuteFunctions,
	{ url, baseName }: FileToDownload,
	maximumMegabytes: number,
	allowsLoopback: boolean,
): Promise<IBinaryData> {
	const file = await openFile(context, url, allowsLoopback);
	const limit = maximumMegabytes * BYTES_PER_MB;
	const mimeType = String(file.headers['content-type'] ?? '')
		.split(';')[0]
		.trim();
	const isSpecific = mimeType !== '' && mimeType !== 'application/octet-stream';
	try {
		const exceeded = () => tooLarge(context, baseName, maximumMegabytes);
		if (Number(file.headers['content-length']) > limit) throw exceeded();
		return await context.helpers.prepareBinaryData(
			file.body.constructor.from(inLargePieces(file.body, limit, exceeded)),
			`${baseName}${endingOf(url)}`,
			isSpecific ? mimeType : undefined,
		);
	} catch (error) {
		file.hangUp();
		if (error instanceof NodeOperationError) throw new NodeOperationError(context.getNode(), error);
		throw unreachable(context, `The file ${baseName} broke off while it was downloaded`);
	}
}

/** The same bytes in fewer pieces; fails with the error as soon as there are more than the limit. */
async function* inLargePieces(
	chunks: AsyncIterable<Buffer>,
	limit: number,
	exceeded: () => Error,
): AsyncGenerator<Buffer> {
	let left = limit;
	let piece: Buffer[] = [];
	let size = 0;
	for await (const chunk of chunks) {
		left -= chunk.length;
		if (left < 0) throw exceeded();
		piece.push(chunk);
		size += chunk.length;
		if (size < PIECE_BYTES) continue;
		yield Buffer.concat(piece);
		piece = [];
		size = 0;
	}
	if (size > 0) yield Buffer.concat(piece);
}

function tooLarge(
	context: IExecuteFunctions,
	baseName: string,
	maximumMegabytes: number,
): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`The file ${baseName} is larger than ${maximumMegabytes} MB`,
		{ description: 'Raise Maximum File Size in the options of this node.' },
	);
}

function unreachable(context: IExecuteFunctions, message: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, {
		description: 'Run the workflow again; if it stays so, check the connection of this n8n to the internet.',
	});
}

async function openFile(
	context: IExecuteFunctions,
	first: string,
	allowsLoopback: boolean,
): Promise<OpenFile> {
	let url = first;
	for (let redirects = 0; redirects <= MAXIMUM_REDIRECTS; redirects++) {
		requireSafeUrl(context, url, allowsLoopback);
		const answer = await request(context, url);
		if (answer.statusCode >= 200 && answer.statusCode < 300) return answer;
		answer.hangUp();
		const { location } = answer.headers;
		if (!REDIRECTS.includes(answer.statusCode) || typeof location !== 'string') {
			throw refusal(context, answer.statusCode);
		}
		// What is no URL stays as it is, and is refused above.
		url = URL.canParse(location, url) ? new URL(location, url).toString() : location;
	}
	throw new NodeOperationError(context.getNode(), 'The file is behind too many redirects');
}

async function request(context: IExecuteFunctions, url: string): Promise<OpenFile> {
	const abort = new AbortController();
	try {
		const answer = (await context.helpers.httpRequest({
			url,
			encoding: 'stream',
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			abortSignal: abort.signal,
		})) as Omit<OpenFile, 'hangUp'>;
		return { ...answer, hangUp: () => abort.abort() };
	} catch {
		throw unreachable(context, `The host of the file, ${new URL(url).hostname}, could not be reached`);
	}
}

function requireSafeUrl(context: IExecuteFunctions, url: string, allowsLoopback: boolean): void {
	const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
	if (allowsLoopback && isLoopbackHost(hostname)) return;
	if (protocol === 'https:' && !isPrivateHost(hostname)) return;
	throw new NodeOperationError(
		context.getNode(),
		'The file is not downloaded: its link does not lead to a public HTTPS address',
		{ description: `The link begins with ${protocol}//${hostname}.` },
	);
}

function refusal(context: IExecuteFunctions, status: number): NodeOperationError {
	const description = 'Links to files expire. Fetch the report again, and download its files at once.';
	if ([401, 403, 404, 410].includes(status)) {
		return new ExpiredLink(
			context.getNode(),
			`The link to the file does not work any more (status ${status})`,
			{ description },
		);
	}
	return new NodeOperationError(context.getNode(), `The file could not be downloaded (status ${status})`);
}

function endingOf(url: string): string {
	return /\.[A-Za-z0-9]{1,5}$/.exec(new URL(url).pathname)?.[0] ?? '';
}
