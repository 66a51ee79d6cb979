import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { writeJobMojito } from '../../api';
import { jsonField, switchField, textField } from '../../fields';
import { filledIn, interviewParameter, merchantField, optionalText, parseJson } from '../../parameters';
import { batchItems } from '../../rows';

const ONE = { show: { source: ['fields'] } };

export const register: Operation = {
	value: 'register',
	name: 'Register',
	action: 'Register a candidate for an interview',
	description: 'Register one candidate or a list for an interview. May email them, see Send Email.',
	isReadOnly: false,
	properties: [
		interviewParameter,
		{
			displayName: 'Candidates From',
			name: 'source',
			type: 'options',
			default: 'fields',
			options: [
				{ name: 'Fields Below', value: 'fields', description: 'One candidate for each input item' },
				{ name: 'JSON List', value: 'list', description: 'Several candidates in one call' },
			],
		},
		textField({ displayName: 'Name', name: 'name', required: true, displayOptions: ONE }),
		textField({
			displayName: 'Email',
			name: 'email',
			required: true,
			displayOptions: ONE,
			placeholder: 'e.g. ada@example.com',
		}),
		textField({
			displayName: 'External ID',
			name: 'externalId',
			displayOptions: ONE,
			description: "Your own ID of the candidate; it comes back in the trigger's item as external_id",
		}),
		jsonField(
			{
				displayName: 'Candidates',
				name: 'users',
				required: true,
				displayOptions: { show: { source: ['list'] } },
				description: 'A list such as [{"name": "Ada", "email": "ada@example.com", "external_id": "7"}]',
			},
			'[]',
		),
		switchField({
			displayName: 'Send Email',
			name: 'sendEmail',
			description: 'Whether JobMojito emails the invitation; otherwise send interview_url yourself',
		}),
		collection('Options', [
			switchField({
				displayName: 'Hide Menu',
				name: 'hide_menu',
				description: 'Whether the interview page has no menu',
			}),
			switchField({
				displayName: 'Hide Iframe',
				name: 'hide_iframe',
				description: 'Whether the interview page has no frame around it',
			}),
			merchantField,
			switchField({
				displayName: 'Test',
				name: 'is_test',
				description: 'Whether the result is marked as a test; works for a draft interview too',
			}),
		]),
	],
	run: async (context, itemIndex): Promise<INodeExecutionData[]> => {
		const answer = await writeJobMojito(context, '/job-interview-register-users', {
			interview_id: requiredText(context, itemIndex, 'interview', 'Interview'),
			users: readCandidates(context, itemIndex),
			send_email: context.getNodeParameter('sendEmail', itemIndex, false) as boolean,
			...filledIn(context, itemIndex, 'options'),
		});
		return batchItems(context, itemIndex, answer, 'registered');
	},
};

function readCandidates(context: IExecuteFunctions, itemIndex: number): IDataObject[] {
	if (context.getNodeParameter('source', itemIndex) !== 'list') {
		const externalId = optionalText(context, itemIndex, 'externalId');
		return [
			{
				name: requiredText(context, itemIndex, 'name', 'Name'),
				email: requiredText(context, itemIndex, 'email', 'Email'),
				...(externalId ? { external_id: externalId } : {}),
			},
		];
	}
	const value = context.getNodeParameter('users', itemIndex);
	const users = parseJson(context, itemIndex, { value, displayName: 'Candidates', isList: true });
	const list = users as IDataObject[];
	if (list.length > 0 && list.every(({ name, email }) => name && email)) return list;
	throw new NodeOperationError(context.getNode(), 'Candidates needs a name and an email for every entry', {
		itemIndex,
		description: 'Correct Candidates; nobody was registered and no email was sent.',
	});
}
