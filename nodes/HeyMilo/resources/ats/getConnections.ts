import type { Operation } from '../../../shared/actions/operation';
import { asItems } from '../../../shared/actions/rows';
import { aListLike, anObject } from '../../../shared/http/expected';
import { read } from '../../api';

export const getConnections: Operation = {
	value: 'getConnections',
	name: 'Get Many Connections',
	action: 'Get many ATS connections',
	description: 'Get the applicant tracking systems that are connected to the workspace',
	properties: [],
	run: async (context) =>
		asItems(await read(context, '/api/v2/ats/connections', aListLike(anObject('integration_id')))),
};
