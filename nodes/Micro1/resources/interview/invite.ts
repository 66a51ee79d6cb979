import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { switchField, textField } from '../../../shared/actions/fields';
import type { PeopleOperation, Sent, Share } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import {
	emailParameter,
	ifAlreadyInvited,
	nameParameter,
	stopsIfInvited,
} from '../../../shared/actions/peopleSource';
import { optionalFlag, optionalText, requiredEmail, requiredText } from '../../../shared/actions/reading';
import { askedRows, namesAnother, takeRows } from '../../../shared/actions/rows';
import { folded, presentText } from '../../../shared/event/text';
import { isRefused } from '../../../shared/http/agreeing';
import { aListOf, anObject, under } from '../../../shared/http/expected';
import { isUrl } from '../../../shared/http/isUrl';
import { list, writeOnce } from '../../api';
import { invitationKey, micro1Invitation } from '../../answers';
import { interviewParameter } from '../../parameters';

/** No maximum is documented: few enough to be answered in time, since each may get an email. */
const PEOPLE_PER_CALL = 50;

export const invite: PeopleOperation = {
	value: 'invite',
	name: 'Invite',
	action: 'Invite a candidate',
	description:
		'Invite people to an interview; micro1 emails them. A person who was invited to it before is not invited again, since that would create a second session.',
	callSize: PEOPLE_PER_CALL,
	done: 'invited',
	identity: {
		field: 'Email',
		of: ({ interview_id }, { email }) => JSON.stringify([interview_id, folded(email)]),
	},
	properties: [
		interviewParameter,
		nameParameter,
		emailParameter,
		ifAlreadyInvited('Invitation', 'to this interview'),
		collection('Additional Fields', [
			switchField({
				displayName: 'Disable Email Notification',
				name: 'disable_email_notification',
				description: 'Whether to turn off the invitation email of micro1. If you do, send the link yourself.',
			}),
			textField({
				displayName: 'Job Application ID',
				name: 'job_application_id',
				description: 'The application that the interview belongs to, from Applicant: Create',
			}),
		]),
	],
	read: (context, itemIndex): Share => {
		const field = 'additionalFields.disable_email_notification';
		const isQuiet = optionalFlag(context, itemIndex, field, 'Disable Email Notification');
		const application = optionalText(
			context,
			itemIndex,
			'additionalFields.job_application_id',
			'Job Application ID',
		);
		return {
			settings: {
				interview_id: requiredText(context, itemIndex, 'interview', 'Interview'),
				stopsIfInvited: stopsIfInvited(context, itemIndex),
				...(isQuiet === undefined ? {} : { disable_email_notification: isQuiet }),
				...(application && { job_application_id: application }),
			},
			people: [
				{
					person: {
						name: requiredText(context, itemIndex, 'name', 'Name'),
						email: requiredEmail(context, itemIndex, 'email', 'Email'),
					},
				},
			],
		};
	},
	send: async (context, { stopsIfInvited: stops, ...settings }, people) => {
		const known = await invitedBefore(context, String(settings.interview_id));
		const earlier = ({ email }: IDataObject) => known.get(folded(email));
		const candidates = people.filter((person) => earlier(person) === undefined);
		const answer =
			candidates.length === 0
				? []
				: await writeOnce(
						context,
						'/interview/invite',
						under('data', under('invitations', aListOf(anObject('candidate_id')))),
						{ ...settings, candidates },
					);
		return people.map((person) => {
			const row = earlier(person);
			if (row === undefined) return invitedNow(person, answer, settings);
			return stops === true ? repeated(person) : existing(person, row);
		});
	},
};

/** Whether nobody gets in by an invitation any more; micro1 documents no list of words. */
const isOver = ({ status }: IDataObject): boolean =>
	/^(?:cancell?ed|deleted|expired|removed|revoked)$/i.test(presentText(status) ?? '');

/** Where a row has the address: as documented, and as micro1's other answers name it. */
const ADDRESSES = ['candidate_email_id', 'candidate_email', 'email_id', 'email'];

const addressIn = (row: IDataObject): string | undefined =>
	ADDRESSES.map((name) => folded(row[name])).find((one) => one.includes('@'));

/** Who has an invitation to this interview, by address. */
async function invitedBefore(
	context: IExecuteFunctions,
	interviewId: string,
): Promise<Map<string, IDataObject>> {
	const rows = askedRows(
		list(context, {
			path: '/interview/invites',
			identity: invitationKey,
			query: { interview_id: interviewId },
		}),
		(row) => namesAnother(micro1Invitation(row).interview_id, interviewId),
	);
	const invitations = await takeRows(rows, Infinity);
	return new Map(
		invitations.flatMap((row): Array<[string, IDataObject]> => {
			const address = addressIn(row);
			return address === undefined || isOver(row) ? [] : [[address, row]];
		}),
	);
}

const repeated = ({ email }: IDataObject): Sent => ({
	refusal: 'This person was invited to this interview before, and was not invited again',
	description: `The email is ${String(email)}. Set If Already Invited to "Return the Existing Invitation" to go on.`,
});

function existing({ name, email }: IDataObject, row: IDataObject): Sent {
	const { candidate_id, invite_url } = micro1Invitation(row);
	return { json: { name, email, candidate_id, invite_url, is_new: false } };
}

/** micro1 leaves out addresses that it does not take. */
function invitedNow({ name, email }: IDataObject, answer: IDataObject[], settings: IDataObject): Sent {
	const rows = answer.filter((row) => addressIn(row) === folded(email));
	const others = answer.filter((row) => !rows.includes(row));
	if (rows.length === 1 && isConfirmed(rows[0], others, settings)) {
		const { candidate_id, invite_url } = micro1Invitation(rows[0]);
		return { json: { name, email, candidate_id, invite_url, is_new: true } };
	}
	return {
		refusal: 'micro1 did not confirm that it invited this person',
		description: `The email is ${String(email)}. Look with Interview: Get Many Invitations before you invite this person again.`,
		isUnclear: true,
	};
}

/**
 * Whether the answer shows that one person was invited to what was asked for: a link lets one person in, and where micro1
 * sends no email, nobody is reached without it.
 */
function isConfirmed(row: IDataObject, others: IDataObject[], settings: IDataObject): boolean {
	const { candidate_id, interview_id, invite_url } = micro1Invitation(row);
	const isShared = others
		.map(micro1Invitation)
		.some(
			(other) =>
				other.candidate_id === candidate_id || (invite_url !== null && other.invite_url === invite_url),
		);
	const isReached =
		settings.disable_email_notification !== true || (invite_url !== null && isUrl(invite_url));
	return (
		isReached && !isShared && !isRefused(row) && !namesAnother(interview_id, String(settings.interview_id))
	);
}
