import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems } from '../../../shared/actions/rows';
import { readOne } from '../../api';
import { asShown, postingParameter, postingPath } from '../../parameters';
import { SIMPLIFIED_POSTING } from '../../postingFields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a posting',
	description: 'Get a posting with its links',
	isReadOnly: true,
	properties: [postingParameter, simplifyParameter],
	run: async (context, itemIndex) => {
		const posting = await readOne(context, postingPath(context, itemIndex));
		return asItems([asShown(context, itemIndex, posting, SIMPLIFIED_POSTING)]);
	},
};
