import type { IDataObject, IExecuteFunctions, INodeProperties, NodeError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { readFields } from '../../../shared/actions/fields';
import type { PeopleOperation, Sent, Share } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { optionalJson, optionalChoice, requiredText } from '../../../shared/actions/reading';
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

const fromItems = { show: { source: ['items'] } };

const itemProperties: INodeProperties[] = [
	...personParameters,
	collection('Additional Fields', candidateFields),
];

export const addMany: PeopleOperation = {
	value: 'addMany',
	name: 'Add Many',
	action: 'Add many candidates',
	description: 'Add candidates to an Interviewer; InterviewFlowAI sends each of them an invitation by email',
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
		{
			displayName: 'Candidates From',
			name: 'source',
			type: 'options',
			noDataExpression: true,
			default: 'items',
			options: [
				{
					name: 'Input Items',
					value: 'items',
					description: `One candidate per item; up to ${CALL_SIZE} go to InterviewFlowAI in one call`,
				},
				{ name: 'JSON List', value: 'list', description: 'All candidates of a list' },
			],
		},
		...itemProperties.map((property) => ({ ...property, displayOptions: fromItems })),
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
		people:
			optionalChoice(context, itemIndex, 'source', 'Candidates From', ['items', 'list']) === 'list'
				? readList(context, itemIndex)
				: [{ person: readItem(context, itemIndex) }],
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
			deciding: [sendEmailAfterField.name],
		}),
	});
}

function readList(context: IExecuteFunctions, itemIndex: number): Share['people'] {
	const list = optionalJson<unknown[]>(context, itemIndex, 'list', 'Candidate List', 'list') ?? [];
	if (list.length === 0) {
		throw new NodeOperationError(context.getNode(), 'Candidate List holds no candidates', {
			itemIndex,
			description:
				'Write Candidate List in square brackets, for example [{ "name": "Ada Example", "email": "ada@example.com" }].',
		});
	}
	return list.map((entry, index) => {
		try {
			return { person: readEntry(context, itemIndex, entry, index + 1) };
		} catch (error) {
			return { fault: error as NodeError };
		}
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
