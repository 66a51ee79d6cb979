import { invitationKey } from '../../answers';
import { candidateFilter, interviewFilter, keywordFilter } from '../../parameters';
import { listOperation } from '../listOperation';

export const getInvitations = listOperation({
	value: 'getInvitations',
	name: 'Get Many Invitations',
	action: 'Get many invitations',
	description: 'Get who was invited to an interview',
	path: () => '/interview/invites',
	identity: invitationKey,
	filters: [candidateFilter, interviewFilter, keywordFilter],
	columns: [
		'candidate_id',
		'candidate_name',
		'candidate_email_id',
		'interview_id',
		'interview_name',
		'status',
		'date_created',
		'date_modified',
	],
});
