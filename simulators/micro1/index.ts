import { chosen, person } from '../shared/candidate';
import { Files } from '../shared/files';
import { secret } from '../shared/ids';
import type { Registration, RegistrationInput } from '../shared/registration';
import { Simulator, type Candidate } from '../shared/simulator';
import { micro1ErrorBody } from './answers';
import { micro1Api, type Micro1ApiOptions } from './api';
import { links, type RecordingForm } from './deliveries';
import { Micro1Lifecycle, type Micro1Application, type Micro1Interview } from './lifecycle';
import { micro1Proof } from './proof';
import { Micro1State, type Interview } from './state';

export { CHOICES } from './bodies';
export type { Micro1Application, Micro1Interview } from './lifecycle';

interface Micro1Credentials {
	apiKey: string;
	baseUrl: string;
}

export type Micro1Options = Micro1ApiOptions & {
	/** Default `m3u8`. */
	recordings?: RecordingForm;
};

export class Micro1Simulator extends Simulator<Micro1Credentials, Interview, Micro1Interview> {
	readonly state: Micro1State;
	/** Reports and recordings; `files.expireLinks()` ends every link given out so far. */
	readonly files = new Files();
	protected readonly lifecycle: Micro1Lifecycle;
	private readonly links;

	constructor(private readonly settings: Micro1Options) {
		const credentials = { apiKey: secret(), baseUrl: '' };
		super('micro1', credentials, { proof: micro1Proof() });
		this.state = new Micro1State(this.clock);
		this.links = links(this.files, () => this.baseUrl, settings.recordings ?? 'm3u8');
		this.lifecycle = new Micro1Lifecycle(this.clock, this.sender, this.links);
	}

	async open(): Promise<this> {
		const { state, files, links: made, webhooks, clock, settings } = this;
		const context = {
			state,
			files,
			links: made,
			webhooks,
			register: this.register.bind(this),
			now: () => clock.now(),
			options: settings,
		};
		await this.listen(micro1Api(this.credentials.apiKey, context), micro1ErrorBody);
		return this;
	}

	/** A registration is one event, no matter who made it. */
	override addWebhook(url: string, settings: Omit<RegistrationInput, 'url'> = {}): Registration {
		const { events = ['interview_report.created'] } = settings;
		if (events.length !== 1) throw new Error('A micro1 webhook has exactly one event.');
		return super.addWebhook(url, { ...settings, events });
	}

	/** Sends nothing: the vendor sends an event only for the invitation of an applicant. */
	async invite(candidate: Candidate = {}): Promise<Micro1Interview> {
		const definition = chosen(this.state.definitions, candidate);
		const atsId = candidate.externalId ?? null;
		return this.lifecycle.handle(this.state.addInterview({ ...person(candidate), definition, atsId }));
	}

	/** Somebody applies; sends nothing yet. `jobId` is one of the jobs. */
	async apply(candidate: Candidate = {}): Promise<Micro1Application> {
		const job = chosen(this.state.jobs, candidate);
		const { name, email } = person(candidate);
		const [firstName, ...rest] = name.split(' ');
		const atsId = candidate.externalId ?? null;
		return this.lifecycle.application(
			this.state.addApplicant({ job, firstName, lastName: rest.join(' '), email, atsId }),
		);
	}
}

export async function startMicro1(options: Micro1Options = {}): Promise<Micro1Simulator> {
	return await new Micro1Simulator(options).open();
}
