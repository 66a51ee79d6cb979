import type { Answer, Call, Service } from './proxy';

interface StoredFile {
	name: string;
	parents: string[];
	content: Buffer;
}

const UPLOADS = '/upload/drive/v3/files';
const SESSIONS = '/upload/session/';

/** Google Drive, as far as uploading goes: to an address that the first request returns, in chunks; or all in one request. */
export class GoogleDrive {
	readonly files: StoredFile[] = [];

	readonly service: Service = (call) => {
		if (call.path.startsWith(SESSIONS)) return this.receive(call);
		if (call.headers.authorization !== 'Bearer google-stand-in') return { status: 401, json: {} };
		if (call.method === 'POST' && call.path === UPLOADS) {
			return call.query.get('uploadType') === 'resumable' ? this.open(call) : this.receiveWhole(call);
		}
		const [, id] = /^\/drive\/v3\/files\/(\d+)$/.exec(call.path) ?? [];
		if (call.method !== 'PATCH' || !id) return undefined;
		return { json: { id, kind: 'drive#file', name: this.files[Number(id)].name } };
	};

	private open({ body }: Call): Answer {
		const id = this.store(body.toString());
		return { headers: { location: `https://www.googleapis.com${SESSIONS}${id}` }, json: {} };
	}

	/** What n8n 1.x sends of a file that it keeps in memory: `multipart/related` with the metadata and the content. */
	private receiveWhole({ headers, body }: Call): Answer | undefined {
		const [, boundary] = /^multipart\/related; boundary=(.+)$/.exec(headers['content-type'] ?? '') ?? [];
		if (!boundary) return undefined;
		// One character for each byte.
		const [, about, content] = body.toString('latin1').split(`--${boundary}`).map(bodyOfPart);
		const id = this.store(about.toString());
		this.files[Number(id)].content = content;
		return { json: { id } };
	}

	private receive({ path, headers, body }: Call): Answer {
		const id = path.slice(SESSIONS.length);
		const file = this.files[Number(id)];
		file.content = Buffer.concat([file.content, body]);
		const [, size] = /\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
		return file.content.length < Number(size) ? { status: 308, json: {} } : { json: { id } };
	}

	private store(about: string): string {
		const { name, parents } = JSON.parse(about) as { name: string; parents: string[] };
		this.files.push({ name, parents, content: Buffer.alloc(0) });
		return String(this.files.length - 1);
	}
}

function bodyOfPart(part: string): Buffer {
	const start = part.indexOf('\r\n\r\n') + 4;
	return Buffer.from(part.slice(start, -2), 'latin1');
}
