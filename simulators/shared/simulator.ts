import type { InterviewEvent } from '../../nodes/shared/event/interviewEvent';
import type { RequestHandler } from 'express';
import { Clock } from './clock';
import { Faults, type Fault } from './faults';
import { uuid } from './ids';
import type { Forgery, Proof } from './proof';
import { registration, type Registration, type RegistrationInput } from './registration';
import { Sender, type Order, type Outcome } from './sender';
import { serve, type ErrorBody, type LoggedRequest, type RunningServer } from './server';

export type Vendor = InterviewEvent['vendor'];

/** Whom a step is taken for. Unset names and addresses are made up. */
export interface Candidate {
	name?: string;
	email?: string;
	phone?: string;
	/** Position, posting, interview definition or Interviewer; default: the vendor's first one. */
	jobId?: string;
	/** The customer's own id. */
	externalId?: string;
}

/** How a vendor proves its deliveries, and which answers it takes for delivered. */
interface DeliveryRules {
	proof: Proof;
	accepts?: (status: number) => boolean;
}

const is2xx = (status: number) => status >= 200 && status < 300;

/** What all vendors have in common: state aside, a server that answers and a sender that calls. */
export abstract class Simulator<
	Credentials extends { baseUrl: string },
	Interview = unknown,
	Handle = unknown,
> {
	abstract readonly state: { interview(id: string): Interview | undefined };
	protected abstract readonly lifecycle: { handle(interview: Interview): Handle };
	/** What a credential's base URL is set to. */
	baseUrl = '';
	/** API calls received, oldest first. */
	readonly requests: LoggedRequest[] = [];
	/** Everybody's registrations, the inactive ones too. */
	readonly webhooks: Registration[] = [];
	readonly sender: Sender;
	readonly clock = new Clock();

	private readonly listeners: Array<(line: string) => void> = [];
	private readonly faults = new Faults();
	private server: RunningServer | null = null;

	protected constructor(
		readonly vendor: Vendor,
		/** The data of a credential that works here. */
		readonly credentials: Credentials,
		{ proof, accepts = is2xx }: DeliveryRules,
	) {
		const { webhooks } = this;
		this.sender = new Sender({ webhooks, proof, accepts, say: (line) => this.say(line) });
	}

	/** What can happen to an interview, also to one that an API call made. */
	interview(id: string): Handle | undefined {
		const interview = this.state.interview(id);
		return interview && this.lifecycle.handle(interview);
	}

	/** Calls this with one line for each thing that the simulator receives and sends. */
	report(listener: (line: string) => void): void {
		this.listeners.push(listener);
	}

	failNext(fault: Fault): void {
		this.faults.add(fault);
	}

	/** Everything works again. */
	clearFaults(): void {
		this.faults.clear();
	}

	/** A registration made in the vendor's dashboard, by the user or by a stranger. */
	addWebhook(url: string, settings: Omit<RegistrationInput, 'url'> = {}): Registration {
		return this.register({ ...settings, url }, settings.id ?? uuid());
	}

	/** Puts the vendor's clock forward. */
	advance(ms: number): void {
		this.clock.advance(ms);
	}

	/** Deliveries wait from now on. */
	hold(): void {
		this.sender.hold();
	}

	async release(order?: Order): Promise<Outcome[]> {
		return await this.sender.release(order);
	}

	/** The last delivery once more, spoiled; to `url`, else to where it went. */
	async sendForged(kind: Forgery, options: { url?: string } = {}): Promise<Outcome[]> {
		return await this.sender.forge(kind, options.url);
	}

	/** These very bytes, properly proven; to `url`, else to the first active registration. */
	async sendRaw(
		body: string | Buffer,
		options?: { url?: string; headers?: Record<string, string> },
	): Promise<Outcome> {
		return await this.sender.raw(body, options);
	}

	async stop(): Promise<void> {
		await this.server?.close();
		this.server = null;
	}

	protected register(input: RegistrationInput, id: string): Registration {
		const made = registration(input, id, this.clock.now());
		this.webhooks.push(made);
		return made;
	}

	/** `basePath` is the part of the base URL after the origin. */
	protected async listen(api: RequestHandler, errorBody: ErrorBody, basePath = ''): Promise<void> {
		const log = (call: LoggedRequest) => {
			this.requests.push(call);
			this.say(`${call.method} ${call.path} -> ${call.status ?? 'answer dropped'}`);
		};
		this.server = await serve({ api, errorBody, log, faults: this.faults });
		this.baseUrl = this.server.origin + basePath;
		this.credentials.baseUrl = this.baseUrl;
	}

	private say(line: string): void {
		for (const listener of this.listeners) listener(`${this.vendor}: ${line}`);
	}
}

/** A vendor whose secret the user types in on both sides. */
export abstract class SecretSimulator<
	Credentials extends { baseUrl: string; webhookSecret: string; previousWebhookSecret: string },
	Interview,
	Handle,
> extends Simulator<Credentials, Interview, Handle> {
	/** The secret changes at once; the old one moves to `previousWebhookSecret`. */
	rotateSecret(webhookSecret: string): void {
		const { webhookSecret: previousWebhookSecret } = this.credentials;
		Object.assign(this.credentials, { webhookSecret, previousWebhookSecret });
	}
}
