import type { JsonObject, NodeError } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { Credential } from './credential';
import { inWords, isMarkup, type Contradiction } from './expected';
import { textsOf } from './form';
import { namesWhatWasMade } from './made';
import { isSuccess, refusalIn, type Answer, type ApiCall, type Outcome } from './outcome';
import { reasonOf } from './reasons';
import { asSaid } from './vendorMessage';
import { timeoutSecondsOf, type ApiContext, type VendorApi } from './vendorApi';
import { isUrl } from './isUrl';

/** A failure in words: what happened, and what to do about it. */
interface Failure {
	message: string;
	description: string;
	httpCode?: string;
	/** Whether the vendor may have done what it was asked for. */
	isUnclear: boolean;
	/** Whether the vendor answered with something else than was asked for: then no write is sent again. */
	isContradicted?: true;
	/** Whether it was not the vendor who answered. */
	isForeign?: true;
}

/** The error for a call that did not succeed; see `callApi`. */
export function failureOf<Value>(
	context: ApiContext,
	api: VendorApi,
	call: ApiCall<Value>,
	credential: Credential,
	outcome: Outcome,
): NodeApiError {
	const {
		isUnclear,
		isContradicted,
		isForeign = false,
		message,
		description,
		httpCode,
	} = inShort(api, call, credential, outcome);
	const mayStand = isContradicted ? call.effect !== 'read' : call.effect === 'writeOnce' && isUnclear;
	const error = new NodeApiError(
		context.getNode(),
		{},
		{
			message: mayStand
				? `${message}; it is not certain whether ${api.vendorName} did it all the same`
				: message,
			description: mayStand
				? `${description} Nothing was sent a second time: look in ${api.vendorName} before you run this node again.`
				: description,
			httpCode,
		},
	);
	error.context.isUnclear = mayStand;
	error.context.isForeign = isForeign;
	return error;
}

/** Marks the error of a write that has, or may have, had its effect: it is not tried again. */
export function mayHaveActed<Failure extends NodeError>(error: Failure): Failure {
	error.context.isUnclear = true;
	return error;
}

/** Whether a write that failed with this error may have had its effect. */
export function isUnclear(error: unknown): boolean {
	return (error as Partial<NodeApiError>)?.context?.isUnclear === true;
}

/** Whether an earlier try of the call that failed with this error may have had its effect: then a 404 may be its own doing. */
export function followsUnclear(error: unknown): boolean {
	return (error as Partial<NodeApiError>)?.context?.followsUnclear === true;
}

/** An error's message with its description. */
export function inFull({ message, description }: NodeError): string {
	const isWhole = !description || message.includes(description);
	return isWhole ? message : `${message.replace(/\.?$/, '.')} ${description}`;
}

function inShort<Value>(
	api: VendorApi,
	call: ApiCall<Value>,
	credential: Credential,
	outcome: Outcome,
): Failure {
	if ('failure' in outcome) return unreachable(api, call, outcome.failure);
	const refusal = isSuccess(outcome) ? refusalIn(api, outcome.body) : undefined;
	if (refusal !== undefined) {
		const failure = refused(api, call, { ...outcome, body: refusal });
		return isDoneInPart(call, outcome) ? { ...failure, isUnclear: true } : failure;
	}
	const contradiction = isSuccess(outcome) ? call.expects.contradiction?.(outcome.body) : undefined;
	if (contradiction !== undefined) return contradicted(api, call, outcome, contradiction);
	if (outcome.status < 400 || isOfProxy(outcome)) return notTheApi(api, call, credential, outcome);
	return refused(api, call, outcome);
}

/** Statuses that a firewall or a proxy refuses with; others have a cause of their own, also with a page. */
const OF_PROXIES = [403, 404, 405];

/** What proxies say where they know no server. */
const NO_SERVER = /^(404 page not found|default backend - 404|no such app\b.*)$/i;

/** Whether a refusal is not the API's: the page of a firewall, or a proxy's text that there is nothing. */
function isOfProxy({ status, body }: Answer): boolean {
	if (typeof body !== 'string' || !OF_PROXIES.includes(status)) return false;
	return (isMarkup(body) && !/^\s*<(\?xml|error)/i.test(body)) || NO_SERVER.test(body.trim());
}

