import type { IDataObject } from 'n8n-workflow';

import { askedRows, namesAnother } from '../../shared/actions/rows';
import { identifier } from '../../shared/event/fields';
import { agreeing, withId } from '../../shared/http/agreeing';
import { aListOf, anObject, mapped, type Expected } from '../../shared/http/expected';
import type { ApiContext } from '../../shared/http/vendorApi';
import { list, read } from '../api';

export const FLOWS_PATH = '/v1/interview-flows';

const PAGE_SIZE = 100;

/** A flow with these fields, without its secret: Ribbon sends that to anyone who reads the flow, and n8n stores items. */
export const aFlow = (...names: string[]): Expected<IDataObject> =>
	mapped(anObject('interview_flow_id', ...names), (flow) =>
		Object.fromEntries(Object.entries(flow).filter(([name]) => name !== 'webhook_secret_key')),
	);

export const flowPath = (id: string): string => `${FLOWS_PATH}/${encodeURIComponent(id)}`;

/** One flow, without its secret. @throws NodeApiError, `httpCode` 422 when there is none */
export async function readFlow(context: ApiContext, id: string): Promise<IDataObject> {
	return await read(context, flowPath(id), agreeing(aFlow('title'), withId('interview_flow_id', id)));
}

/** The flows of the organization, or of one of its teams, page by page, without their secrets. @throws NodeApiError */
export function listFlows(context: ApiContext, teamId?: string): AsyncGenerator<IDataObject> {
	const rows = list(context, {
		path: FLOWS_PATH,
		name: 'interview_flows',
		query: teamId ? { team_id: teamId } : {},
		rows: aListOf(aFlow('title')),
		idField: 'interview_flow_id',
		pageSize: PAGE_SIZE,
	});
	return askedRows(rows, ({ team_id }) => namesAnother(identifier(team_id), teamId));
}
