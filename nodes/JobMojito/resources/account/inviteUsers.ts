import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { collection } from '../../../shared/actions/properties';

import type { Operation } from '../../../shared/actions/operation';
import { writeJobMojito } from '../../api';
import { jsonField, longTextField, switchField } from '../../fields';
import { languageParameter } from '../../languages';
import { filledIn, merchantField, parseJson } from '../../parameters';
import { batchItems } from '../../rows';

export const inviteUsers: Operation = {
	value: 'inviteUsers',
	name: 'Invite Users',
	action: 'Invite users',
	description: 'Invite colleagues, mentors or candidates by email',
	isReadOnly: false,
	properties: [
		jsonField(
			{
				displayName: 'Users',
				name: 'users',
				required: true,
				description:
					'A list such as [{"name": "Ada", "email": "ada@example.com", "type": "merchant"}]; type is merchant_owner, merchant, merchant_selection, user, mentor or candidate, who needs an interview_id',
			},
			'[]',
		),
		collection('Options', [
			switchField({
				displayName: 'Invite Again',
				name: 'force_invite',
				description: 'Whether to email those who were invited before, too',
			}),
			languageParameter,
			longTextField({ displayName: 'Message', name: 'message_from_recruiter' }),
			merchantField,
		]),
	],
	run: async (context, itemIndex) => {
		const body = { users: readUsers(context, itemIndex), ...filledIn(context, itemIndex, 'options') };
		return batchItems(context, itemIndex, await writeJobMojito(context, '/invite-users', body), 'invited');
	},
};

function readUsers(context: IExecuteFunctions, itemIndex: number): IDataObject[] {
	const value = context.getNodeParameter('users', itemIndex);
	const users = parseJson(context, itemIndex, { value, displayName: 'Users', isList: true }) as IDataObject[];
	if (users.length > 0 && users.every(({ email }) => email)) return users;
	throw new NodeOperationError(context.getNode(), 'Users needs an email for every entry', {
		itemIndex,
		description: 'Correct Users; nobody was invited.',
	});
}
