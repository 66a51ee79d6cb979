import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { writeJobMojito } from '../../api';
import { binaryParameter, filePart, textParts } from '../../binaryInput';
import { textField } from '../../fields';
import { filledIn, merchantField } from '../../parameters';

export const upload: Operation = {
	value: 'upload',
	name: 'Upload',
	action: 'Upload a document to a knowledge base',
	description: 'Add a document that interviews draw their questions from',
	isReadOnly: false,
	properties: [
		textField({
			displayName: 'Knowledge Base Store ID',
			name: 'storeId',
			required: true,
			description: 'The API has no list of stores: take the ID from JobMojito',
		}),
		binaryParameter,
		collection('Options', [
			textField({
				displayName: 'Document Name',
				name: 'name',
				description: 'With its ending; otherwise that of the file',
			}),
			merchantField,
		]),
	],
	run: async (context, itemIndex) => {
		const storeId = requiredText(context, itemIndex, 'storeId', 'Knowledge Base Store ID');
		const texts = { knowledge_base_store_id: storeId, ...filledIn(context, itemIndex, 'options') };
		const form = [...textParts(texts), await filePart(context, itemIndex)];
		return asItems([await writeJobMojito(context, '/knowledge-base-document-upload', form)]);
	},
};
