import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError, sleep } from 'n8n-workflow';

import { whatCameInstead, type FileContent, type Instead } from './files/instead';
import { endingsOf, safeFileName } from './files/name';
import { expiredLink, interrupted, InterruptedDownload, openFile, type Limits } from './files/open';
import { askingAfter, inLargePieces, limited, receivedBytes, withHead, type OpenFile } from './files/stream';
import { typeAndEnding, typeOfBytes } from './files/type';

export { ExpiredLink, type Limits } from './files/open';

const BYTES_PER_MB = 1024 * 1024;

/** Enough to know a web page, an error or the type of a film by. */
const HEAD_BYTES = 4096;

/** n8n 1.x keeps files in memory unless it is set otherwise; at 200 MB it lost its database (seen on 1.123.81). */
const MOST_IN_MEMORY_MB = 64;

export interface FileToDownload {
	url: string;
	/** Without an ending, which comes from the link, the headers or the type. It need not be safe for file systems. */
	baseName: string;
	/** What the vendor documents it to be, where that is one kind: anything else is an error. */
	holds?: FileContent;
}

/**
 * Streams a file of a vendor into n8n's binary data. HTTPS only, never with the vendor's key, never from a
 * private address (checked again after every redirect; names are not looked up), never more than the limit. A download
 * that breaks off, stalls or is answered with 408, 429 or 5xx is tried once more from the start, after 1 s or what
 * `Retry-After` asks for, up to 30 s.
 *
 * @throws ExpiredLink on 401, 403, 404, 410, and where an error's text says so; NodeOperationError otherwise, also for
 *   more than 64 MB where n8n keeps files in memory, and when a web page, an error, nothing or a part came in the place
 *   of the file
 */
export async function downloadFile(
	context: IExecuteFunctions,
	file: FileToDownload,
	limits: Limits,
): Promise<IBinaryData> {
	const attempt = async () => await store(context, file, await openFile(context, file.url, limits), limits);
	return await attempt().catch(async (error: Error) => {
		if (!(error instanceof InterruptedDownload)) throw error;
		await sleep(error.waitMs);
		return await attempt();
	});
}

async function store(
	context: IExecuteFunctions,
	{ url, baseName, holds }: FileToDownload,
	answer: OpenFile,
	{ maximumMegabytes }: Limits,
): Promise<IBinaryData> {
	const { headers, body, hangUp } = answer;
	const limit = maximumMegabytes * BYTES_PER_MB;
	const broken = () => interrupted(context, `The file ${baseName} broke off while it was downloaded`);
	const exceeded = () => tooLarge(context, baseName, maximumMegabytes);
	try {
		if (Number(headers['content-length']) > limit) throw exceeded();
		const bytes = limited(receivedBytes(answer, broken), limit, exceeded);
		const bearable = askingAfter(bytes, MOST_IN_MEMORY_MB * BYTES_PER_MB, async () => {
			if (await keepsFilesInMemory(context)) throw tooLargeForMemory(context, baseName);
		});
		const { head, all } = await withHead(bearable, HEAD_BYTES);
		const endings = endingsOf([answer.url, url], headers['content-disposition']);
		const { mimeType, ending } = typeAndEnding(headers['content-type'], endings, typeOfBytes(head));
		const instead = whatCameInstead(mimeType, head, answer.url, holds);
		if (instead !== null) throw noFile(context, baseName, answer.url, instead);
		return await context.helpers.prepareBinaryData(
			body.constructor.from(inLargePieces(all)),
			safeFileName(baseName, ending),
			mimeType,
		);
	} catch (error) {
		hangUp();
		if (error instanceof NodeOperationError) throw new NodeOperationError(context.getNode(), error);
		throw notStored(context, baseName, error as Error);
	}
}

function noFile(
	context: IExecuteFunctions,
	baseName: string,
	url: string,
	{ what, says, isExpired }: Instead,
): NodeOperationError {
	const sent = `${new URL(url).hostname} sent ${what}${says === null ? '' : `: "${says}"`}`;
	if (isExpired) return expiredLink(context, sent);
	return new NodeOperationError(context.getNode(), `The file ${baseName} was not downloaded: ${sent}`, {
		description:
			'Fetch the report again for a new link. If the same comes, open the link in a browser: it may ask for a login, or a firewall may be in between.',
	});
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

/** A file that n8n keeps on disk, or anywhere but in the item, has an id. */
async function keepsFilesInMemory(context: IExecuteFunctions): Promise<boolean> {
	const { id } = await context.helpers.prepareBinaryData(Buffer.from('.'), 'where-files-are-kept.txt');
	return id === undefined;
}

function tooLargeForMemory(context: IExecuteFunctions, baseName: string): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`The file ${baseName} is larger than ${MOST_IN_MEMORY_MB} MB, and this n8n keeps files in memory`,
		{
			description:
				'Ask the person who runs n8n to set N8N_DEFAULT_BINARY_DATA_MODE=filesystem and restart it. Files are then kept on disk.',
		},
	);
}

function notStored(context: IExecuteFunctions, baseName: string, { message }: Error): NodeOperationError {
	return new NodeOperationError(context.getNode(), `n8n could not store the file ${baseName}`, {
		description: `It says: ${message}. Check the disk, and the settings for binary data, of this n8n.`,
	});
}
