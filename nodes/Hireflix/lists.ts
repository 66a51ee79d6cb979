import type { ILoadOptionsFunctions, INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';

import { matching, type Entry } from '../shared/actions/entries';
import type { ApiContext } from '../shared/http/vendorApi';
import { listPositions } from './api/positions';

/** The positions for the trigger's dropdown, open ones first, by name. */
export async function positionOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await namedPositions(this);
}

/** The positions for a searchable list, in the same order. */
export async function searchPositions(
	this: ILoadOptionsFunctions,
	typed?: string,
): Promise<INodeListSearchResult> {
	return matching(await namedPositions(this), typed);
}

async function namedPositions(context: ApiContext): Promise<Entry[]> {
	const positions = await listPositions(context);
	return positions
		.sort(
			(one, other) => Number(one.isArchived) - Number(other.isArchived) || one.name.localeCompare(other.name),
		)
		.map(({ id, name, isArchived }) => ({ value: id, name: isArchived ? `${name} (archived)` : name }));
}
