import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';
import { asShown, postingParameter, postingPath } from '../../parameters';
import { SIMPLIFIED_POSTING } from '../../postingFields';

export const activate: Operation = {
	value: 'activate',
	name: 'Activate',
	action: 'Activate a posting',
	description: 'Open a posting for candidates; a draft that came from an ATS is finished by this',
	isReadOnly: false,
	properties: [postingParameter, simplifyParameter],
	run: async (context, itemIndex) => {
		const path = postingPath(context, itemIndex, '/activate');
		const posting = await callV2(context, 'POST', path, undefined, true);
		return asItems([asShown(context, itemIndex, posting, SIMPLIFIED_POSTING)]);
	},
};
