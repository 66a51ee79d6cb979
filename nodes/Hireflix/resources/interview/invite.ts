import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { switchField, textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { emailParameter, ifAlreadyInvited, stopsIfInvited } from '../../../shared/actions/peopleSource';
import { collection } from '../../../shared/actions/properties';
import {
	optionalFlag,
	optionalPhone,
	optionalText,
	requiredEmail,
	requiredText,
} from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { isObject } from '../../../shared/event/fields';
import { presentText } from '../../../shared/event/text';
import { agreeing, echoing, showing } from '../../../shared/http/agreeing';
import { isWebAddress } from '../../../shared/http/isUrl';
import { anEntity, writeOnce } from '../../api';
import { findInterview } from '../../api/interviews';
import { positionParameter } from '../../parameters';
import { aUnion, refusalError } from '../../api/unions';

const ALREADY_INVITED = 'InterviewAlreadyExistsInPositionError';

/** The ways in which an invitation can be refused, each a member of the answer's union, and what to do about it. */
const CURES: Record<string, string> = {
	[ALREADY_INVITED]: 'Set If Already Invited to "Return the Existing Interview" to get that one.',
	InterviewExternalIdAlreadyExistsInPositionError:
		'Another candidate of this position has the same External ID.',
	ExceededInvitesThisPeriodError: 'The invitations of your Hireflix plan are used up for this period.',
	PositionNotFoundError: 'Select the position from the list.',
	PositionNotReadyToAcceptInvitesError: 'Finish and activate the position in Hireflix first.',
	ValidationError: 'Check the name, the email address and the phone number (with + and the country code).',
};

const NOT_FOUND_AGAIN =
	'Hireflix knows this candidate, but no interview of this address was found: look for it in Hireflix, perhaps in the archive.';

const MUTATION = `mutation ($input: InviteCandidateToInterviewInput!) {
	inviteCandidateToInterview(input: $input) {
		__typename
		... on InterviewType { id hash status externalId url { public short private } }
		${Object.keys(CURES)
			.map((name, index) => `... on ${name} { code message${index}: message }`)
			.join('\n\t\t')}
	}
}`;

export const invite: Operation = {
	value: 'invite',
	name: 'Invite',
	action: 'Invite a candidate',
	description:
		'Invite a candidate to a position. Hireflix emails the candidate, and the invitation counts against your plan.',
	properties: [
		positionParameter,
		textField({
			displayName: 'First Name',
			name: 'firstName',
			required: true,
			placeholder: 'e.g. Ada',
		}),
		{ ...emailParameter, description: 'A candidate can be invited once to each position' },
		ifAlreadyInvited('Interview', 'to this position'),
		collection('Additional Fields', [
			switchField({
				displayName: 'Disable Notifications',
				name: 'disableNotifications',
				description: 'Whether to keep Hireflix from sending emails, because you send the link yourself',
			}),
			textField({
				displayName: 'External ID',
				name: 'externalId',
				description: 'Your own ID of the candidate; it comes back in every event',
			}),
			textField({ displayName: 'Last Name', name: 'lastName' }),
			textField({
				displayName: 'Phone',
				name: 'phone',
				placeholder: 'e.g. +34600555014',
				description: 'With + and the country code; otherwise the invitation fails',
			}),
		]),
	],
	prepare: (context, itemIndex) => {
		const input = readInput(context, itemIndex);
		const stops = stopsIfInvited(context, itemIndex);
		// Nobody is reached without the link where Hireflix sends no email.
		const linked = input.disableNotifications
			? [showing('url', 'a link for the candidate', hasPublicLink)]
			: [];
		return async () => {
			const answer = await writeOnce(context, {
				document: MUTATION,
				variables: { input },
				expects: aUnion('inviteCandidateToInterview', {
					member: 'InterviewType',
					holds: agreeing(anEntity, echoing(input, ['externalId']), ...linked),
				}),
			});
			if ('found' in answer) return asItems([asColumns(answer.found, { isNew: true })]);
			const isLookedFor = !stops && answer.refusal.member === ALREADY_INVITED;
			const existing = isLookedFor
				? await findInterview(context, input.positionId, input.candidate.email)
				: undefined;
			if (existing) return asItems([asColumns(existing, { isNew: false })]);
			const cure = CURES[answer.refusal.member] ?? 'Check the values in this node.';
			throw refusalError(context, itemIndex, {
				act: 'invite',
				refusal: answer.refusal,
				sent: input,
				cure: isLookedFor ? NOT_FOUND_AGAIN : cure,
			});
		};
	},
};

const hasPublicLink = (url: unknown): boolean => isObject(url) && isWebAddress(presentText(url.public) ?? '');

/** Every text as text: what an expression takes from a spreadsheet may be a number, which the API refuses. */
function readInput(context: IExecuteFunctions, itemIndex: number) {
	const optional = (name: string, displayName: string) =>
		optionalText(context, itemIndex, `additionalFields.${name}`, displayName);
	const lastName = optional('lastName', 'Last Name');
	const phone = optionalPhone(context, itemIndex, 'additionalFields.phone', 'Phone');
	const externalId = optional('externalId', 'External ID');
	const disableNotifications = optionalFlag(
		context,
		itemIndex,
		'additionalFields.disableNotifications',
		'Disable Notifications',
	);
	return {
		positionId: requiredText(context, itemIndex, 'positionId', 'Position'),
		candidate: {
			firstName: requiredText(context, itemIndex, 'firstName', 'First Name'),
			email: requiredEmail(context, itemIndex, 'email', 'Email'),
			...(lastName ? { lastName } : {}),
			...(phone ? { phone } : {}),
		},
		...(externalId ? { externalId } : {}),
		...(disableNotifications ? { disableNotifications } : {}),
	};
}

function asColumns({ id, status, externalId, url }: IDataObject, { isNew }: { isNew: boolean }): IDataObject {
	const { public: candidateLink, short, private: recruiterLink } = (url ?? {}) as IDataObject;
	return {
		interview_id: id,
		is_new: isNew,
		status: status ?? null,
		external_id: externalId ?? null,
		candidate_link: candidateLink ?? null,
		short_link: short ?? null,
		interview_url: recruiterLink ?? null,
	};
}
