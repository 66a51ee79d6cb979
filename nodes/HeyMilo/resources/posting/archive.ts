import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { anObject } from '../../../shared/http/expected';
import { write } from '../../api';
import { postingParameter, postingPath } from '../../parameters';
import { SIMPLIFIED_POSTING } from './fields';

export const archive: Operation = {
	value: 'archive',
	name: 'Archive',
	action: 'Archive a posting',
	description: 'Close a posting for new candidates; HeyMilo can reopen it in its dashboard only',
	effect: 'write',
	properties: [postingParameter, simplifyParameter],
	prepare: (context, itemIndex) => {
		const path = postingPath(context, itemIndex, '/archive');
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_POSTING);
		return async () => asItems([shown(await write(context, 'POST', path, anObject('id', 'status')))]);
	},
};
