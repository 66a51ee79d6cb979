import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';
import { asShown, postingParameter, postingPath } from '../../parameters';
import { SIMPLIFIED_POSTING } from '../../postingFields';

export const archive: Operation = {
	value: 'archive',
	name: 'Archive',
	action: 'Archive a posting',
	description: 'Close a posting for new candidates; HeyMilo can reopen it in its dashboard only',
	isReadOnly: false,
	properties: [postingParameter, simplifyParameter],
	run: async (context, itemIndex) => {
		const path = postingPath(context, itemIndex, '/archive');
		const posting = await callV2(context, 'POST', path, undefined, false);
		return asItems([asShown(context, itemIndex, posting, SIMPLIFIED_POSTING)]);
	},
};
