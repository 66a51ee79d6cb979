import type { Answer, Call, Service } from './proxy';

export interface StoredFile {
	name: string;
	parents: string[];
	content: Buffer;
}

const UPLOADS = '/upload/drive/v3/files';
const SESSIONS = '/upload/session/';

/** Google Drive, as far as uploading goes: to an address that the first request gives, in chunks. */
export class GoogleDrive {
	readonly files: StoredFile[] = [];

	readonly service: Service = (call) => {
		if (call.path.startsWith(SESSIONS)) return this.receive(call);
		if (call.headers.authorization !== 'Bearer google-stand-in') return { status: 401, json: {} };
		if (call.method === 'POST' && call.path === UPLOADS) {
			return call.query.get('uploadType') === 'resumable' ? this.open(call) : undefined;
		}
		const [, id] = /^\/drive\/v3\/files\/(\d+)$/.exec(call.path) ?? [];
		if (call.method !== 'PATCH' || !id) return undefined;
		return { json: { id, kind: 'drive#file', name: this.files[Number(id)].name } };
	};

	private open({ body }: Call): Answer {
		const id = this.store(body.toString());
		return { headers: { location: `https://www.googleapis.com${SESSIONS}${id}` }, json: {} };
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
