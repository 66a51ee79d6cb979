import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems } from '../../../shared/actions/rows';
import { readJobMojito } from '../../api';
import { rowReducer } from '../../rows';

const COLUMNS = [
	'merchant_id',
	'subscription_type',
	'subscription_status',
	'credits_interview_monthly',
	'credits_interview_extra',
	'credits_interview_single',
	'definitions_active',
	'interviews_undecided',
	'interview_results',
	'invitations_available',
];

export const getStatus: Operation = {
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get the status of the account',
	description: 'Get credits, invitations and counts',
	isReadOnly: true,
	properties: [simplifyParameter],
	run: async (context, itemIndex) => {
		const status = await readJobMojito<IDataObject>(context, '/merchant-status');
		return asItems([rowReducer(context, itemIndex, COLUMNS)(status)]);
	},
};
