import { choiceField, switchField } from '../../../shared/actions/fields';
import { languageParameter } from '../../parameters/languages';
import { listOperation } from '../listOperation';
import { AVATAR_PAGE_SIZE } from '../../lists';
import { merchantField, searchField } from '../../parameters';

export const getManyAvatars = listOperation({
	value: 'getManyAvatars',
	name: 'Get Many Avatars',
	action: 'Get many avatars',
	description: 'Get many avatars and voices that can conduct interviews',
	path: '/merchant-avatar-list',
	pageSize: AVATAR_PAGE_SIZE,
	columns: ['id', 'name', 'type', 'status', 'mojito_language_code', 'created_at'],
	filters: [
		switchField({
			displayName: 'Include Archived',
			name: 'include_archived',
			description: 'Whether to include archived ones',
		}),
		switchField({
			displayName: 'Include Public',
			name: 'include_public',
			description: 'Whether to include those that every company can use',
		}),
		languageParameter,
		searchField,
		choiceField(
			{ displayName: 'Type', name: 'type' },
			{
				interactive_heygen: 'Live Avatar',
				interactive_elevenlabs: 'Voice Only',
				offline_heygen: 'Pre-Rendered',
			},
		),
		merchantField,
	],
});
