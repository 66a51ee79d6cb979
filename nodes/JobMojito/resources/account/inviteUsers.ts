import type { IDataObject } from 'n8n-workflow';

import { jsonField, longTextField, readFields, switchField } from '../../../shared/actions/fields';
import type { PeopleOperation } from '../../../shared/actions/operation';
import { listedPeople, type ListEntry } from '../../../shared/actions/peopleSource';
import { collection } from '../../../shared/actions/properties';
import { emailOf, textOf } from '../../../shared/actions/values';
import { writeOnce } from '../../api';
import { languageParameter } from '../../parameters/languages';
import { merchantField } from '../../parameters';
import { aRowForEach, oncePerInterview, PEOPLE_PER_CALL, sentOf } from '../people';

const LIST_NAME = 'User List';

const options = [
	switchField({
		displayName: 'Invite Again',
		name: 'force_invite',
		description: 'Whether to email those who were invited before, too',
	}),
	languageParameter,
	longTextField({ displayName: 'Message', name: 'message_from_recruiter' }),
	merchantField,
];

export const inviteUsers: PeopleOperation = {
	value: 'inviteUsers',
	name: 'Invite Users',
	action: 'Invite users',
	description: 'Invite colleagues, mentors or candidates by email',
	callSize: PEOPLE_PER_CALL,
	done: 'invited',
	properties: [
		jsonField(
			{
				displayName: LIST_NAME,
				name: 'list',
				required: true,
				description:
					'A list such as [{"name": "Ada", "email": "ada@example.com", "type": "merchant"}]. The type is merchant_owner, merchant, merchant_selection, user, mentor or candidate; a candidate also needs an interview_id.',
			},
			'[]',
		),
		collection('Options', options),
	],
	read: (context, itemIndex) => ({
		settings: readFields(context, itemIndex, { collection: 'options', known: options }),
		people: listedPeople(context, itemIndex, LIST_NAME, {
			keys: ['email', 'name', 'type', 'interview_id'],
			read: user,
		}),
	}),
	identity: oncePerInterview,
	send: async (context, settings, people) => {
		const body = { ...settings, users: people };
		const rows = await writeOnce(context, '/invite-users', aRowForEach(people), body);
		return rows.map((row, place) => sentOf(row, people[place]));
	},
};

function user({ given, required }: ListEntry): IDataObject {
	const optional = (key: string, displayName: string) => textOf(given(key, displayName));
	const type = optional('type', 'Type');
	const others = {
		name: optional('name', 'Name'),
		type,
		// Documented as mandatory for candidates.
		interview_id: (type === 'candidate' ? required : optional)('interview_id', 'Interview ID'),
	};
	const filledIn = Object.entries(others).filter(([, text]) => text !== '');
	return { email: required('email', 'Email', emailOf), ...Object.fromEntries(filledIn) };
}
