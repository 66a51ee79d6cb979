import type { ReadingOperation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { anObject } from '../../../shared/http/expected';
import { read } from '../../api';

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

export const getStatus: ReadingOperation = {
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get the status of the account',
	description: 'Get credits, invitations and counts',
	properties: [simplifyParameter],
	run: async (context, itemIndex) => {
		const status = await read(context, '/merchant-status', anObject('merchant_id'));
		return asItems([rowReducer(context, itemIndex, COLUMNS)(status)]);
	},
};
