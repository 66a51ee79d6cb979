import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { writeOnce } from '../../api';
import { postingParameter, postingPath } from '../../parameters';
import { newPosting, SIMPLIFIED_POSTING } from './fields';

export const clone: Operation = {
	value: 'clone',
	name: 'Clone',
	action: 'Clone a posting',
	description: 'Make a copy of a posting; the copy of one that came from an ATS must be activated',
	effect: 'writeOnce',
	properties: [postingParameter, simplifyParameter],
	prepare: (context, itemIndex) => {
		const path = postingPath(context, itemIndex, '/clone');
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_POSTING);
		return async () => asItems([shown(await writeOnce(context, path, newPosting))]);
	},
};
