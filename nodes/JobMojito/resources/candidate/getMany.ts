import { choiceField } from '../../../shared/actions/fields';
import { listOperation } from '../listOperation';
import { merchantField, searchField } from '../../parameters';

export const getMany = listOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many candidates',
	description: 'Get many candidates, the newest first unless ordered otherwise',
	path: '/merchant-candidate-list',
	columns: [
		'id',
		'profile_id',
		'name',
		'email',
		'phone_number',
		'external_id',
		'status',
		'interview_count',
		'interview_last',
		'created_at',
	],
	searchedIn: ['name', 'email'],
	filters: [
		searchField,
		choiceField(
			{ displayName: 'Order By', name: 'order_by', default: 'created_at_newest' },
			// The vendor's words are misspelled.
			{
				created_at_newest: 'Newest First',
				created_at_oldest: 'Oldest First',
				name_accending: 'Name, A to Z',
				name_decending: 'Name, Z to A',
			},
		),
		choiceField({ displayName: 'Source', name: 'source' }, { invited: 'Invited', registered: 'Registered' }),
		choiceField(
			{ displayName: 'Tab', name: 'tab' },
			{
				interview: 'Interview',
				leads: 'Leads',
				'no-action': 'No Action',
				'pre-screening': 'Pre-Screening',
			},
		),
		merchantField,
	],
});
