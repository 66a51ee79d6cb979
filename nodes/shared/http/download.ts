import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isLoopbackHost, isPrivateHost } from './address';

/** A readable stream of Node, of which only this is used. */
type Bytes = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

interface BytesStream {
	map(each: (chunk: Buffer) => Buffer): unknown;
	destroy(): void;
}

const TIMEOUT_MS = 30_000;
const MAXIMUM_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
const BYTES_PER_MB = 1024 * 1024;

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
	const { body, headers } = await openFile(context, url, allowsLoopback);
	const limit = maximumMegabytes * BYTES_PER_MB;
	const tooLarge = () =>
		new NodeOperationError(context.getNode(), `The file ${baseName} is larger than ${maximumMegabytes} MB`, {
			description: 'Raise Maximum File Size in the options of this node.',
		});
	if (Number(headers['content-length']) > limit) {
		body.destroy();
		throw tooLarge();
	}
	let received = 0;
	const counted = body.map((chunk) => {
		received += chunk.length;
		if (received > limit) throw tooLarge();
		return chunk;
	});
	const mimeType = String(headers['content-type'] ?? '')
		.split(';')[0]
		.trim();
	const isSpecific = mimeType !== '' && mimeType !== 'application/octet-stream';
	return await context.helpers.prepareBinaryData(
		counted as Bytes,
		`${baseName}${endingOf(url)}`,
		isSpecific ? mimeType : undefined,
	);
}

async function openFile(context: IExecuteFunctions, first: string, allowsLoopback: boolean) {
	let url = first;
	for (let redirects = 0; redirects <= MAXIMUM_REDIRECTS; redirects++) {
		requireSafeUrl(context, url, allowsLoopback);
		const answer = (await context.helpers.httpRequest({
			url,
			encoding: 'stream',
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
		})) as { statusCode: number; headers: IDataObject; body: BytesStream };
		if (answer.statusCode >= 200 && answer.statusCode < 300) return answer;
		answer.body.destroy();
		const { location } = answer.headers;
		if (!REDIRECTS.includes(answer.statusCode) || typeof location !== 'string') {
			throw refusal(context, answer.statusCode);
		}
		url = new URL(location, url).toString();
	}
	throw new NodeOperationError(context.getNode(), 'The file is behind too many redirects');
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
