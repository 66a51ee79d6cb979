import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { callApi, type ApiContext, type VendorApi } from '../shared/http/apiCall';

export const jobMojitoApi: VendorApi = {
	vendorName: 'JobMojito',
	credentialType: 'jobMojitoApi',
	keyHelp:
		'The access token has expired or was revoked. Issue a new one in the JobMojito admin (or ask your account manager), put it into Access Token of the credential and save it.',
};

const PAGE_SIZE = 200;

interface Interview extends IDataObject {
	id: string;
	name: string | null;
	status: string | null;
}

interface Page {
	data: Interview[];
	pagination: { has_more: boolean };
}

/** The kinds of definition whose results are sent to webhooks. */
const TYPES_WITH_EVENTS = ['interview', 'assessment'];

/** Every interview definition of the merchant of one type, newest first. */
async function listInterviews(context: ApiContext, type: string): Promise<Interview[]> {
	const interviews: Interview[] = [];
	for (;;) {
		const { body } = await callApi(context, jobMojitoApi, {
			method: 'GET',
			path: '/merchant-interview-list',
			query: { type, limit: PAGE_SIZE, offset: interviews.length },
			isRepeatable: true,
		});
		const { data, pagination } = body as Page;
		interviews.push(...data);
		if (!pagination?.has_more || data.length === 0) return interviews;
	}
}

/** The interviews for a dropdown. */
export async function interviewOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const lists: Interview[] = [];
	for (const type of TYPES_WITH_EVENTS) lists.push(...(await listInterviews(this, type)));
	return lists.map(({ id, name, status }) => ({
		value: id,
		name: status === 'active' ? (name ?? id) : `${name ?? id} (${status})`,
	}));
}
