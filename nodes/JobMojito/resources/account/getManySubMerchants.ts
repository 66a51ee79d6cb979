import { choiceField } from '../../../shared/actions/fields';
import { listOperation } from '../listOperation';
import { searchField } from '../../parameters';

export const getManySubMerchants = listOperation({
	value: 'getManySubMerchants',
	name: 'Get Many Sub-Merchants',
	action: 'Get many sub merchants',
	description: 'Get many of the companies that you run',
	path: '/merchant-sub-merchant-list',
	columns: ['id', 'name', 'status', 'created_at'],
	filters: [
		choiceField(
			{ displayName: 'Order By', name: 'order_by' },
			{ name: 'Name', created_at_newest: 'Newest First', created_at_oldest: 'Oldest First' },
		),
		searchField,
	],
});
