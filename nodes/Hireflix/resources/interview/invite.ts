import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { takeRows } from '../../../shared/actions/rows';
import { hidePeople } from '../../../shared/http/hidePeople';
import { queryHireflix } from '../../api';
import { listInterviews } from '../../interviews';
import { positionParameter } from '../../parameters';

/** The ways in which an invitation can be refused; each is a member of the answer's union. */
const REFUSALS: Record<string, string> = {
	InterviewAlreadyExistsInPositionError:
		'Set If Already Invited to "Return the Existing Interview" to get that one.',
	InterviewExternalIdAlreadyExistsInPositionError:
		'Another candidate of this position has the same External ID.',
	ExceededInvitesThisPeriodError: 'The invitations of your Hireflix plan are used up for this period.',
	PositionNotFoundError: 'Select the position from the list.',
	PositionNotReadyToAcceptInvitesError: 'Finish and activate the position in Hireflix first.',
	ValidationError: 'Check the name, the email address and the phone number (with + and the country code).',
};

const MUTATION = `mutation ($input: InviteCandidateToInterviewInput!) {
	inviteCandidateToInterview(input: $input) {
		__typename
		... on InterviewType { id hash status externalId url { public short private } }
		${Object.keys(REFUSALS)
			.map((name, index) => `... on ${name} { code message${index}: message }`)
			.join('\n\t\t')}
	}
}`;

export const invite: Operation = {
	value: 'invite',
	name: 'Invite',
	action: 'Invite a candidate',
	description:
		'Invite a candidate to a position. Hireflix sends an email to this person, and it counts against your plan.',
	isReadOnly: false,
	properties: [
		positionParameter,
		{
			displayName: 'First Name',
			name: 'firstName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Ada',
		},
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. ada@example.com',
			description: 'A candidate can be invited once to each position',
		},
		{
			displayName: 'If Already Invited',
			name: 'ifAlreadyInvited',
			type: 'options',
			default: 'return',
			options: [
				{ name: 'Return the Existing Interview', value: 'return' },
				{ name: 'Stop With an Error', value: 'stop' },
			],
			description: 'What to do when the candidate was invited to this position before',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: [
				{
					displayName: 'Disable Notifications',
					name: 'disableNotifications',
					type: 'boolean',
					default: false,
					description: 'Whether Hireflix sends no emails, because you send the link yourself',
				},
				{
					displayName: 'External ID',
					name: 'externalId',
					type: 'string',
					default: '',
					description: 'Your own ID of the candidate; it comes back in every event',
				},
				{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
				{
					displayName: 'Phone',
					name: 'phone',
					type: 'string',
					default: '',
					placeholder: 'e.g. +34600555014',
					description: 'With + and the country code, otherwise the invitation fails',
				},
			],
		},
	],
	run: async (context, itemIndex) => {
		const input = readInput(context, itemIndex);
		const { inviteCandidateToInterview: answer } = await queryHireflix<{
			inviteCandidateToInterview: IDataObject;
		}>(context, MUTATION, { input }, { isRepeatable: false });
		if (answer.__typename === 'InterviewType') return [asItem(answer, true)];
		const isKnown = answer.__typename === 'InterviewAlreadyExistsInPositionError';
		if (isKnown && context.getNodeParameter('ifAlreadyInvited', itemIndex, 'return') === 'return') {
			const existing = await findExisting(context, String(input.positionId), String(input.candidate.email));
			if (existing) return [asItem(existing, false)];
		}
		throw refusal(context, itemIndex, answer, input);
	},
};

function readInput(context: IExecuteFunctions, itemIndex: number) {
	const { lastName, phone, externalId, disableNotifications } = context.getNodeParameter(
		'additionalFields',
		itemIndex,
		{},
	) as IDataObject;
	return {
		positionId: requiredText(context, itemIndex, 'positionId', 'Position'),
		candidate: {
			firstName: requiredText(context, itemIndex, 'firstName', 'First Name'),
			email: requiredText(context, itemIndex, 'email', 'Email'),
			...(lastName ? { lastName } : {}),
			...(phone ? { phone } : {}),
		},
		...(externalId ? { externalId } : {}),
		...(disableNotifications === true ? { disableNotifications } : {}),
	};
}

/** The refusal names no interview: it is looked up by the exact address. */
async function findExisting(
	context: IExecuteFunctions,
	positionId: string,
	email: string,
): Promise<IDataObject | undefined> {
	const [existing] = await takeRows(listInterviews(context, positionId, { email }), 1);
	return existing;
}

function asItem({ id, status, externalId, url }: IDataObject, isNew: boolean): INodeExecutionData {
	const { public: candidateLink, short, private: recruiterLink } = (url ?? {}) as IDataObject;
	return {
		json: {
			interview_id: id,
			is_new: isNew,
			status,
			external_id: externalId ?? null,
			candidate_link: candidateLink,
			short_link: short,
			interview_url: recruiterLink,
		},
	};
}

function refusal(
	context: IExecuteFunctions,
	itemIndex: number,
	answer: IDataObject,
	sent: IDataObject,
): NodeOperationError {
	const { __typename: name, ...fields } = answer;
	const [, message] = Object.entries(fields).find(([field]) => field.startsWith('message')) ?? [];
	return new NodeOperationError(
		context.getNode(),
		`Hireflix did not invite: ${hidePeople(String(message ?? name), sent)}`,
		{
			itemIndex,
			description: REFUSALS[String(name)] ?? 'Check the values in this node.',
		},
	);
}
