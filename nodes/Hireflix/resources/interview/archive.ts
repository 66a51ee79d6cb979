import type { IDataObject } from 'n8n-workflow';

import { switchField } from '../../../shared/actions/fields';
import { requiredFlag } from '../../../shared/actions/reading';
import { happening, text } from '../../../shared/event/fields';
import { showing } from '../../../shared/http/agreeing';
import { write } from '../../api';
import { changeInterview } from './changeInterview';

export const archive = changeInterview({
	value: 'archive',
	name: 'Archive',
	action: 'Archive an interview',
	description: 'Discard an interview, or restore a discarded one. Leave this decision to a person.',
	send: write,
	properties: [
		switchField({
			displayName: 'Archived',
			name: 'isArchived',
			default: true,
			description: 'Whether the interview is discarded. Off restores it.',
		}),
	],
	field: { name: 'archive', arguments: 'archive: $archive', selection: 'id status discardedAt' },
	variables: (context, itemIndex) => {
		const archive = requiredFlag(context, itemIndex, 'isArchived', 'Archived');
		const isShown = (value: unknown, { status }: IDataObject) =>
			happening(value).happened === archive && (archive || text(status)?.toLowerCase() !== 'discarded');
		return {
			declared: '$archive: Boolean!',
			values: { archive },
			shown: [showing('discardedAt', archive ? 'a time' : 'nothing', isShown)],
		};
	},
});
