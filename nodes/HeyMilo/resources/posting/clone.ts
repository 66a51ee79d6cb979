import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';
import { asShown, postingParameter, postingPath } from '../../parameters';
import { SIMPLIFIED_POSTING } from '../../postingFields';

export const clone: Operation = {
	value: 'clone',
	name: 'Clone',
	action: 'Clone a posting',
	description: 'Make a copy of a posting; the copy of one that came from an ATS must be activated',
	isReadOnly: false,
	properties: [postingParameter, simplifyParameter],
	run: async (context, itemIndex) => {
		const path = postingPath(context, itemIndex, '/clone');
		const { posting, ...head } = await callV2(context, 'POST', path, undefined, false);
		const made = { ...head, ...(posting as IDataObject | null) };
		return asItems([asShown(context, itemIndex, made, SIMPLIFIED_POSTING)]);
	},
};
