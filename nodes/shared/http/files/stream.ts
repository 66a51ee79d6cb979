import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** A readable stream of Node, of which only this is used. */
type Bytes = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

interface BytesStream extends AsyncIterable<Buffer> {
	/** A class of Node's streams, which nodes may not import; each of them can make one. */
	constructor: { from(chunks: AsyncIterable<Buffer>): Bytes };
}

/** An answer whose body has not been read, and the way to hang up. */
export interface OpenFile {
	/** Where it came from, after all redirects. */
	url: string;
	statusCode: number;
	headers: IDataObject;
	body: BytesStream;
	hangUp(): void;
}

/** n8n's own timeout ends when the headers are there: what stalls later would be waited for without end. */
const STALL_MS = 30_000;

/** n8n waits for the disk after each piece that it is given; what comes from the network are pieces of 16 kB. */
const PIECE_BYTES = 1024 * 1024;

/**
 * The body as it comes. Fails when the connection breaks, and when nothing comes for 30 to 60 s. That less came than was announced
 * is for Node to see: a film that storage keeps packed is announced with more bytes than n8n unpacks.
 *
 * @param broken the error for all of them
 */
export async function* receivedBytes(
	{ body, hangUp }: OpenFile,
	broken: () => Error,
): AsyncGenerator<Buffer> {
	const next = patiently(body[Symbol.asyncIterator](), hangUp);
	const fail = () => {
		throw broken();
	};
	for (;;) {
		const { value, done } = await next().catch(fail);
		if (done) return;
		yield value;
	}
}

/** The next chunk; hangs up, which ends the stream with an error, when one is waited for too long. */
function patiently(
	chunks: AsyncIterator<Buffer>,
	hangUp: () => void,
): () => Promise<IteratorResult<Buffer, undefined>> {
	let turn = 0;
	let isWaiting = false;
	let isWatched = false;
	const watch = () => {
		isWatched = true;
		const seen = turn;
		AbortSignal.timeout(STALL_MS).addEventListener('abort', () => {
			isWatched = false;
			if (!isWaiting) return;
			if (seen === turn) hangUp();
			else watch();
		});
	};
	return async () => {
		turn++;
		isWaiting = true;
		if (!isWatched) watch();
		try {
			return await chunks.next();
		} finally {
			isWaiting = false;
		}
	};
}

/** The same bytes; fails with the error as soon as there are more than the limit. */
export async function* limited(
	chunks: AsyncIterable<Buffer>,
	limit: number,
	exceeded: () => Error,
): AsyncGenerator<Buffer> {
	let left = limit;
	for await (const chunk of chunks) {
		left -= chunk.length;
		if (left < 0) throw exceeded();
		yield chunk;
	}
}

/** The same bytes; asks, once more than so many have come, whether it may go on. @param ask throws when not */
export async function* askingAfter(
	chunks: AsyncIterable<Buffer>,
	bytes: number,
	ask: () => Promise<void>,
): AsyncGenerator<Buffer> {
	let size = 0;
	for await (const chunk of chunks) {
		const isAsked = size > bytes;
		size += chunk.length;
		if (!isAsked && size > bytes) await ask();
		yield chunk;
	}
}

/** So many of the first bytes, or fewer if that is all, and the whole as a stream that begins with them. */
export async function withHead(
	chunks: AsyncGenerator<Buffer>,
	bytes: number,
): Promise<{ head: Buffer; all: AsyncGenerator<Buffer> }> {
	const read: Buffer[] = [];
	for (let size = 0; size < bytes;) {
		const { value, done } = await chunks.next();
		if (done) break;
		read.push(value);
		size += value.length;
	}
	const start = Buffer.concat(read);
	return { head: start.subarray(0, bytes), all: continued(start, chunks) };
}

async function* continued(start: Buffer, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	yield start;
	yield* chunks;
}

/** The same bytes in fewer pieces. */
export async function* inLargePieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let piece: Buffer[] = [];
	let size = 0;
	for await (const chunk of chunks) {
		piece.push(chunk);
		size += chunk.length;
		if (size < PIECE_BYTES) continue;
		yield Buffer.concat(piece);
		piece = [];
		size = 0;
	}
	if (size > 0) yield Buffer.concat(piece);
}
