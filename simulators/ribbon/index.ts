import { person } from '../shared/candidate';
import { Files } from '../shared/files';
import { secret, uuid } from '../shared/ids';
import type { Registration, RegistrationInput } from '../shared/registration';
import { SecretSimulator, type Candidate } from '../shared/simulator';
import { BASE_PATH, ribbonApi, ribbonErrorBody } from './api';
import { ORGANIZATION, RibbonLifecycle, type RibbonInterview } from './lifecycle';
import { ribbonProof } from './proof';
import { RibbonState, type Interview } from './state';

export type { RibbonInterview } from './lifecycle';

interface RibbonCredentials {
	apiKey: string;
	baseUrl: string;
	/** The Secret Key of the organization. */
	webhookSecret: string;
	previousWebhookSecret: string;
}

export class RibbonSimulator extends SecretSimulator<RibbonCredentials, Interview, RibbonInterview> {
	readonly state: RibbonState;
	readonly files = new Files();
	protected readonly lifecycle: RibbonLifecycle;

	constructor() {
		const credentials = {
			apiKey: uuid(),
			webhookSecret: secret(),
			previousWebhookSecret: '',
			baseUrl: '',
		};
		const secretOf = ({ scope }: Registration) => {
			const own = this.state.flow(scope);
			return own ? (own.webhook_secret_key ?? undefined) : this.credentials.webhookSecret;
		};
		super('ribbon', credentials, { proof: ribbonProof(secretOf) });
		this.state = new RibbonState(this.clock);
		this.lifecycle = new RibbonLifecycle(this.sender);
	}

	async open(): Promise<this> {
		const api = ribbonApi({
			apiKey: () => this.credentials.apiKey,
			state: this.state,
			files: this.files,
			origin: () => new URL(this.baseUrl).origin,
			register: ({ webhook_url, interview_flow_id }) =>
				void this.register({ url: String(webhook_url), scope: interview_flow_id, madeBy: 'api' }, uuid()),
		});
		await this.listen(api, ribbonErrorBody, BASE_PATH);
		return this;
	}

	/** For all flows, or in the Settings tab of the flow that `scope` names: with the organization's secret there as well. */
	override addWebhook(url: string, settings: Omit<RegistrationInput, 'url'> = {}): Registration {
		const flow = this.state.flow(settings.scope);
		if (flow) {
			flow.webhook_url = url;
			flow.webhook_secret_key = this.credentials.webhookSecret;
		}
		return super.addWebhook(url, { scope: ORGANIZATION, ...settings });
	}

	/** Sends nothing. The candidate's name is given as first and last name. */
	async invite(candidate: Candidate = {}): Promise<RibbonInterview> {
		const flow = candidate.jobId ? this.state.flow(candidate.jobId) : this.state.flows[0];
		if (!flow) throw new Error(`Ribbon has no flow with the ID ${candidate.jobId} to invite to.`);
		const { name, email } = person(candidate);
		const [first, ...others] = name.split(' ');
		const last = others.join(' ') || null;
		return this.lifecycle.handle(this.state.addInterview({ flow, email, name: { first, last } }));
	}
}

export async function startRibbon(): Promise<RibbonSimulator> {
	return await new RibbonSimulator().open();
}
