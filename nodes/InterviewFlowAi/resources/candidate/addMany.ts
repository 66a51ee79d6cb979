import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { asItems } from '../../../shared/actions/rows';
import { addedFromItems, addedFromList } from '../../batches';
import {
	customFieldsOption,
	metadataOption,
	personParameters,
	sendEmailAfterOption,
	skillsOption,
	statusOption,
} from '../../candidateDetails';
import { interviewerParameter } from '../../parameters';

const fromItems = { show: { source: ['items'] } };

const itemProperties: INodeProperties[] = [
	...personParameters.map((property) => ({ ...property, displayOptions: fromItems })),
	{
		displayName: 'Candidate Details',
		name: 'details',
		type: 'collection',
		placeholder: 'Add detail',
		default: {},
		displayOptions: fromItems,
		options: [customFieldsOption, metadataOption, sendEmailAfterOption, skillsOption],
	},
];

export const addMany: Operation = {
	value: 'addMany',
	name: 'Add Many',
	action: 'Add many candidates',
	description: 'Add candidates to an Interviewer; InterviewFlowAI sends each of them an invitation by email',
	isReadOnly: false,
	properties: [
		interviewerParameter,
		{
			displayName:
				'InterviewFlowAI sends invitations by itself. Whether it recognises somebody who was added before is not documented: look with Get Many first.',
			name: 'invitationNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Candidates',
			name: 'source',
			type: 'options',
			noDataExpression: true,
			default: 'items',
			options: [
				{
					name: 'From Input Items',
					value: 'items',
					description: 'One candidate an item; all items go to InterviewFlowAI in one call',
				},
				{ name: 'From JSON List', value: 'list', description: 'All candidates of a list in one call' },
			],
		},
		...itemProperties,
		{
			displayName: 'Candidate List',
			name: 'list',
			type: 'json',
			required: true,
			default: '[]',
			placeholder: 'e.g. [{ "name": "Ada Example", "email": "ada@example.com" }]',
			displayOptions: { show: { source: ['list'] } },
			description:
				'Each with name and email; and, where wanted, with skills, additionalFields (custom fields) and metadata, in which sendEmailAfter delays the invitation by 1 to 96 hours',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				statusOption,
				{ ...skillsOption, displayName: 'Skills for All', description: 'For every candidate of the call' },
			],
		},
	],
	run: async (context, itemIndex) => {
		const isList = context.getNodeParameter('source', itemIndex, 'items') === 'list';
		const added: IDataObject[] = isList
			? await addedFromList(context, itemIndex)
			: [await addedFromItems(context, itemIndex)];
		return asItems(added);
	},
};