function refused<Value>(api: VendorApi, call: ApiCall<Value>, { status, body }: Answer): Failure {
	const said = asSaid(api.vendorName, body, sentWith(call));
	const meant = api.statusOf?.(body) ?? (status < 400 ? 400 : status);
	return {
		message: said?.message ?? `${api.vendorName} answered with status ${status}`,
		description: `${said?.inFull ?? ''}${where(api, call)} was answered with status ${status}. ${cureFor(meant, api)}`,
		httpCode: String(meant),
		isUnclear: Math.max(status, meant) >= 500 || status === 408,
	};
}

/** Whether a success names an error beside what the call was to make. */
function isDoneInPart<Value>(call: ApiCall<Value>, outcome: Outcome): boolean {
	const isWhole = 'body' in outcome && call.expects.find(outcome.body) !== undefined;
	return isWhole && namesWhatWasMade(outcome.body, [idsIn(call.path), ...sentWith(call)]);
}

const idsIn = (path: string): string[] => path.split(/[/?&=]/).map(decodeURIComponent);

const sentWith = <Value>({ query, form, body }: ApiCall<Value>): unknown[] => [
	query,
	form ? textsOf(form) : body,
];

/** A 2xx that is about another thing, or does not show that it was done. */
function contradicted<Value>(
	api: VendorApi,
	call: ApiCall<Value>,
	{ status }: Answer,
	{ inWords: says, asked, came }: Contradiction,
): Failure {
	const cure =
		call.effect === 'read'
			? ` Run this node again. If it stays like this, something between n8n and ${api.vendorName} mixes up answers, such as a proxy that keeps them.`
			: '';
	return {
		message: `The answer of ${api.vendorName} ${says}`,
		description: `Asked for: ${asked}. In the answer: ${came}. ${where(api, call)} was answered with status ${status}.${cure}`,
		isUnclear: true,
		isContradicted: true,
	};
}

/** A redirect, a body that is not what the call documents, or the page of a proxy: not even its status can be believed. */
function notTheApi<Value>(
	api: VendorApi,
	call: ApiCall<Value>,
	{ baseUrl }: Credential,
	{ status, body, headers }: Answer,
): Failure {
	const { location, 'content-type': type } = headers;
	const came =
		status >= 300 && status < 400
			? `a redirect to ${withoutSecrets(String(location ?? 'nowhere'))}`
			: `${inWords(body)}${typeof type === 'string' && !/json/i.test(type) ? ` (${type.split(';')[0]})` : ''} instead of ${call.expects.inWords}`;
	return {
		message: `This is not the ${api.vendorName} API: check the Base URL in the credential`,
		description: `${where(api, call)} was answered with status ${status} and ${came}. The Base URL is ${withoutSecrets(baseUrl)}.${status < 400 ? '' : ` If it is right, a firewall or a proxy answers in place of ${api.vendorName}. If it is not: ${cureFor(status, api)}`}`,
		httpCode: status < 400 ? undefined : String(status),
		isForeign: true,
		isUnclear: status < 300,
	};
}

/** A URL without user, password, query and fragment. */
function withoutSecrets(url: string): string {
	if (!isUrl(url)) return url.split(/[?#]/)[0];
	const { protocol, host, pathname } = new URL(url);
	return `${protocol}//${host}${pathname.replace(/\/$/, '')}`;
}

const where = <Value>({ vendorName }: VendorApi, { method, path }: ApiCall<Value>): string =>
	`${vendorName} ${method} ${path}`;

function unreachable<Value>(api: VendorApi, call: ApiCall<Value>, failure: JsonObject): Failure {
	const { inWords: reason, cure, isUnsent } = reasonOf(failure, timeoutSecondsOf(api));
	const click = cure ? 'Otherwise check' : 'Check';
	return {
		message: `${api.vendorName} could not be reached`,
		description:
			`${where(api, call)} gave no answer (${reason}). ${cure ?? ''} ${click} the Base URL in the credential and this n8n's connection to the internet.`.replace(
				/ {2,}/g,
				' ',
			),
		isUnclear: isUnsent !== true,
	};
}

function cureFor(status: number, api: VendorApi): string {
	const cure = api.cures?.[status];
	if (cure !== undefined) return cure;
	if (status === 401 || status === 403) return api.keyHelp;
	if (status === 429) return 'The rate limit is used up: wait a minute and try again.';
	if (status >= 500) return `This is on ${api.vendorName}'s side: try again later.`;
	return 'Check the values in this node.';
}
