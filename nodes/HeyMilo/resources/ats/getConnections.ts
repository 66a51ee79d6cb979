import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';

export const getConnections: Operation = {
	value: 'getConnections',
	name: 'Get Many Connections',
	action: 'Get many ATS connections',
	description: 'Get the applicant tracking systems that are connected to the workspace',
	isReadOnly: true,
	properties: [],
	run: async (context) =>
		asItems(await callV2<IDataObject[]>(context, 'GET', '/api/v2/ats/connections', undefined, true)),
};
