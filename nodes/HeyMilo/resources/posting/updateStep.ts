import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';
import { asJson, asShown, postingParameter, postingPath } from '../../parameters';
import { SIMPLIFIED_POSTING } from '../../postingFields';

export const updateStep: Operation = {
	value: 'updateStep',
	name: 'Update Step',
	action: 'Update a step of a posting',
	description: 'Change how one step of a posting works, for new candidates',
	isReadOnly: false,
	properties: [
		postingParameter,
		{
			displayName: 'Step',
			name: 'step',
			type: 'options',
			default: 'web_interview',
			options: [
				{ name: 'By Position', value: 'position' },
				{ name: 'Conversational SMS', value: 'conversational_sms' },
				{ name: 'Form', value: 'form' },
				{ name: 'Resume', value: 'resume' },
				{ name: 'Web Interview', value: 'web_interview' },
			],
		},
		{
			displayName: 'Position',
			name: 'position',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			displayOptions: { show: { step: ['position'] } },
			description: 'The first step is 1',
		},
		{
			displayName: 'Config',
			name: 'config',
			type: 'json',
			required: true,
			default: '{ "num_questions": 5 }',
			description: 'Only the keys given are changed, but a nested object is replaced as a whole',
		},
		simplifyParameter,
	],
	run: async (context, itemIndex) => {
		const path = postingPath(context, itemIndex, `/workflow/${stepOf(context, itemIndex)}`);
		const given = context.getNodeParameter('config', itemIndex, '{}');
		const config = asJson<IDataObject>(context, itemIndex, given, 'Config', 'object');
		const posting = await callV2(context, 'PATCH', path, { config }, true);
		return asItems([asShown(context, itemIndex, posting, SIMPLIFIED_POSTING)]);
	},
};

function stepOf(context: IExecuteFunctions, itemIndex: number): string {
	const step = String(context.getNodeParameter('step', itemIndex, 'web_interview'));
	return step === 'position' ? String(context.getNodeParameter('position', itemIndex, 1)) : step;
}
