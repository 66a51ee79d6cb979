import { chosen, person } from '../shared/candidate';
import { Files } from '../shared/files';
import { secret, upperHex } from '../shared/ids';
import type { Registration, RegistrationInput } from '../shared/registration';
import { Simulator, type Candidate } from '../shared/simulator';
import { heyMiloApi, heyMiloErrorBody, type HeyMiloApiOptions } from './api';
import { HeyMiloLifecycle, type HeyMiloInterview } from './lifecycle';
import { Links } from './links';
import { heyMiloProof } from './proof';
import { HeyMiloState, type Interview } from './state';

export type { HeyMiloInterview } from './lifecycle';

interface HeyMiloCredentials {
	apiKey: string;
	apiVersion: 'v1' | 'v2';
	baseUrl: string;
}

export type HeyMiloOptions = HeyMiloApiOptions;

export class HeyMiloSimulator extends Simulator<HeyMiloCredentials, Interview, HeyMiloInterview> {
	readonly state: HeyMiloState;
	/** Recordings and resumes; `files.expireLinks()` ends every link given out so far. */
	readonly files = new Files();
	private readonly links = new Links(this.files, () => this.baseUrl);
	protected readonly lifecycle: HeyMiloLifecycle;

	constructor(private readonly settings: HeyMiloOptions) {
		const { apiVersion = 'v2' } = settings;
		const generation: 'v1' | 'v2' = apiVersion === 'v1' ? apiVersion : 'v2';
		const credentials = { apiKey: secret(), apiVersion: generation, baseUrl: '' };
		super('heymilo', credentials, { proof: heyMiloProof(), accepts: (status) => status === 200 });
		this.state = new HeyMiloState(this.clock);
		this.lifecycle = new HeyMiloLifecycle(this.state, this.clock, this.sender, this.links);
	}

	async open(): Promise<this> {
		const { state, webhooks, clock, files, links } = this;
		const register = this.register.bind(this);
		const { sharesWebhooks = false } = this.settings;
		const webhooksOf = (generation: string) =>
			webhooks.filter(({ madeBy }) => sharesWebhooks || ['dashboard', generation].includes(madeBy));
		const context = { state, webhooksOf, files, links, register, now: () => clock.now() };
		const answer = heyMiloApi(this.credentials.apiKey, context, this.settings);
		await this.listen(answer, heyMiloErrorBody(this.settings));
		return this;
	}

	/** A registration is one posting (`scope`) and one event, no matter who made it. */
	override addWebhook(url: string, settings: Omit<RegistrationInput, 'url'> = {}): Registration {
		const { scope = this.state.postings[0].id, events = ['interview_completed'] } = settings;
		if (events.length !== 1) throw new Error('A HeyMilo webhook has exactly one event.');
		return this.register({ ...settings, url, scope, events }, settings.id ?? upperHex(32));
	}

	/** Sends nothing: the vendor sends no event for an invitation. */
	async invite(candidate: Candidate = {}): Promise<HeyMiloInterview> {
		const posting = chosen(this.state.postings, candidate);
		const metadata: Record<string, string> = candidate.externalId
			? { external_id: candidate.externalId }
			: {};
		const invited = { ...person(candidate), phone: candidate.phone ?? null, metadata };
		return this.lifecycle.handle(this.state.addInterview(posting, invited));
	}
}

export async function startHeyMilo(options: HeyMiloOptions = {}): Promise<HeyMiloSimulator> {
	return await new HeyMiloSimulator(options).open();
}
