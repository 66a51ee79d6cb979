import { chosen, person } from '../shared/candidate';
import { secret } from '../shared/ids';
import { Simulator, type Candidate } from '../shared/simulator';
import { interviewFlowAiApi, interviewFlowAiErrorBody } from './api';
import { InterviewFlowAiLifecycle, type DeliveryStyle, type InterviewFlowAiInterview } from './lifecycle';
import { interviewFlowAiProof } from './proof';
import { InterviewFlowAiState, type Interview } from './state';

export type { InterviewFlowAiInterview } from './lifecycle';
export type { DeliveryShape } from './deliveries';

interface InterviewFlowAiCredentials {
	apiKey: string;
	baseUrl: string;
	/** The token that the receiver's URL carries; `sendForged` looks for it there. */
	webhookSecret: string;
	previousWebhookSecret: string;
	/** The first Interviewer's. */
	interviewerId: string;
}

export type InterviewFlowAiOptions = DeliveryStyle;

export class InterviewFlowAiSimulator extends Simulator<
	InterviewFlowAiCredentials,
	Interview,
	InterviewFlowAiInterview
> {
	readonly state: InterviewFlowAiState;
	protected readonly lifecycle: InterviewFlowAiLifecycle;

	constructor(private readonly settings: InterviewFlowAiOptions) {
		const credentials = {
			apiKey: secret(),
			webhookSecret: secret(),
			previousWebhookSecret: '',
			interviewerId: '',
			baseUrl: '',
		};
		super('interviewflowai', credentials, {
			proof: interviewFlowAiProof(credentials.webhookSecret),
		});
		this.state = new InterviewFlowAiState(this.clock);
		credentials.interviewerId = this.state.interviewers[0].id;
		this.lifecycle = new InterviewFlowAiLifecycle(this.clock, this.sender, settings, this.state);
	}

	async open(): Promise<this> {
		await this.listen(interviewFlowAiApi(this.credentials.apiKey, this.state), interviewFlowAiErrorBody);
		if (this.settings.servesFiles) this.state.filesUrl = this.baseUrl;
		return this;
	}

	/** Sends nothing. `externalId` becomes `metadata.atsId`, `phone` `metadata.phone`. */
	async invite(candidate: Candidate = {}): Promise<InterviewFlowAiInterview> {
		const interviewer = chosen(this.state.interviewers, candidate);
		const { phone, externalId } = candidate;
		const metadata = { ...(externalId && { atsId: externalId }), ...(phone && { phone }) };
		return this.lifecycle.handle(this.state.addInterview({ ...person(candidate), interviewer, metadata }));
	}
}

export async function startInterviewFlowAi(
	options: InterviewFlowAiOptions = {},
): Promise<InterviewFlowAiSimulator> {
	return await new InterviewFlowAiSimulator(options).open();
}
