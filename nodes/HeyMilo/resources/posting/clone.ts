import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { identifier } from '../../../shared/event/fields';
import { agreeing, showing } from '../../../shared/http/agreeing';
import { writeOnce } from '../../api';
import { postingPath } from '../../api/postings';
import { postingParameter, wantedPosting } from '../../parameters';
import { newPosting, SIMPLIFIED_POSTING } from './fields';

export const clone: Operation = {
	value: 'clone',
	name: 'Clone',
	action: 'Clone a posting',
	description: 'Copy a posting. The copy of one that came from an ATS must be activated.',
	properties: [postingParameter, simplifyParameter],
	prepare: (context, itemIndex) => {
		const id = wantedPosting(context, itemIndex);
		const path = postingPath(id, '/clone');
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_POSTING);
		const isCopy = showing('id', 'the ID of the copy', (copy) => identifier(copy) !== id);
		const expects = agreeing(newPosting, isCopy);
		return async () => asItems([shown(await writeOnce(context, path, expects))]);
	},
};
