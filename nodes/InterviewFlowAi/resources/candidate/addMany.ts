import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { readFields } from '../../../shared/actions/fields';
import type { PeopleOperation, Sent, Share } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import {
	candidateListParameter,
	forItems,
	readCandidates,
	sourceParameter,
} from '../../../shared/actions/peopleSource';
import { requiredText } from '../../../shared/actions/reading';
import { text } from '../../../shared/event/fields';
import { withHint, writeOnce } from '../../api';
import { lookIn } from '../../normalize/facts';
import { interviewerParameter } from '../../parameters';
import { addedRecords } from '../../answers';
import {
	asCandidate,
	customFieldsField,
	metadataField,
	personParameters,
	sendEmailAfterField,
	skillsField,
	statusField,
} from './candidateFields';
import { readEntry } from './candidateList';

/** Source: https://docs.interviewflowai.com/platform/api-integration/ingestion-api. */
const PATH = '/api/external/ingest/candidates';

/** The vendor documents no limit; a call of this size is over long before 30 s. */
const CALL_SIZE = 100;

const NOT_CONFIRMED =
	"InterviewFlowAI's response does not name this candidate. Look with Candidate → Get Many before you add it again: it may be invited twice.";

const candidateFields = [customFieldsField, metadataField, sendEmailAfterField, skillsField];

const callOptions = [
	statusField,
	{ ...skillsField, displayName: 'Skills for All', description: 'For every candidate of the call' },
];

export const addMany: PeopleOperation = {
	value: 'addMany',
	name: 'Add Many',
	action: 'Add many candidates',
	description:
		'Add candidates to an Interviewer, up to 100 in one call; InterviewFlowAI sends each of them an invitation by email',
	effect: 'writeOnce',
	properties: [
		interviewerParameter,
		{
			displayName:
				'InterviewFlowAI sends the invitations. It does not document whether it recognizes somebody who was added before: look with Get Many first.',
			name: 'invitationNotice',
			type: 'notice',
			default: '',
		},
		sourceParameter,
		...personParameters.map(forItems),
		candidateListParameter(
			'Each with name and email; and, where wanted, with skills, additionalFields (custom fields) and metadata, in which sendEmailAfter delays the invitation by 1 to 96 hours',
		),
		forItems(collection('Additional Fields', candidateFields)),
		collection('Options', callOptions),
	],
	callSize: CALL_SIZE,
	done: 'added',
	identity: {
		field: 'Email',
		of: ({ interviewerId }, person) => JSON.stringify([interviewerId, addressOf(person)]),
	},
	read: (context, itemIndex): Share => ({
		settings: {
			interviewerId: requiredText(context, itemIndex, 'interviewerId', 'Interviewer ID'),
			...readFields(context, itemIndex, { collection: 'options', known: callOptions, lists: ['skills'] }),
		},
		people: readCandidates(
			context,
			itemIndex,
			() => readItem(context, itemIndex),
			(entry, place) => readEntry(context, itemIndex, entry, place),
		),
	}),
	send: async (context, settings, people) => {
		const found = await writeOnce(context, PATH, { ...settings, data: people }, addedRecords);
		return whatBecameOf(people, withHint(context, found), found.body);
	},
};

function readItem(context: IExecuteFunctions, itemIndex: number): IDataObject {
	return asCandidate(context, itemIndex, {
		name: requiredText(context, itemIndex, 'name', 'Name'),
		email: requiredText(context, itemIndex, 'email', 'Email'),
		...readFields(context, itemIndex, {
			collection: 'additionalFields',
			known: candidateFields,
			lists: ['skills'],
		}),
	});
}

const addressOf = ({ email }: IDataObject): string => String(email).trim().toLowerCase();

/** The answer is not documented: who is named in it was added; without addresses, its order is all that is left. */
function whatBecameOf(people: IDataObject[], records: IDataObject[], body: unknown): Sent[] {
	const named = new Map(
		records.flatMap((record) => {
			const address = lookIn({ data: record })('candidateEmail', text);
			return address === null ? [] : [[address.toLowerCase(), record] as const];
		}),
	);
	if (named.size === 0 && records.length === people.length) return records.map((json) => ({ json }));
	const answer = named.size === 0 ? { answer: body as IDataObject } : {};
	return people.map((person) => ({
		json: named.get(addressOf(person)) ?? { ...person, notice: NOT_CONFIRMED, ...answer },
	}));
}
