import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestMethods,
	ILoadOptionsFunctions,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError, NodeOperationError, sleep } from 'n8n-workflow';

import { isLoopbackHost } from './address';
import { encodeForm, textsOf, type FormPart } from './form';
import { hideSecrets } from './hideSecrets';
import { asSaid } from './vendorMessage';

const TIMEOUT_MS = 30_000;
const LONGEST_WAIT_MS = 30_000;

interface Patience {
	attempts: number;
	/** After a 429 that does not say how long. */
	rateLimitWaitMs: number;
}

const PATIENCE: Patience = { attempts: 4, rateLimitWaitMs: 10_000 };

/**
 * n8n 2.40 itself activates up to five times and deactivates up to three times, and has 84 s for all of it: who is
 * patient here as well makes it report its own deadline instead of the reason.
 */
const LIFE_CYCLE_PATIENCE: Patience = { attempts: 2, rateLimitWaitMs: 3_000 };

/** The n8n contexts that may call a vendor; `webhook()` is not one of them. */
export type ApiContext = IHookFunctions | ILoadOptionsFunctions | IExecuteFunctions;

/** What is the same for every call to a vendor. */
export interface VendorApi {
	vendorName: string;
	credentialType: string;
	/** Where the user finds a new key, for the error of a refused one. */
	keyHelp: string;
}

export interface ApiCall {
	method: IHttpRequestMethods;
	/** Below the credential's base URL, with a leading slash. */
	path: string;
	query?: IDataObject;
	/** Sent as JSON. */
	body?: IDataObject;
	/** Sent as `multipart/form-data` instead of `body`, for files. */
	form?: FormPart[];
	/**
	 * Whether the call may be sent again when it is unclear whether it had an effect. False for a write
	 * that reaches a person, costs credits or makes something twice.
	 */
	isRepeatable: boolean;
	/**
	 * Whether a 429 is waited for; as `isRepeatable` unless told. A refused call had no effect, but a write that
	 * reaches a person is left to the user.
	 */
	waitsForRateLimit?: boolean;
	/** What it sends that must not come back, besides the secrets of the credential. */
	secrets?: string[];
}

export interface ApiAnswer {
	status: number;
	/** Parsed JSON, or text; without the secrets. */
	body: unknown;
}

/**
 * Calls a vendor's API with the node's credential and gives the answer of a 2xx. Waits as long as a 429 says,
 * up to 30 s; repeats 5xx and broken connections only for repeatable calls, and only once in a trigger's life cycle.
 *
 * @throws NodeApiError with the vendor's own message and what to do, `httpCode` being the status as text
 */
export async function callApi(context: ApiContext, api: VendorApi, call: ApiCall): Promise<ApiAnswer> {
	const baseUrl = await readBaseUrl(context, api);
	const patience = 'getActivationMode' in context ? LIFE_CYCLE_PATIENCE : PATIENCE;
	const secrets = [...(await readOwnSecrets(context, api)), ...(call.secrets ?? [])];
	for (let attempt = 1; ; attempt++) {
		const outcome = await send(context, api, call, baseUrl, secrets);
		if ('status' in outcome && outcome.status >= 200 && outcome.status < 300) {
			return { status: outcome.status, body: outcome.body };
		}
		if (attempt === patience.attempts || !isWorthRepeating(outcome, call)) {
			throw asNodeError(context, api, call, outcome);
		}
		await sleep(waitFor(outcome, attempt, patience));
	}
}

/**
 * The credential's base URL without a trailing slash.
 *
 * @throws NodeOperationError when the key would travel unencrypted to another machine
 */
export async function readBaseUrl(context: ApiContext, api: VendorApi): Promise<string> {
	const { baseUrl } = await context.getCredentials<{ baseUrl: string }>(api.credentialType);
	const isUrl = URL.canParse(baseUrl);
	const { protocol, hostname } = isUrl ? new URL(baseUrl) : { protocol: '', hostname: '' };
	if (protocol !== 'https:' && !(protocol === 'http:' && isLoopbackHost(hostname))) {
		throw new NodeOperationError(
			context.getNode(),
			'The Base URL in the credential must start with https://',
			{
				description: `Open the ${api.vendorName} credential and correct Base URL.`,
			},
		);
	}
	return baseUrl.replace(/\/+$/, '');
}

