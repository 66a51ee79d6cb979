import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { jsonField, textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { collection, simplifyParameter } from '../../../shared/actions/properties';
import { optionalChoice, optionalJson, requiredText } from '../../../shared/actions/reading';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { isObject } from '../../../shared/event/fields';
import { writeOnce } from '../../api';
import { POSTINGS_PATH } from '../../api/postings';
import { additionalFields, newPosting, readAdditionalFields, SIMPLIFIED_POSTING } from './fields';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a posting',
	description: 'Create a posting with its AI interviewer',
	properties: [
		textField({
			displayName: 'Title',
			name: 'title',
			required: true,
			placeholder: 'e.g. Night Shift Nurse',
			description: 'From 3 to 200 characters',
		}),
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
		textField({
			displayName: 'Interview Template ID',
			name: 'templateId',
			required: true,
			displayOptions: { show: { setUpFrom: ['template'] } },
			description: 'Get it with Lookup: Get Many',
		}),
		jsonField({
			displayName: 'Workflow',
			name: 'workflow',
			required: true,
			default: '[{ "type": "web_interview", "config": { "video": true } }]',
			displayOptions: { show: { setUpFrom: ['workflow'] } },
			description:
				'The steps in order. Each has a type (web_interview, conversational_sms, resume, form or another that HeyMilo offers), and optionally config and questions; without questions the AI writes them.',
		}),
		collection('Additional Fields', additionalFields),
		simplifyParameter,
	],
	prepare: (context, itemIndex) => {
		const body = {
			...readAdditionalFields(context, itemIndex),
			title: requiredText(context, itemIndex, 'title', 'Title'),
			...readSetUp(context, itemIndex),
		};
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_POSTING);
		return async () => asItems([shown(await writeOnce(context, POSTINGS_PATH, newPosting, body))]);
	},
};

/** Which types of steps there are is HeyMilo's to say: it has some that its API's document does not name. */
function readSetUp(context: IExecuteFunctions, itemIndex: number): IDataObject {
	if (
		optionalChoice(context, itemIndex, 'setUpFrom', 'Set Up From', ['template', 'workflow']) === 'template'
	) {
		const id = requiredText(context, itemIndex, 'templateId', 'Interview Template ID');
		return { interview_template_id: id };
	}
	const workflow = optionalJson<IDataObject[]>(context, itemIndex, 'workflow', 'Workflow', 'list') ?? [];
	const wrong = workflow.findIndex((step) => !isObject(step) || typeof step.type !== 'string');
	if (wrong === -1 && workflow.length > 0) return { workflow };
	throw new NodeOperationError(
		context.getNode(),
		workflow.length === 0 ? 'Workflow has no steps' : `Workflow: step ${wrong + 1} has no type`,
		{ itemIndex, description: 'Write each step like { "type": "web_interview" }.' },
	);
}
