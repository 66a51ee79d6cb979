import { setTimeout as wait } from 'node:timers/promises';
import { post, type Posted } from './post';
import type { Forgery, Parcel, Proof } from './proof';
import { isMeant, registration, type Registration } from './registration';

/** Something that happened at the vendor, before it is addressed to anybody. */
export interface Told {
	event: string;
	body?: unknown;
	/** The body as the vendor writes it, where that is not how JSON.stringify does. */
	text?: string;
	/** What the event belongs to (HeyMilo: the posting). */
	scope?: string;
	headers?: Record<string, string>;
}

/** What became of one delivery. `attempts` 0: held, not sent yet. */
export interface Outcome extends Posted {
	event: string;
	url: string;
	attempts: number;
}

/** In which order held deliveries leave; as a list of their places from 0, exactly so. */
export type Order = 'in order' | 'reverse' | readonly number[];

interface SenderSetup {
	webhooks: readonly Registration[];
	proof: Proof;
	/** Which answers count as delivered. */
	accepts: (status: number) => boolean;
	say: (line: string) => void;
}

interface Addressed {
	to: Registration;
	parcel: Parcel;
}

/** Carries deliveries to the registered URLs, and misbehaves on request. */
export class Sender {
	/** Further identical copies of every delivery. */
	duplicate = 0;
	/** Further attempts after the first. */
	retries = 0;
	/** Wait before the first retry; doubles each time. */
	backoffMs = 50;
	timeoutMs = 10_000;
	/** Every delivery sent, oldest first. */
	readonly outcomes: Outcome[] = [];

	private held: Addressed[] | null = null;
	private lastParcel: Parcel | null = null;
	private lastAddressed: Addressed[] = [];

	constructor(private readonly setup: SenderSetup) {}

	/** Sends to every registration that the event is meant for, one after the other. */
	async tell({ event, body, text = JSON.stringify(body), scope, headers }: Told): Promise<Outcome[]> {
		const parcel: Parcel = {
			event,
			url: '',
			body: Buffer.from(text),
			headers: { 'content-type': 'application/json', ...headers },
		};
		const meant = this.setup.webhooks.filter((to) => isMeant(to, event, scope ?? null));
		this.lastParcel = parcel;
		this.lastAddressed = meant.map((to) => ({ to, parcel: addressTo(parcel, to) }));
		return await this.dispatch(this.lastAddressed);
	}

	/** From now on deliveries wait for `release`. */
	hold(): void {
		this.held ??= [];
	}

	async release(order: Order = 'in order'): Promise<Outcome[]> {
		const waiting = this.held ?? [];
		this.held = null;
		if (order === 'reverse') waiting.reverse();
		return await this.dispatch(typeof order === 'string' ? waiting : order.map((place) => waiting[place]));
	}

	/** Sends the last delivery once more, spoiled, past `hold` and without copies; to `url`, else to where it went. */
	async forge(kind: Forgery, url?: string): Promise<Outcome[]> {
		if (!this.lastParcel) throw new Error('Nothing to forge: no step has sent anything yet.');
		const targets = url ? [this.addressUrl(this.lastParcel, url)] : this.lastAddressed;
		const outcomes: Outcome[] = [];
		for (const { to, parcel } of targets) {
			const spoilt =
				kind === 'body' ? withForgedBody(this.setup.proof(parcel, to)) : this.setup.proof(parcel, to, kind);
			outcomes.push(await this.attempt(spoilt));
		}
		return outcomes;
	}

	/** Sends these very bytes, properly proven; to `url`, else to the first active registration. */
	async raw(
		body: string | Buffer,
		options: { url?: string; headers?: Record<string, string> } = {},
	): Promise<Outcome> {
		const url = options.url ?? this.setup.webhooks.find((to) => to.active)?.url;
		if (!url) throw new Error('Nowhere to send: no webhook is registered and no url was given.');
		const headers = { 'content-type': 'application/json', ...options.headers };
		const unaddressed: Parcel = { event: 'raw', url, body: Buffer.from(body), headers };
		const { to, parcel } = this.addressUrl(unaddressed, url);
		this.lastParcel = parcel;
		this.lastAddressed = [{ to, parcel }];
		return await this.attempt(this.setup.proof(parcel, to));
	}

	private addressUrl(parcel: Parcel, url: string): Addressed {
		const to =
			this.setup.webhooks.find((known) => known.url === url) ?? registration({ url }, 'unregistered', 0);
		return { to, parcel: addressTo(parcel, to) };
	}

	private async dispatch(addressed: Addressed[]): Promise<Outcome[]> {
		const outcomes: Outcome[] = [];
		for (const one of addressed) {
			if (this.held) {
				this.held.push(one);
				outcomes.push({ ...nameOf(one.parcel), attempts: 0, status: null, responseBody: '', error: 'held' });
				continue;
			}
			const proven = this.setup.proof(one.parcel, one.to);
			for (let copy = 0; copy <= this.duplicate; copy++) outcomes.push(await this.attempt(proven));
		}
		return outcomes;
	}

	private async attempt(parcel: Parcel): Promise<Outcome> {
		let attempts = 0;
		for (;;) {
			const posted = await post(parcel, this.timeoutMs);
			attempts++;
			const delivered = posted.status !== null && this.setup.accepts(posted.status);
			if (delivered || attempts > this.retries)
				return this.record({ ...nameOf(parcel), ...posted, attempts });
			await wait(this.backoffMs * 2 ** (attempts - 1));
		}
	}

	private record(outcome: Outcome): Outcome {
		this.outcomes.push(outcome);
		const answer = outcome.status ?? outcome.error ?? 'no answer';
		const host = URL.canParse(outcome.url) ? new URL(outcome.url).host : 'unusable URL';
		this.setup.say(`${outcome.event} -> ${host}: ${answer} (attempts: ${outcome.attempts})`);
		return outcome;
	}
}

const addressTo = (parcel: Parcel, to: Registration): Parcel => ({
	...parcel,
	url: to.url,
	headers: { ...to.headers, ...parcel.headers },
});

const nameOf = ({ event, url }: Parcel) => ({ event, url });

/** Still JSON, but not what was signed: white space alone would survive a receiver that re-serializes. */
function withForgedBody(parcel: Parcel): Parcel {
	const text = parcel.body.toString('utf8').replace(/\}\s*$/, ',"forged":true}');
	return { ...parcel, body: Buffer.from(text) };
}
