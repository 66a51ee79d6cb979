import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { asEntry, byName, matching, type Entry } from '../shared/actions/entries';
import { takeRows } from '../shared/actions/rows';
import type { ApiContext } from '../shared/http/vendorApi';
import { listFlows } from './api/flows';
import { listMembers, listTeams } from './api/teams';

/** The flows for the trigger's dropdown, by title. */
export async function flowOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await namedFlows(this);
}

/** The flows for a searchable list, in the same order. */
export async function searchFlows(
	this: ILoadOptionsFunctions,
	typed?: string,
): Promise<INodeListSearchResult> {
	return matching(await namedFlows(this), typed);
}

/** The teams of the organization, by name. */
export async function teamOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return byName((await listTeams(this)).flatMap(({ id, name }) => asEntry(id, name)));
}

/** Who may be the recruiter of an interview, by name, or by email address where there is no name. */
export async function memberOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return byName(
		(await listMembers(this)).flatMap(({ id, full_name, email }) => asEntry(id, full_name, email)),
	);
}

async function namedFlows(context: ApiContext): Promise<Entry[]> {
	const asFlow = ({ interview_flow_id: id, title }: IDataObject) => asEntry(id, title);
	return byName((await takeRows(listFlows(context), Infinity, asFlow)).flat());
}
