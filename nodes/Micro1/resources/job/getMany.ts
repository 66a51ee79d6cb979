import { keywordFilter } from '../../parameters';
import { listOperation } from '../listOperation';

export const getMany = listOperation({
	action: 'Get many jobs',
	description: 'Get the jobs that candidates can apply for',
	path: () => '/jobs',
	identity: 'job_id',
	filters: [keywordFilter],
	columns: [
		'job_id',
		'job_title',
		'job_code',
		'job_status',
		'job_apply_url',
		'interview_id',
		'ats_job_id',
		'job_description',
		'date_created',
		'date_modified',
	],
});
