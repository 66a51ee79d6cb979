import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { jsonField, numberField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { optionalJson, requiredNumber, requiredText } from '../../../shared/actions/reading';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { isObject } from '../../../shared/event/fields';
import { agreeing, echoing, theOne, type Check } from '../../../shared/http/agreeing';
import { write } from '../../api';
import { postingPath } from '../../api/postings';
import { postingParameter, wantedPosting } from '../../parameters';
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
	properties: [
		postingParameter,
		{
			displayName: 'Step',
			name: 'step',
			type: 'options',
			default: 'web_interview',
			options: STEPS,
		},
		numberField(
			{
				displayName: 'Position',
				name: 'position',
				displayOptions: { show: { step: ['position'] } },
				description: 'The first step is 1',
			},
			1,
		),
		jsonField({
			displayName: 'Config',
			name: 'config',
			required: true,
			default: '{ "num_questions": 5 }',
			description: 'Only the keys in it are changed. A nested object is replaced as a whole.',
		}),
		simplifyParameter,
	],
	prepare: (context, itemIndex) => {
		const step = readStep(context, itemIndex);
		const id = wantedPosting(context, itemIndex);
		const path = postingPath(id, `/workflow/${encodeURIComponent(step)}`);
		const config = optionalJson(context, itemIndex, 'config', 'Config', 'object') ?? {};
		if (Object.keys(config).length === 0) {
			throw new NodeOperationError(context.getNode(), 'Config is empty', {
				itemIndex,
				description: 'Write what to change like { "num_questions": 5 }.',
			});
		}
		const expects = agreeing(theOne('id', id, 'title'), configured(step, config));
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

/** That the step has what was sent, where the posting shows it; of several steps of one type, one of them. */
function configured(step: string, config: IDataObject): Check<IDataObject> {
	const check = echoing(config, Object.keys(config));
	return ({ workflow }) => {
		const steps: unknown[] = Array.isArray(workflow) ? workflow : [];
		const configs = steps
			.filter(isObject)
			.filter(({ type, order }) =>
				[type, order].some((one) => String(one).toLowerCase() === step.toLowerCase()),
			)
			.map((one) => one.config)
			.filter(isObject);
		const said = configs.map((one) => check(one as IDataObject));
		return said.includes(undefined) ? undefined : said[0];
	};
}
