import type { IDataObject } from 'n8n-workflow';

import { aListLike, anObject, under } from '../../shared/http/expected';
import type { ApiContext } from '../../shared/http/vendorApi';
import { read } from '../api';

/** The teams of the organization; the API has no paging here. @throws NodeApiError */
export async function listTeams(context: ApiContext): Promise<IDataObject[]> {
	return await read(context, '/v1/teams', under('teams', aListLike(anObject('id', 'name'))));
}

/** Who works in the organization, or in one of its teams; no paging either. @throws NodeApiError */
export async function listMembers(context: ApiContext, teamId?: string): Promise<IDataObject[]> {
	const members = under('team_members', aListLike(anObject('id')));
	return await read(context, '/v1/team-members', members, teamId ? { team_id: teamId } : {});
}
