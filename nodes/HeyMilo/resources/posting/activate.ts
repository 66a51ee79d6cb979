import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { agreeing, showing, theOne } from '../../../shared/http/agreeing';
import { write } from '../../api';
import { postingPath } from '../../api/postings';
import { postingParameter, wantedPosting } from '../../parameters';
import { SIMPLIFIED_POSTING } from './fields';

export const activate: Operation = {
	value: 'activate',
	name: 'Activate',
	action: 'Activate a posting',
	description: 'Open a posting for candidates. This also finishes a draft that came from an ATS.',
	properties: [postingParameter, simplifyParameter],
	prepare: (context, itemIndex) => {
		const id = wantedPosting(context, itemIndex);
		const path = postingPath(id, '/activate');
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_POSTING);
		const expects = agreeing(theOne('id', id, 'status'), showing('status', 'active'));
		return async () => asItems([shown(await write(context, 'POST', path, expects))]);
	},
};