/** The fields of our credentials that are nobody's business. */
export const SECRET_FIELDS = ['apiKey', 'accessToken', 'webhookSecret', 'previousWebhookSecret'];

async function readOwnSecrets(context: ApiContext, { credentialType }: VendorApi): Promise<string[]> {
	const credential = await context.getCredentials<Record<string, unknown>>(credentialType);
	return SECRET_FIELDS.map((field) => String(credential[field] ?? ''));
}

type Outcome = (ApiAnswer & { headers: IDataObject }) | { failure: JsonObject };

async function send(
	context: ApiContext,
	api: VendorApi,
	call: ApiCall,
	baseUrl: string,
	secrets: string[],
): Promise<Outcome> {
	const form = call.form && encodeForm(call.form);
	try {
		const answer = (await context.helpers.httpRequestWithAuthentication.call(context, api.credentialType, {
			method: call.method,
			url: `${baseUrl}${call.path}`,
			qs: call.query,
			body: form?.body ?? call.body,
			headers: form && { 'content-type': form.contentType },
			json: true,
			timeout: TIMEOUT_MS,
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as { statusCode: number; body: unknown; headers: IDataObject };
		const body = hideSecrets(answer.body, secrets);
		return { status: answer.statusCode, body, headers: answer.headers };
	} catch (error) {
		return { failure: error as JsonObject };
	}
}

function isWorthRepeating(outcome: Outcome, call: ApiCall): boolean {
	if ('status' in outcome && outcome.status === 429) return call.waitsForRateLimit ?? call.isRepeatable;
	return call.isRepeatable && ('failure' in outcome || outcome.status >= 500);
}

/** Milliseconds: what the vendor asks for, else long enough for a limit a minute, else a short backoff. */
function waitFor(outcome: Outcome, attempt: number, { rateLimitWaitMs }: Patience): number {
	const asked = 'headers' in outcome ? Number(outcome.headers['retry-after']) * 1000 : NaN;
	const isLimited = 'status' in outcome && outcome.status === 429;
	const backoff = isLimited ? rateLimitWaitMs * attempt : 500 * 2 ** (attempt - 1) * (1 + Math.random() / 4);
	return Math.min(asked > 0 ? asked : backoff, LONGEST_WAIT_MS);
}

function asNodeError(context: ApiContext, api: VendorApi, call: ApiCall, outcome: Outcome): NodeApiError {
	const where = `${api.vendorName} ${call.method} ${call.path}`;
	if ('failure' in outcome) {
		return new NodeApiError(
			context.getNode(),
			{},
			{
				message: `${api.vendorName} could not be reached`,
				description: `${where} gave no answer (${reasonOf(outcome.failure)}). Check the Base URL in the credential and this n8n's connection to the internet.`,
			},
		);
	}
	const said = asSaid(api.vendorName, outcome.body, call.form ? textsOf(call.form) : call.body);
	return new NodeApiError(
		context.getNode(),
		{},
		{
			message: said?.message ?? `${api.vendorName} answered with status ${outcome.status}`,
			description: `${said?.inFull ?? ''}${where} was answered with status ${outcome.status}. ${cureFor(outcome.status, api)}`,
			httpCode: String(outcome.status),
		},
	);
}

const REASONS: Record<string, string> = {
	ECONNREFUSED: 'nothing listens at that address',
	ENOTFOUND: 'the host name is unknown',
	EAI_AGAIN: 'the host name could not be looked up',
	ETIMEDOUT: 'it took longer than 30 seconds',
	ECONNABORTED: 'it took longer than 30 seconds',
};

/**
 * The network's error in words; never the request, which holds the key. Its code must not stay in the text:
 * n8n would put a general sentence in place of the whole message.
 */
function reasonOf(failure: JsonObject): string {
	const { code, cause } = failure as { code?: unknown; cause?: { code?: unknown } };
	return REASONS[String(code ?? cause?.code)] ?? 'the connection broke';
}

function cureFor(status: number, api: VendorApi): string {
	if (status === 401 || status === 403) return api.keyHelp;
	if (status === 429) return 'The rate limit is used up: wait a minute and try again.';
	if (status >= 500) return `This is on ${api.vendorName}'s side: try again later.`;
	return 'Check the values in this node.';
}
