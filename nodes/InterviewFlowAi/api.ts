import type { IDataObject, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { callApi } from '../shared/http/apiCall';
import type { ApiContext, VendorApi } from '../shared/http/vendorApi';

export const interviewFlowAiApi: VendorApi = {
	vendorName: 'InterviewFlowAI',
	credentialType: 'interviewFlowAiApi',
	keyHelp:
		'Open InterviewFlowAI → Settings → API Keys → Generate, put the key into the API Key field of the credential and save it.',
};

const FETCH_PATH = '/api/external/fetch/candidates';

/** Adds many candidates to an Interviewer and mails them. Source: the vendor's page on the ingestion API. */
export const INGEST_MANY_PATH = '/api/external/ingest/candidates';

/** Creates one interview and mails nobody. Source: the vendor's page on the interview candidate API. */
export const INGEST_ONE_PATH = '/api/external/ingest/candidate';

/**
 * Reads candidates of an Interviewer. The shape of the answer is not documented.
 *
 * @throws NodeApiError
 */
export async function fetchCandidates(context: ApiContext, body: IDataObject): Promise<unknown> {
	return await post(context, FETCH_PATH, body, true);
}

/**
 * Sends candidates to InterviewFlowAI, once: a second time might invite them twice.
 *
 * @throws NodeApiError, which says so when it is unclear whether they were added
 */
export async function ingest(context: ApiContext, path: string, body: IDataObject): Promise<unknown> {
	return await post(context, path, body, false);
}

async function post(
	context: ApiContext,
	path: string,
	body: IDataObject,
	isRepeatable: boolean,
): Promise<unknown> {
	try {
		const answer = await callApi(context, interviewFlowAiApi, { method: 'POST', path, body, isRepeatable });
		return answer.body;
	} catch (error) {
		const failure = new NodeApiError(context.getNode(), error as JsonObject);
		const { message, httpCode } = failure;
		const advice = adviceFor(httpCode, isRepeatable);
		if (advice === null) throw failure;
		throw new NodeApiError(
			context.getNode(),
			{},
			{
				message: advice.addition ? `${message}; ${advice.addition}` : message,
				description: `${failure.description ?? ''} ${advice.click}`.trim(),
				httpCode: httpCode ?? undefined,
			},
		);
	}
}

interface Advice {
	/** What the message says besides. */
	addition?: string;
	click: string;
}

function adviceFor(httpCode: string | null, isRepeatable: boolean): Advice | null {
	const status = Number(httpCode ?? 0);
	if (status === 400 || status === 404 || status === 422) {
		return {
			click:
				'Copy the Interviewer ID from the address of the Interviewer page in InterviewFlowAI, and check that custom fields are spelled as in its settings.',
		};
	}
	if (isRepeatable || (status > 0 && status < 500)) return null;
	return {
		addition: 'it is not certain whether the candidates were added',
		click:
			'Nothing was sent a second time. Look in InterviewFlowAI, or with Candidate → Get Many, before you run this node again: a candidate who is already there may be invited twice.',
	};
}
