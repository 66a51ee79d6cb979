import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { readFlow } from '../../api/flows';
import { flowParameter } from '../../parameters';

/** Of a flow, the most used first. */
export const FLOW_COLUMNS = [
	'interview_flow_id',
	'title',
	'org_name',
	'interview_type',
	'language',
	'is_video_enabled',
	'questions',
	'team_id',
	'redirect_url',
	'webhook_url',
];

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a flow',
	description: 'Get a flow with its questions and its webhook URL, without the Secret Key',
	properties: [flowParameter, simplifyParameter],
	run: async (context, itemIndex) => {
		const flow = await readFlow(context, requiredText(context, itemIndex, 'flowId', 'Flow'));
		return asItems([rowReducer(context, itemIndex, FLOW_COLUMNS)(flow)]);
	},
};
