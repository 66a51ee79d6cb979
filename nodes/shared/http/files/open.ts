import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isLoopbackHost, isPrivateHost } from '../address';
import { reasonOf } from '../reasons';
import { askedWaitMs } from '../waiting';
import { saysExpired } from './instead';
import { receivedBytes, withHead, type OpenFile } from './stream';
import { isUrl } from '../isUrl';

export interface Limits {
	/** Of 1,048,576 bytes. */
	maximumMegabytes: number;
	/** For a vendor on this machine, which is a simulator. */
	allowsLoopback: boolean;
}

const TIMEOUT_MS = 30_000;
const WAIT_MS = 1000;
const MAXIMUM_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
/** 203 is a 200 that a proxy passed on. */
const WHOLE_FILE = [200, 203];
const EXPIRED = [401, 403, 404, 410];
/** Of an error's body. */
const READ_BYTES = 4096;

const NO_FILE: Record<number, string> = {
	202: 'it is not ready yet',
	204: 'the answer is empty',
	205: 'the answer is empty',
	206: 'only a part of it came',
};

/** Thrown when the link does not work any more, so a fresh one can be asked for. */
export class ExpiredLink extends NodeOperationError {
	/** How storage said so. */
	reason = '';
}

/** Thrown when the same link may work in a moment. */
export class InterruptedDownload extends NodeOperationError {
	/** How long to wait before. */
	waitMs = WAIT_MS;
}

/** @param reason the status, or what came instead */
export function expiredLink(context: IExecuteFunctions, reason: string): ExpiredLink {
	const error = new ExpiredLink(
		context.getNode(),
		`The link to the file does not work any more (${reason})`,
		{ description: 'Links to files expire. Fetch the report again, and download its files at once.' },
	);
	error.reason = reason;
	return error;
}

/** The connection did not come about, or broke. */
export function interrupted(
	context: IExecuteFunctions,
	message: string,
	cure = 'Run the workflow again; if it stays so, check the connection of this n8n to the internet.',
): InterruptedDownload {
	return new InterruptedDownload(context.getNode(), message, { description: cure });
}

/**
 * Asks for a file: HTTPS only, never with the vendor's key, never from a private address, which is checked again after
 * every redirect. The answer has a status that promises the whole file.
 *
 * @throws ExpiredLink, InterruptedDownload; NodeOperationError otherwise
 */
export async function openFile(context: IExecuteFunctions, first: string, limits: Limits): Promise<OpenFile> {
	let url = first;
	for (let redirects = 0; redirects <= MAXIMUM_REDIRECTS; redirects++) {
		requireSafeUrl(context, url, limits);
		const answer = await request(context, url);
		if (WHOLE_FILE.includes(answer.statusCode)) return answer;
		const { location } = answer.headers;
		if (!REDIRECTS.includes(answer.statusCode) || typeof location !== 'string') {
			throw await refusal(context, answer);
		}
		answer.hangUp();
		// What is no URL stays as it is, and is refused above.
		url = isUrl(location, url) ? new URL(location, url).toString() : location;
	}
	throw new NodeOperationError(context.getNode(), 'The file is behind too many redirects');
}

function requireSafeUrl(context: IExecuteFunctions, url: string, { allowsLoopback }: Limits): void {
	const { protocol, hostname } = isUrl(url) ? new URL(url) : { protocol: '', hostname: '' };
	if (allowsLoopback && isLoopbackHost(hostname)) return;
	if (protocol === 'https:' && !isPrivateHost(hostname)) return;
	throw new NodeOperationError(
		context.getNode(),
		'The file is not downloaded: its link does not lead to a public HTTPS address',
		{ description: `The link begins with ${protocol}//${hostname}.` },
	);
}

async function request(context: IExecuteFunctions, url: string): Promise<OpenFile> {
	const abort = new AbortController();
	try {
		const answer = (await context.helpers.httpRequest({
			url,
			// A body that is packed on the way has another length than was announced.
			headers: { 'accept-encoding': 'identity' },
			encoding: 'stream',
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			abortSignal: abort.signal,
		})) as Omit<OpenFile, 'url' | 'hangUp'>;
		return { ...answer, url, hangUp: () => abort.abort() };
	} catch (error) {
		const { inWords, cure } = reasonOf(error);
		const host = new URL(url).hostname;
		throw interrupted(context, `The host of the file, ${host}, could not be reached (${inWords})`, cure);
	}
}

async function refusal(context: IExecuteFunctions, answer: OpenFile): Promise<NodeOperationError> {
	const { statusCode: status, headers, hangUp } = answer;
	const isExpired = EXPIRED.includes(status) || (status === 400 && saysExpired(await beginningOf(answer)));
	hangUp();
	if (isExpired) return expiredLink(context, `status ${status}`);
	if (status >= 200 && status < 300) {
		const reason = NO_FILE[status]
			? `${NO_FILE[status]} (status ${status})`
			: `it came with status ${status}`;
		return new NodeOperationError(context.getNode(), `The file could not be downloaded: ${reason}`, {
			description: 'Run the workflow again in a few minutes.',
		});
	}
	const message = `The file could not be downloaded (status ${status})`;
	if (status < 500 && status !== 429 && status !== 408) {
		return new NodeOperationError(context.getNode(), message);
	}
	const error = new InterruptedDownload(context.getNode(), message, {
		description: `${new URL(answer.url).hostname} is busy or out of order: run the workflow again later.`,
	});
	error.waitMs = askedWaitMs(headers['retry-after']) ?? WAIT_MS;
	return error;
}

/** Of an error's body as much as is needed to know it; nothing when it breaks off. */
async function beginningOf(answer: OpenFile): Promise<string> {
	const chunks = receivedBytes(answer, () => new Error('The error broke off'));
	return await withHead(chunks, READ_BYTES).then(
		({ head }) => head.toString('utf8'),
		() => '',
	);
}
