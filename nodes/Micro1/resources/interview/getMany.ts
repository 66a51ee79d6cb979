import { keywordFilter } from '../../parameters';
import { listOperation } from '../listOperation';

export const getMany = listOperation({
	action: 'Get many interviews',
	description:
		'Get the interviews that candidates can be invited to. The time of a question is in seconds here.',
	path: () => '/interviews',
	identity: 'interview_id',
	filters: [keywordFilter],
	columns: [
		'interview_id',
		'interview_name',
		'invite_url',
		'status',
		'skills',
		'custom_questions',
		'interview_language',
		'is_proctoring_required',
		'date_created',
		'date_modified',
	],
});
