import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { flag, text } from '../../../shared/event/fields';
import { agreeing, showing, theOne } from '../../../shared/http/agreeing';
import { write } from '../../api';
import { postingPath } from '../../api/postings';
import { postingParameter, wantedPosting } from '../../parameters';
import { SIMPLIFIED_POSTING } from './fields';

export const archive: Operation = {
	value: 'archive',
	name: 'Archive',
	action: 'Archive a posting',
	description: "Close a posting for new candidates. You can reopen it only in HeyMilo's dashboard.",
	properties: [postingParameter, simplifyParameter],
	prepare: (context, itemIndex) => {
		const id = wantedPosting(context, itemIndex);
		const path = postingPath(id, '/archive');
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_POSTING);
		const expects = agreeing(theOne('id', id, 'status'), showing('status', 'archived', isArchived));
		return async () => asItems([shown(await write(context, 'POST', path, expects))]);
	},
};

/** It is documented in two fields; an archived posting whose deadline is over may have either status. */
const isArchived = (status: unknown, { archived }: IDataObject): boolean =>
	flag(archived) ?? text(status)?.toLowerCase() === 'archived';
