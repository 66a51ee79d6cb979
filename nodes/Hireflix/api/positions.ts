import type { IDataObject } from 'n8n-workflow';

import { happening } from '../../shared/event/fields';
import { presentText } from '../../shared/event/text';
import { aListOf, under } from '../../shared/http/expected';
import type { ApiContext } from '../../shared/http/vendorApi';
import { anEntity, read } from '../api';

export interface Position {
	id: string;
	/** The ID where Hireflix returns no name. */
	name: string;
	/** Null where it cannot be read. */
	isArchived: boolean | null;
}

/** Every position of the account, archived ones included; the API has no paging here. @throws NodeApiError */
export async function listPositions(context: ApiContext): Promise<Position[]> {
	const positions = await read(context, {
		document: 'query { positions { id name archived } }',
		expects: under('positions', aListOf(anEntity)),
	});
	const ids = positions.map(({ id }) => id);
	return positions.filter(({ id }, index) => ids.indexOf(id) === index).map(asPosition);
}

/** `archived` is when, in epoch milliseconds; some answers have a boolean. */
export function asPosition({ id, name, archived }: IDataObject): Position {
	return { id: String(id), name: presentText(name) ?? String(id), isArchived: happening(archived).happened };
}
