import { mkdirSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { pipeline, Readable } from 'node:stream';

import { listen } from '../../host/ports';
import { contentOf, typeOf } from '../../simulators/shared/storage';
import { makeCertificate } from '../../test/e2e/services/certificates';

/** Serves one file under every path, over HTTPS as a vendor's storage does. */
export interface FileServer {
	origin: string;
	/** Who downloads has to trust it: what `NODE_EXTRA_CA_CERTS` takes. */
	authorityFile: string;
	stop(): Promise<void>;
}

const FILM = 'film.mp4';

/** Begins as a film does: anything else is refused. The zeros are sent again and again. */
const HEAD = Buffer.from(contentOf(FILM), 'latin1');
const CHUNK = Buffer.alloc(64 * 1024);

/** @param folder where its certificate goes @param bytes how large the file is */
export async function startFileServer(folder: string, bytes: number): Promise<FileServer> {
	const certificates = join(folder, 'certificates');
	mkdirSync(certificates);
	const { key, cert, authorityFile } = makeCertificate(certificates, ['localhost']);
	const server = createServer({ key, cert }, (_request, response) => {
		response.writeHead(200, { 'content-type': typeOf(FILM), 'content-length': bytes });
		pipeline(Readable.from(chunks(bytes)), response, () => {});
	});
	const { port, stop } = await listen(server);
	return {
		origin: `https://localhost:${port}`,
		authorityFile,
		stop,
	};
}

function* chunks(bytes: number): Generator<Buffer> {
	yield HEAD;
	for (let left = bytes - HEAD.length; left > 0; left -= CHUNK.length) yield CHUNK.subarray(0, left);
}
