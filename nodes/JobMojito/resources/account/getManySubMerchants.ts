import { choiceField } from '../../fields';
import { searchField } from '../../parameters';
import { listOperation } from '../../rows';
import { collection } from '../../../shared/actions/properties';

export const getManySubMerchants = listOperation({
	value: 'getManySubMerchants',
	name: 'Get Many Sub-Merchants',
	action: 'Get many sub merchants',
	description: 'Get many of the companies that you run',
	path: '/merchant-sub-merchant-list',
	columns: ['id', 'name', 'status', 'created_at'],
	properties: [
		collection('Filters', [
			choiceField(
				{ displayName: 'Order By', name: 'order_by' },
				{ name: 'Name', created_at_newest: 'Newest First', created_at_oldest: 'Oldest First' },
			),
			searchField,
		]),
	],
});
