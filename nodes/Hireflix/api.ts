import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { matching } from '../shared/actions/rows';
import { callApi } from '../shared/http/apiCall';
import type { ApiCall } from '../shared/http/outcome';
import type { ApiContext, VendorApi } from '../shared/http/vendorApi';
import { asSaid } from '../shared/http/vendorMessage';

export const hireflixApi: VendorApi = {
	vendorName: 'Hireflix',
	credentialType: 'hireflixApi',
	keyHelp:
		'Open admin.hireflix.com → My account → API keys, copy a key into the API Key field of the credential and save it.',
};

/**
 * Sends a GraphQL document to the account endpoint and gives its `data`.
 *
 * Two of the vendor's three error layers end here: `message: "Unauthorized"` and top-level `errors`, both
 * possible under HTTP 200. Errors that are members of a union in `data` are the caller's.
 *
 * @throws NodeApiError
 */
export async function queryHireflix<Data extends IDataObject>(
	context: ApiContext,
	query: string,
	variables: IDataObject = {},
	repetition: Pick<ApiCall, 'isRepeatable' | 'waitsForRateLimit'> = { isRepeatable: true },
): Promise<Data> {
	const { body } = await callApi(context, hireflixApi, {
		method: 'POST',
		path: '/me',
		body: { query, variables },
		...repetition,
	});
	const { data, message } = (body ?? {}) as { data?: Data; errors?: unknown; message?: string };
	if (data !== undefined && data !== null && !(body as IDataObject).errors) return data;
	const isKeyRefused = message === 'Unauthorized';
	const said = asSaid(hireflixApi.vendorName, body, variables);
	throw new NodeApiError(
		context.getNode(),
		{},
		{
			message: said?.message ?? 'Hireflix says: nothing that can be understood',
			description: `${said?.inFull ?? ''}${isKeyRefused ? hireflixApi.keyHelp : 'Check the values in this node.'}`,
			httpCode: isKeyRefused ? '401' : '400',
		},
	);
}

interface Position extends IDataObject {
	id: string;
	name: string;
	archived: number | boolean | null;
}

/** Every position of the account, archived ones included; the API has no paging here. */
export async function listPositions(context: ApiContext): Promise<Position[]> {
	const { positions } = await queryHireflix<{ positions: Position[] }>(
		context,
		'query { positions { id name archived } }',
	);
	return positions;
}

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

async function namedPositions(context: ApiContext): Promise<Array<{ name: string; value: string }>> {
	const positions = await listPositions(context);
	return positions
		.sort(
			(one, other) => Number(!!one.archived) - Number(!!other.archived) || one.name.localeCompare(other.name),
		)
		.map(({ id, name, archived }) => ({ value: id, name: archived ? `${name} (archived)` : name }));
}
