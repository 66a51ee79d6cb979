import type { IDataObject, JsonObject } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { openCredential, type Credential } from './credential';
import { failureOf } from './failure';
import { encodeForm } from './form';
import { hideSecrets } from './hideSecrets';
import { isSuccess, refusalIn, type ApiCall, type Outcome } from './outcome';
import { MOST_ATTEMPTS, rateLimitWaitMs, waitForAnother } from './patience';
import { timeoutSecondsOf, type ApiContext, type VendorApi } from './vendorApi';
import { askedWaitMs, LONGEST_WAIT_MS } from './waiting';

/**
 * Calls a vendor's API with the node's credential and returns the part of the answer that was expected. Waits as long as
 * a 429 says, up to 30 s, or what is left of a step of a trigger's life cycle; repeats 5xx and broken connections, but never
 * a `writeOnce`. An answer that is not the vendor's is an error, whatever its status, and so is one that contradicts the call.
 *
 * @throws NodeApiError with the vendor's own message and what to do, `httpCode` being the status as text;
 *   `context.isUnclear` is true when a `writeOnce` may have had its effect, and when the answer to a write contradicts it
 */
export async function callApi<Value>(
	context: ApiContext,
	api: VendorApi,
	call: ApiCall<Value>,
): Promise<Value> {
	if (DOTS.test(call.path.split('?')[0])) throw noPlace(context);
	const credential = await openCredential(context, api);
	let mayStand = false;
	for (let attempt = 1; ; attempt++) {
		const started = Date.now();
		const outcome = await send(context, api, call, credential);
		if (isSuccess(outcome) && refusalIn(api, outcome.body) === undefined) {
			const found = call.expects.find(outcome.body);
			if (found !== undefined && call.expects.contradiction?.(outcome.body) === undefined) return found;
		}
		const isOver = attempt === MOST_ATTEMPTS || !isWorthRepeating(outcome, call);
		const failedMs = Date.now() - started;
		if (isOver || !(await waitForAnother(context, failedMs, waitFor(context, outcome, attempt)))) {
			const error = failureOf(context, api, call, credential, outcome);
			error.context.followsUnclear = mayStand;
			throw error;
		}
		mayStand ||= 'failure' in outcome || outcome.status >= 500;
	}
}

/** Of an ID that is a dot or two, as a cell may hold: in a URL it leads to another place. */
const DOTS = /\/\.{1,2}(?=\/|$)/;

const noPlace = (context: ApiContext): NodeOperationError =>
	new NodeOperationError(context.getNode(), 'An ID in this node is nothing but dots', {
		description: 'Drag the column that holds the ID into the field.',
	});

async function send<Value>(
	context: ApiContext,
	api: VendorApi,
	call: ApiCall<Value>,
	{ baseUrl, secrets }: Credential,
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
			timeout: timeoutSecondsOf(api) * 1000,
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as { statusCode: number; body: unknown; headers: IDataObject };
		const body = hideSecrets(answer.body, [...secrets, ...(call.secrets ?? [])]);
		return { status: answer.statusCode, body, headers: answer.headers };
	} catch (error) {
		return { failure: error as JsonObject };
	}
}

function isWorthRepeating<Value>(outcome: Outcome, { effect, waitsForRateLimit }: ApiCall<Value>): boolean {
	const isRepeatable = effect !== 'writeOnce';
	if ('failure' in outcome) return isRepeatable;
	if (outcome.status === 429) return waitsForRateLimit ?? isRepeatable;
	return isRepeatable && outcome.status >= 500;
}

/** Milliseconds: what the vendor asks for, else long enough for a limit per minute, else a short backoff. */
function waitFor(context: ApiContext, outcome: Outcome, attempt: number): number {
	const asked = 'headers' in outcome ? askedWaitMs(outcome.headers['retry-after']) : null;
	if (asked !== null) return asked;
	const isLimited = 'status' in outcome && outcome.status === 429;
	const backoff = isLimited
		? rateLimitWaitMs(context) * attempt
		: 500 * 2 ** (attempt - 1) * (1 + Math.random() / 4);
	return Math.min(backoff, LONGEST_WAIT_MS);
}
