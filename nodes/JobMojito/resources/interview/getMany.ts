import { choiceField } from '../../../shared/actions/fields';
import { listOperation } from '../listOperation';
import { merchantField, searchField } from '../../parameters';

export const getMany = listOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many interviews',
	description: 'Get many interview definitions of one type, the last changed first',
	path: '/merchant-interview-list',
	columns: [
		'id',
		'name',
		'status',
		'type',
		'visibility',
		'mojito_language_code',
		'interview_count',
		'interview_last',
		'is_multi_stage',
		'updated_at',
	],
	filters: [
		searchField,
		choiceField(
			{ displayName: 'Status', name: 'status', default: 'active' },
			{
				active: 'Active',
				archived: 'Archived',
				completed: 'Completed',
				deleted: 'Deleted',
				draft: 'Draft',
				preparing: 'Preparing',
			},
		),
		choiceField(
			{ displayName: 'Type', name: 'type', default: 'interview' },
			{
				assessment: 'Assessment',
				coaching: 'Coaching',
				interview: 'Interview',
				persona: 'Persona',
				persona_interview: 'Role-Play',
				public_avatar: 'Public Avatar',
			},
		),
		merchantField,
	],
	shownFilters: ['status', 'type'],
});
