import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';
import { asJson, asShown } from '../../parameters';
import { postingFields, readPostingFields, SIMPLIFIED_POSTING } from '../../postingFields';

const STEP_TYPES = ['web_interview', 'conversational_sms', 'resume', 'form'];

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a posting',
	description: 'Create a posting with its AI interviewer',
	isReadOnly: false,
	properties: [
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Night Shift Nurse',
			description: 'From 3 to 200 characters',
		},
		{
			displayName: 'Set Up From',
			name: 'setUpFrom',
			type: 'options',
			default: 'workflow',
			options: [
				{ name: 'Interview Template', value: 'template', description: 'A template of your workspace' },
				{ name: 'Workflow', value: 'workflow', description: 'A list of steps' },
			],
		},
		{
			displayName: 'Interview Template ID',
			name: 'templateId',
			type: 'string',
			required: true,
			default: '',
			displayOptions: { show: { setUpFrom: ['template'] } },
			description: 'Get it with Lookup: Get Many',
		},
		{
			displayName: 'Workflow',
			name: 'workflow',
			type: 'json',
			required: true,
			default: '[{ "type": "web_interview", "config": { "video": true } }]',
			displayOptions: { show: { setUpFrom: ['workflow'] } },
			description:
				'The steps in order. Each has a type (web_interview, conversational_sms, resume or form), and optionally config and questions; without questions the AI writes them.',
		},
		simplifyParameter,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: postingFields,
		},
	],
	run: async (context, itemIndex) => {
		const body = {
			...readPostingFields(context, itemIndex, 'additionalFields'),
			title: requiredText(context, itemIndex, 'title', 'Title'),
			...setUp(context, itemIndex),
		};
		const { posting, ...head } = await callV2(context, 'POST', '/api/v2/postings', body, false);
		const made = { ...head, ...(posting as IDataObject | null) };
		return asItems([asShown(context, itemIndex, made, SIMPLIFIED_POSTING)]);
	},
};

function setUp(context: IExecuteFunctions, itemIndex: number): IDataObject {
	if (context.getNodeParameter('setUpFrom', itemIndex, 'workflow') === 'template')
		return {
			interview_template_id: requiredText(context, itemIndex, 'templateId', 'Interview Template ID'),
		};
	const given = context.getNodeParameter('workflow', itemIndex, '[]');
	const workflow = asJson<IDataObject[]>(context, itemIndex, given, 'Workflow', 'list');
	const wrong = workflow.findIndex((step) => !STEP_TYPES.includes(String(step?.type)));
	if (wrong === -1 && workflow.length > 0) return { workflow };
	throw new NodeOperationError(
		context.getNode(),
		workflow.length === 0 ? 'Workflow has no steps' : `Workflow: step ${wrong + 1} has no known type`,
		{ itemIndex, description: `The type of each step is one of ${STEP_TYPES.join(', ')}.` },
	);
}
