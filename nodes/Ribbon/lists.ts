import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { matching, takeRows } from '../shared/actions/rows';
import { text } from '../shared/event/fields';
import type { ApiContext } from '../shared/http/vendorApi';
import { listFlows } from './api/flows';
import { listMembers, listTeams } from './api/teams';

type Entry = { name: string; value: string };

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
	return byName((await listTeams(this)).map(({ id, name }) => asEntry(id, [name])));
}

/** Who may be the recruiter of an interview, by name, or by email address where there is no name. */
export async function memberOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return byName((await listMembers(this)).map(({ id, full_name, email }) => asEntry(id, [full_name, email])));
}

async function namedFlows(context: ApiContext): Promise<Entry[]> {
	const asFlow = ({ interview_flow_id: id, title }: IDataObject) => asEntry(id, [title]);
	return byName(await takeRows(listFlows(context), Infinity, asFlow));
}

/** @param names the first that says something is shown, else the ID */
function asEntry(id: unknown, names: unknown[]): Entry {
	const value = String(id);
	return { value, name: names.map(text).find((name) => name !== null) ?? value };
}

const byName = (entries: Entry[]): Entry[] =>
	entries.sort((one, other) => one.name.localeCompare(other.name));
