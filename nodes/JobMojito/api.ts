import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions, NodeError } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { callApi } from '../shared/http/apiCall';
import type { ApiCall } from '../shared/http/outcome';
import type { ApiContext, VendorApi } from '../shared/http/vendorApi';
import type { FormPart } from '../shared/http/form';

export const jobMojitoApi: VendorApi = {
	vendorName: 'JobMojito',
	credentialType: 'jobMojitoApi',
	keyHelp:
		'The access token has expired or was revoked. Issue a new one in the JobMojito admin (or ask your account manager), put it into Access Token of the credential and save it.',
};

const PAGE_SIZE = 200;

/** What differs from the general advice: JobMojito hides rows of others as 404 and refusals as 500. */
const CURES: Record<string, string> = {
	'403':
		'The token is valid, but its role or its company may not do this. Use a token of an owner of the company in the credential, and check a Sub-Merchant ID if you gave one.',
	'404':
		'Nothing has this ID, or it belongs to another company or environment than the access token. A result, an interview, an enrolment and a person each have an ID of their own: check that the right kind is filled in.',
	'500':
		'JobMojito also answers so when the access token has expired, when its role may not do this, and when an ID is unknown or of another kind (a result, an interview and a person each have their own). Check the ID and the credential first; if both are right, try again later.',
};

/**
 * The answer of a reading call, repeated after an unclear failure.
 *
 * @throws NodeApiError with a cure for JobMojito's own habits
 */
export async function readJobMojito<Answer>(
	context: ApiContext,
	path: string,
	query: IDataObject = {},
): Promise<Answer> {
	return await send<Answer>(context, { method: 'GET', path, query, isRepeatable: true });
}

/**
 * The answer of a call that changes something, costs credits or reaches a person; never repeated.
 *
 * @param sent a JSON object, or the parts of a form where there is a file
 * @throws NodeApiError
 */
export async function writeJobMojito<Answer>(
	context: ApiContext,
	path: string,
	sent: IDataObject | FormPart[],
): Promise<Answer> {
	const content = Array.isArray(sent) ? { form: sent } : { body: sent };
	return await send<Answer>(context, { method: 'POST', path, ...content, isRepeatable: false });
}

async function send<Answer>(context: ApiContext, call: ApiCall): Promise<Answer> {
	try {
		const { body } = await callApi(context, jobMojitoApi, call);
		return body as Answer;
	} catch (error) {
		const { message, description, httpCode } = error as NodeApiError;
		const cure = CURES[String(httpCode)];
		const status = `JobMojito ${call.method} ${call.path} was answered with status ${httpCode}.`;
		throw new NodeApiError(
			context.getNode(),
			{},
			{
				message,
				description: cure
					? `${status} ${cure}`
					: ((error as NodeError).description ?? description ?? undefined),
				httpCode: httpCode ?? undefined,
			},
		);
	}
}

/**
 * The rows of a list, page by page.
 *
 * @param pageSize 1 to 1000
 */
export async function* listRows(
	context: ApiContext,
	path: string,
	query: IDataObject = {},
	pageSize = PAGE_SIZE,
): AsyncGenerator<IDataObject> {
	for (let offset = 0; ;) {
		const page = await readJobMojito<{ data?: IDataObject[]; pagination?: { has_more?: boolean } }>(
			context,
			path,
			{ ...query, limit: pageSize, offset },
		);
		const rows = page.data ?? [];
		yield* rows;
		if (page.pagination?.has_more !== true || rows.length === 0) return;
		offset += rows.length;
	}
}

interface Interview extends IDataObject {
	id: string;
	name: string | null;
	status: string | null;
}

/** The kinds of definition whose results are sent to webhooks. */
export const TYPES_WITH_EVENTS = ['interview', 'assessment'];

/** The interviews for a dropdown, all pages of them, newest first. */
export async function interviewOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const options: INodePropertyOptions[] = [];
	for (const type of TYPES_WITH_EVENTS) {
		for await (const row of listRows(this, '/merchant-interview-list', { type })) {
			options.push(interviewOption(row as Interview));
		}
	}
	return options;
}

/** An interview as an entry of a list; one that is not live says so. */
export function interviewOption({ id, name, status }: Interview): { name: string; value: string } {
	return { value: id, name: status === 'active' ? (name ?? id) : `${name ?? id} (${status})` };
}
