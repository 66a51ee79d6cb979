import { chosen, person } from '../shared/candidate';
import { secret } from '../shared/ids';
import type { Registration, RegistrationInput } from '../shared/registration';
import { SecretSimulator, type Candidate } from '../shared/simulator';
import { BASE_PATH, jobMojitoApi, jobMojitoErrorBody } from './api';
import { FileServer } from './files';
import { JobMojitoLifecycle, type JobMojitoInterview } from './lifecycle';
import { jobMojitoProof } from './proof';
import { JobMojitoState, type Interview } from './state';

export type { FailureKind, JobMojitoInterview } from './lifecycle';

interface JobMojitoCredentials {
	accessToken: string;
	baseUrl: string;
	/** The custom header that `addWebhook` sets to `webhookSecret` by default otherwise. */
	webhookHeaderName: string;
	webhookSecret: string;
	previousWebhookSecret: string;
}

export class JobMojitoSimulator extends SecretSimulator<JobMojitoCredentials, Interview, JobMojitoInterview> {
	readonly state: JobMojitoState;
	/** Where links to recordings and reports lead: another host than the API's. */
	readonly files = new FileServer();
	protected readonly lifecycle: JobMojitoLifecycle;

	constructor() {
		const credentials = {
			accessToken: secret(),
			webhookHeaderName: 'x-webhook-secret',
			webhookSecret: secret(),
			previousWebhookSecret: '',
			baseUrl: '',
		};
		super('jobmojito', credentials, { proof: jobMojitoProof(credentials.webhookHeaderName) });
		this.state = new JobMojitoState(this.clock);
		this.lifecycle = new JobMojitoLifecycle(this.state, this.sender);
	}

	async open(): Promise<this> {
		await this.files.open();
		const api = jobMojitoApi(() => this.credentials.accessToken, this.state, this.files);
		await this.listen(api, jobMojitoErrorBody, BASE_PATH);
		return this;
	}

	override async stop(): Promise<void> {
		await this.files.close();
		await super.stop();
	}

	/** Every link to a file that was given out until now answers 400. */
	expireLinks(): void {
		this.files.expireLinks();
	}

	/** With the secret header of the credentials, unless `headers` are given. */
	override addWebhook(url: string, settings: Omit<RegistrationInput, 'url'> = {}): Registration {
		return super.addWebhook(url, { headers: this.secretHeader(), ...settings });
	}

	/** Sends nothing. */
	async invite(candidate: Candidate = {}): Promise<JobMojitoInterview> {
		const definition = chosen(this.state.definitions, candidate);
		const { phone = null, externalId = null } = candidate;
		return this.lifecycle.handle(
			this.state.addInterview({ ...person(candidate), definition, phone, externalId }),
		);
	}

	/** As if the user typed a new value into every webhook. */
	override rotateSecret(next: string): void {
		super.rotateSecret(next);
		for (const webhook of this.webhooks) webhook.headers = { ...webhook.headers, ...this.secretHeader() };
	}

	private secretHeader(): Record<string, string> {
		return { [this.credentials.webhookHeaderName]: this.credentials.webhookSecret };
	}
}

export async function startJobMojito(): Promise<JobMojitoSimulator> {
	return await new JobMojitoSimulator().open();
}
