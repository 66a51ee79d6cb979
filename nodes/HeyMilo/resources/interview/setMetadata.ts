import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { interviewParameter } from '../../../shared/actions/properties';
import { requiredFlag, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { read, write } from '../../api';
import {
	metadataParameter,
	optionalMetadata,
	storedMetadata,
	type Metadata,
} from '../../parameters/metadata';
import { interviewPath } from '../../parameters';

export const setMetadata: Operation = {
	value: 'setMetadata',
	name: 'Set Metadata',
	action: 'Set metadata of an interview',
	description: 'Store keys and values with an interview',
	effect: 'write',
	properties: [
		interviewParameter,
		{
			...metadataParameter(
				'At most 50 keys with your own values, for example the ID in your ATS',
				'. Leave empty to remove the key.',
			),
			required: true,
		},
		{
			displayName: 'Keep Other Keys',
			name: 'keepOthers',
			type: 'boolean',
			default: true,
			description: 'Whether to keep the keys that are stored now and not listed here',
		},
	],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
		const path = interviewPath(context, itemIndex, '/metadata');
		const wanted = optionalMetadata(context, itemIndex, 'metadata', true) ?? {};
		const keepsOthers = requiredFlag(context, itemIndex, 'keepOthers', 'Keep Other Keys');
		if (Object.keys(wanted).length === 0) {
			throw new NodeOperationError(context.getNode(), 'Metadata has no entries', {
				itemIndex,
				description: 'Add a key, or use the operation Clear Metadata to remove all of them.',
			});
		}
		return async () => {
			const stored = keepsOthers ? await read(context, path, storedMetadata) : {};
			const kept = Object.entries({ ...stored, ...wanted }).filter(([key]) => wanted[key] !== '');
			const isAddition = keepsOthers && !Object.values(wanted).includes('');
			const metadata = await store(context, path, Object.fromEntries(kept), isAddition);
			return asItems([{ interview_id: id, metadata }]);
		};
	},
};

/**
 * Stores exactly these pairs. HeyMilo documents that it sets or updates, and not whether it removes what it is not sent:
 * where something has to go, it is looked at afterwards, and everything is removed and stored again if it is still
 * there.
 *
 * @param isAddition whether nothing has to go
 */
async function store(
	context: IExecuteFunctions,
	path: string,
	metadata: Metadata,
	isAddition: boolean,
): Promise<Metadata> {
	const clear = async () => await write(context, 'DELETE', path, storedMetadata);
	if (Object.keys(metadata).length === 0) return await clear();
	const set = async () => await write(context, 'POST', path, storedMetadata, { metadata });
	const answer = await set();
	if (isAddition) return answer;
	const left = await read(context, path, storedMetadata);
	if (Object.keys(left).every((key) => Object.hasOwn(metadata, key))) return left;
	await clear();
	return await set();
}
