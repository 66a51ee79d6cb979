import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { interviewParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { callV2, readOne } from '../../api';
import { asMetadata, interviewPath, metadataParameter } from '../../parameters';

export const setMetadata: Operation = {
	value: 'setMetadata',
	name: 'Set Metadata',
	action: 'Set metadata of an interview',
	description: 'Store keys and values with an interview',
	isReadOnly: false,
	properties: [
		interviewParameter,
		{ ...metadataParameter, required: true },
		{
			displayName: 'Keep Other Keys',
			name: 'keepOthers',
			type: 'boolean',
			default: true,
			description:
				'Whether to read the keys that are stored now and send them along. HeyMilo does not say whether it removes keys that are not sent.',
		},
	],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
		const wanted = asMetadata(context, itemIndex, context.getNodeParameter('metadata', itemIndex, {}));
		if (wanted === undefined) {
			throw new NodeOperationError(context.getNode(), 'Metadata has no entries', {
				itemIndex,
				description: 'Add a key, or use the operation Clear Metadata to remove all of them.',
			});
		}
		const path = interviewPath(context, itemIndex, '/metadata');
		const keepsOthers = context.getNodeParameter('keepOthers', itemIndex, true) === true;
		const stored = keepsOthers ? ((await readOne(context, path)).metadata as IDataObject) : {};
		const body = { metadata: { ...stored, ...wanted } };
		const { metadata } = await callV2(context, 'POST', path, body, true);
		return asItems([{ interview_id: id, metadata }]);
	},
};
