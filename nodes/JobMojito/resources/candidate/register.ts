import type { IDataObject } from 'n8n-workflow';

import { readFields, switchField, textField } from '../../../shared/actions/fields';
import type { PeopleOperation, Sent } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import {
	candidateListParameter,
	emailParameter,
	forItems,
	nameParameter,
	readCandidates,
	sourceParameter,
} from '../../../shared/actions/peopleSource';
import { optionalText, requiredEmail, requiredFlag, requiredText } from '../../../shared/actions/reading';
import { emailOf, textOf } from '../../../shared/actions/values';
import { isNothing } from '../../../shared/event/fields';
import { writeOnce } from '../../api';
import { interviewParameter, merchantField } from '../../parameters';
import { aRowForEach, oncePerInterview, PEOPLE_PER_CALL, sentOf } from '../people';

const externalIdField = textField({
	displayName: 'External ID',
	name: 'external_id',
	description: "Your own ID of the candidate. It comes back in the trigger's item as external_id.",
});

const options = [
	switchField({
		displayName: 'Hide Iframe',
		name: 'hide_iframe',
		description: 'Whether the interview page has no frame around it',
	}),
	switchField({
		displayName: 'Hide Menu',
		name: 'hide_menu',
		description: 'Whether the interview page has no menu',
	}),
	merchantField,
	switchField({
		displayName: 'Test',
		name: 'is_test',
		description: 'Whether the result is marked as a test. Works for a draft interview too.',
	}),
];

export const register: PeopleOperation = {
	value: 'register',
	name: 'Register',
	action: 'Register a candidate for an interview',
	description:
		'Register one candidate or a list for an interview. Emails the invitation if Send Email is on.',
	callSize: PEOPLE_PER_CALL,
	done: 'registered',
	properties: [
		interviewParameter,
		sourceParameter,
		forItems(nameParameter),
		forItems(emailParameter),
		candidateListParameter(
			'A list such as [{"name": "Ada", "email": "ada@example.com", "external_id": "7"}]',
		),
		switchField({
			displayName: 'Send Email',
			name: 'sendEmail',
			description: 'Whether JobMojito emails the invitation. If not, send interview_url yourself.',
		}),
		forItems(collection('Additional Fields', [externalIdField])),
		collection('Options', options),
	],
	read: (context, itemIndex) => ({
		settings: {
			interview_id: requiredText(context, itemIndex, 'interview', 'Interview'),
			send_email: requiredFlag(context, itemIndex, 'sendEmail', 'Send Email'),
			...readFields(context, itemIndex, { collection: 'options', known: options }),
		},
		people: readCandidates(
			context,
			itemIndex,
			() =>
				candidate(
					requiredText(context, itemIndex, 'name', 'Name'),
					requiredEmail(context, itemIndex, 'email', 'Email'),
					optionalText(context, itemIndex, 'additionalFields.external_id', 'External ID'),
				),
			{
				keys: ['name', 'email', 'external_id'],
				read: ({ given, required }) =>
					candidate(
						required('name', 'Name'),
						required('email', 'Email', emailOf),
						textOf(given('external_id', 'External ID')),
					),
			},
		),
	}),
	identity: oncePerInterview,
	send: async (context, settings, people) => {
		const body = { ...settings, users: people };
		const rows = await writeOnce(context, '/job-interview-register-users', aRowForEach(people), body);
		return rows.map((row, place) => {
			const sent = sentOf(row, people[place]);
			return 'json' in sent && settings.send_email === false ? withLink(sent.json, people[place]) : sent;
		});
	},
};

/** Without an email and without a link, nobody is reached. */
function withLink(row: IDataObject, { email }: IDataObject): Sent {
	if (!isNothing(row.interview_url)) return { json: row };
	return {
		refusal: 'JobMojito registered this person, but returned no interview link, and sends no email',
		description: `The email is ${String(email)}. Look in JobMojito before you send this person again.`,
		isUnclear: true,
	};
}

function candidate(name: string, email: string, externalId: string): IDataObject {
	return { name, email, ...(externalId === '' ? {} : { external_id: externalId }) };
}
