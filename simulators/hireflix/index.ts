import { chosen, person } from '../shared/candidate';
import { Files } from '../shared/files';
import { secret, uuid } from '../shared/ids';
import { SecretSimulator, type Candidate } from '../shared/simulator';
import { hireflixApi, hireflixErrorBody, type HireflixApiOptions } from './api';
import { HireflixLifecycle, type HireflixInterview } from './lifecycle';
import { hireflixProof } from './proof';
import { HireflixState, type Interview } from './state';

export type { HireflixInterview } from './lifecycle';

interface HireflixCredentials {
	apiKey: string;
	baseUrl: string;
	/** What deliveries are signed with. */
	webhookSecret: string;
	previousWebhookSecret: string;
}

export type HireflixOptions = HireflixApiOptions;

export class HireflixSimulator extends SecretSimulator<HireflixCredentials, Interview, HireflixInterview> {
	readonly state: HireflixState;
	readonly files = new Files();
	/** How large the video of an answer is from now on; a line when unset. */
	videoBytes: number | undefined;
	protected readonly lifecycle: HireflixLifecycle;

	constructor(private readonly settings: HireflixOptions) {
		const credentials = {
			apiKey: uuid(),
			webhookSecret: secret(),
			previousWebhookSecret: '',
			baseUrl: '',
		};
		super('hireflix', credentials, { proof: hireflixProof(() => credentials.webhookSecret) });
		this.state = new HireflixState(this.clock);
		this.lifecycle = new HireflixLifecycle(this.state, this.clock, this.sender);
	}

	async open(): Promise<this> {
		const { state, lifecycle, webhooks, clock } = this;
		const context = {
			state,
			lifecycle,
			webhooks,
			register: this.register.bind(this),
			now: () => clock.now(),
			files: this.files,
			origin: () => this.baseUrl,
			videoBytes: () => this.videoBytes,
		};
		await this.listen(hireflixApi(this.credentials.apiKey, context, this.settings), hireflixErrorBody);
		return this;
	}

	/** Sends `interview.create`. */
	async invite(candidate: Candidate = {}): Promise<HireflixInterview> {
		const position = chosen(this.state.positions, candidate);
		const { name, email } = person(candidate);
		const [firstName, ...rest] = name.split(' ');
		const invited = { firstName, lastName: rest.join(' '), email, phone: candidate.phone ?? null };
		const interview = this.state.addInterview(position, invited, candidate.externalId ?? null);
		return this.lifecycle.handle(interview, await this.lifecycle.invited(interview));
	}
}

export async function startHireflix(options: HireflixOptions = {}): Promise<HireflixSimulator> {
	return await new HireflixSimulator(options).open();
}
