import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { jsonField, readFields, switchField, textField } from '../../../shared/actions/fields';
import type { PeopleOperation, Share } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { optionalChoice, optionalText, requiredFlag, requiredText } from '../../../shared/actions/reading';
import { writeOnce } from '../../api';
import { interviewParameter, merchantField } from '../../parameters';
import { aRowForEach, listedPeople, oncePerInterview, PEOPLE_PER_CALL, sentOf } from '../people';

const FROM_ITEMS = { show: { source: ['items'] } };

const LIST_NAME = 'Candidate List';

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
	description: 'Register one candidate or a list for an interview. May email them, see Send Email.',
	effect: 'writeOnce',
	callSize: PEOPLE_PER_CALL,
	done: 'registered',
	properties: [
		interviewParameter,
		{
			displayName: 'Candidates From',
			name: 'source',
			type: 'options',
			default: 'items',
			options: [
				{ name: 'Input Items', value: 'items', description: 'One candidate for each input item' },
				{ name: 'JSON List', value: 'list', description: 'Several candidates for each input item' },
			],
		},
		textField({ displayName: 'Name', name: 'name', required: true, displayOptions: FROM_ITEMS }),
		textField({
			displayName: 'Email',
			name: 'email',
			required: true,
			displayOptions: FROM_ITEMS,
			placeholder: 'e.g. ada@example.com',
		}),
		jsonField(
			{
				displayName: LIST_NAME,
				name: 'list',
				required: true,
				displayOptions: { show: { source: ['list'] } },
				description: 'A list such as [{"name": "Ada", "email": "ada@example.com", "external_id": "7"}]',
			},
			'[]',
		),
		switchField({
			displayName: 'Send Email',
			name: 'sendEmail',
			description: 'Whether JobMojito emails the invitation. If not, send interview_url yourself.',
		}),
		{ ...collection('Additional Fields', [externalIdField]), displayOptions: FROM_ITEMS },
		collection('Options', options),
	],
	read: (context, itemIndex) => ({
		settings: {
			interview_id: requiredText(context, itemIndex, 'interview', 'Interview'),
			send_email: requiredFlag(context, itemIndex, 'sendEmail', 'Send Email'),
			...readFields(context, itemIndex, { collection: 'options', known: options }),
		},
		people: readCandidates(context, itemIndex),
	}),
	identity: oncePerInterview,
	send: async (context, settings, people) => {
		const body = { ...settings, users: people };
		const rows = await writeOnce(context, '/job-interview-register-users', body, aRowForEach(people));
		return rows.map((row, place) => sentOf(row, people[place]));
	},
};

function readCandidates(context: IExecuteFunctions, itemIndex: number): Share['people'] {
	if (optionalChoice(context, itemIndex, 'source', 'Candidates From', ['items', 'list']) !== 'list') {
		return [
			{
				person: candidate(
					requiredText(context, itemIndex, 'name', 'Name'),
					requiredText(context, itemIndex, 'email', 'Email'),
					optionalText(context, itemIndex, 'additionalFields.external_id', 'External ID'),
				),
			},
		];
	}
	return listedPeople(context, itemIndex, LIST_NAME, (required, optional) =>
		candidate(required('name', 'Name'), required('email', 'Email'), optional('external_id', 'External ID')),
	);
}

function candidate(name: string, email: string, externalId: string): IDataObject {
	return { name, email, ...(externalId === '' ? {} : { external_id: externalId }) };
}
