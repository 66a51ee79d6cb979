import type { IBinaryData, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { textField } from '../../shared/actions/fields';
import { isObject } from '../../shared/event/fields';
import type { FormPart } from '../../shared/http/form';

/** Which of the input item's files to send. */
export const binaryParameter: INodeProperties = textField({
	displayName: 'Input Binary Field',
	name: 'binaryField',
	required: true,
	default: 'data',
	hint: 'The name of the input field containing the binary file to send',
});

/**
 * Returns a function that reads the file of an input item as the part `file` of a form.
 *
 * @throws NodeOperationError at once when the item has no such file
 */
export function filePart(context: IExecuteFunctions, itemIndex: number): () => Promise<FormPart> {
	// An expression may give the file itself instead of its name.
	const field = context.getNodeParameter('binaryField', itemIndex) as string | IBinaryData;
	if (typeof field !== 'string' && !isObject(field)) {
		throw new NodeOperationError(context.getNode(), 'Input Binary Field contains no file', {
			itemIndex,
			description:
				'Fill in the name of the field that holds the file, such as data, or an expression that returns the file.',
		});
	}
	const { fileName, mimeType } = context.helpers.assertBinaryData(itemIndex, field);
	return async () => {
		const content = await context.helpers.getBinaryDataBuffer(itemIndex, field);
		if (content.length === 0) {
			throw new NodeOperationError(context.getNode(), 'The file in Input Binary Field is empty (0 bytes)', {
				itemIndex,
				description: 'Nothing was sent. Check the node that provides the file.',
			});
		}
		return { name: 'file', fileName: fileName ?? 'file', mimeType, content };
	};
}

/** Texts as parts of a form, JSON for what is no text. */
export function textParts(values: Record<string, unknown>): FormPart[] {
	return Object.entries(values).map(([name, value]) => ({
		name,
		value: typeof value === 'string' ? value : JSON.stringify(value),
	}));
}
