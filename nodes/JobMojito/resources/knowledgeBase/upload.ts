import { readFields, textField } from '../../../shared/actions/fields';
import type { WritingOperation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { anObject } from '../../../shared/http/expected';
import { writeOnce } from '../../api';
import { binaryParameter, filePart, textParts } from '../../parameters/binaryInput';
import { merchantField } from '../../parameters';

const options = [
	textField({
		displayName: 'Document Name',
		name: 'name',
		description: "Including the extension. Defaults to the file's own name.",
	}),
	merchantField,
];

export const upload: WritingOperation = {
	value: 'upload',
	name: 'Upload',
	action: 'Upload a document to a knowledge base',
	description: 'Add a document that interviews draw their questions from',
	properties: [
		textField({
			displayName: 'Knowledge Base Store ID',
			name: 'storeId',
			required: true,
			description: 'The API has no list of stores: copy the ID from JobMojito',
		}),
		binaryParameter,
		collection('Options', options),
	],
	prepare: (context, itemIndex) => {
		const texts = textParts({
			knowledge_base_store_id: requiredText(context, itemIndex, 'storeId', 'Knowledge Base Store ID'),
			...readFields(context, itemIndex, { collection: 'options', known: options }),
		});
		const file = filePart(context, itemIndex);
		return async () => {
			const form = [...texts, await file()];
			const expects = anObject('knowledge_base_id');
			return asItems([await writeOnce(context, '/knowledge-base-document-upload', expects, form)]);
		};
	},
};
