import type { Service } from './proxy';

export interface Note {
	properties: { hs_timestamp: string; hs_note_body: string };
	associations: Array<{
		to: { id: string };
		types: Array<{ associationCategory: string; associationTypeId: number }>;
	}>;
}

/** HubSpot, as far as contacts found by their address and notes go. */
export class HubSpot {
	readonly serviceKey = 'pat-stand-in';
	/** Id by address. */
	readonly contacts = new Map<string, number>();
	/** What contacts were changed to, call by call. */
	readonly changes: Array<{ email: string; properties: unknown[] }> = [];
	readonly notes: Note[] = [];
	/** Whether it has a bad day, and takes no notes. */
	refusesNotes = false;

	readonly service: Service = ({ method, path, headers, body }) => {
		if (headers.authorization !== `Bearer ${this.serviceKey}`) {
			return { status: 401, json: { status: 'error', message: 'Authentication credentials not found' } };
		}
		const [, email] = /^\/contacts\/v1\/contact\/createOrUpdate\/email\/(.+)$/.exec(path) ?? [];
		if (method === 'POST' && email) {
			const { properties } = JSON.parse(body.toString()) as { properties: unknown[] };
			return this.upsert(email, properties);
		}
		const [, vid] = /^\/contacts\/v1\/contact\/vid\/(\d+)\/profile$/.exec(path) ?? [];
		if (method === 'GET' && vid) return { json: { vid: Number(vid), properties: {} } };
		if (method === 'POST' && path === '/crm/v3/objects/notes') {
			if (this.refusesNotes) return { status: 503, json: { message: 'Service unavailable' } };
			this.notes.push(JSON.parse(body.toString()) as Note);
			return { status: 201, json: { id: String(this.notes.length) } };
		}
		return undefined;
	};

	private upsert(email: string, properties: unknown[]) {
		const isNew = !this.contacts.has(email);
		const vid = this.contacts.get(email) ?? 501 + this.contacts.size;
		this.contacts.set(email, vid);
		this.changes.push({ email, properties });
		return { json: { vid, isNew } };
	}
}
