import { decidingText } from '../../../shared/actions/reading';
import { listOperation } from '../listOperation';
import { optionalInterviewParameter } from '../../parameters';

export const getCreditsUsed = listOperation({
	value: 'getCreditsUsed',
	name: 'Get Credits Used',
	action: 'Get the credits that were used',
	description: 'Get what consumed credits, the latest first',
	path: '/merchant-analytics-credits-used',
	columns: [
		'id',
		'event_date',
		'event',
		'credit_amount',
		'candidate_name',
		'profile_interview_id',
		'object_uuid',
		'parent_object_uuid',
	],
	properties: [optionalInterviewParameter],
	query: (context, itemIndex) => {
		const interviewId = decidingText(context, itemIndex, 'interview', 'Interview');
		return interviewId === '' ? {} : { interview_id: interviewId };
	},
});
