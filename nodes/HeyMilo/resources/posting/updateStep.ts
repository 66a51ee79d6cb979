import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { optionalJson, requiredNumber, requiredText } from '../../../shared/actions/reading';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { theOne } from '../../../shared/http/agreeing';
import { write } from '../../api';
import { postingParameter, postingPath } from '../../parameters';
import { SIMPLIFIED_POSTING } from './fields';

const STEPS = [
	{ name: 'By Position', value: 'position' },
	{ name: 'Conversational SMS', value: 'conversational_sms' },
	{ name: 'Form', value: 'form' },
	{ name: 'Resume', value: 'resume' },
	{ name: 'Web Interview', value: 'web_interview' },
];

export const updateStep: Operation = {
	value: 'updateStep',
	name: 'Update Step',
	action: 'Update a step of a posting',
	description: 'Change how one step of a posting works, for new candidates',
	effect: 'write',
	properties: [
		postingParameter,
		{
			displayName: 'Step',
			name: 'step',
			type: 'options',
			default: 'web_interview',
			options: STEPS,
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
			description: 'Only the keys in it are changed. A nested object is replaced as a whole.',
		},
		simplifyParameter,
	],
	prepare: (context, itemIndex) => {
		const step = encodeURIComponent(readStep(context, itemIndex));
		const path = postingPath(context, itemIndex, `/workflow/${step}`);
		const config = optionalJson(context, itemIndex, 'config', 'Config', 'object') ?? {};
		if (Object.keys(config).length === 0) {
			throw new NodeOperationError(context.getNode(), 'Config is empty', {
				itemIndex,
				description: 'Write what to change like { "num_questions": 5 }.',
			});
		}
		const expects = theOne('id', requiredText(context, itemIndex, 'postingId', 'Posting'), 'title');
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_POSTING);
		return async () => {
			const posting = await write<IDataObject>(context, 'PATCH', path, expects, { config });
			return asItems([shown(posting)]);
		};
	},
};

/** HeyMilo takes the type of a step, which may be one that is not in the list, or its place. */
function readStep(context: IExecuteFunctions, itemIndex: number): string {
	const given = requiredText(context, itemIndex, 'step', 'Step');
	const step = STEPS.find(({ value }) => value === given.toLowerCase())?.value ?? given;
	if (step !== 'position') return step;
	return String(requiredNumber(context, itemIndex, 'position', 'Position', { min: 1, isWhole: true }));
}
