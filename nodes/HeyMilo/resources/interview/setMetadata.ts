import type { IExecuteFunctions, NodeError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { switchField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { interviewIdParameter } from '../../../shared/actions/properties';
import { requiredFlag, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import type { Expected } from '../../../shared/http/expected';
import { inFull, mayHaveActed } from '../../../shared/http/failure';
import { read, write } from '../../api';
import { interviewPath } from '../../api/interviews';
import {
	filledIn,
	metadataParameter,
	optionalMetadata,
	shownMetadata,
	storedMetadata,
	type Metadata,
} from '../../parameters/metadata';

export const setMetadata: Operation = {
	value: 'setMetadata',
	name: 'Set Metadata',
	action: 'Set metadata of an interview',
	description: 'Store keys and values with an interview',
	properties: [
		interviewIdParameter,
		{
			...metadataParameter(
				'At most 50 keys with your own values, for example the ID in your ATS',
				'. Leave empty to remove the key.',
			),
			required: true,
		},
		switchField({
			displayName: 'Keep Other Keys',
			name: 'keepOthers',
			default: true,
			description: 'Whether to keep the keys that are stored now and not listed here',
		}),
	],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
		const path = interviewPath(id, '/metadata');
		const wanted = optionalMetadata(context, itemIndex, 'metadata', { removesEmpty: true }) ?? {};
		const keepsOthers = requiredFlag(context, itemIndex, 'keepOthers', 'Keep Other Keys');
		if (Object.keys(wanted).length === 0) {
			throw new NodeOperationError(context.getNode(), 'Metadata has no entries', {
				itemIndex,
				description: 'Add a key, or use the operation Clear Metadata to remove all of them.',
			});
		}
		return async () => {
			const stored = keepsOthers ? await read(context, path, storedMetadata(id)) : {};
			const kept = Object.entries({ ...stored, ...wanted }).filter(([key]) => wanted[key] !== '');
			const isAddition = keepsOthers && !Object.values(wanted).includes('');
			const change = { id, path, metadata: Object.fromEntries(kept), wanted, isAddition };
			return asItems([{ interview_id: id, metadata: await store(context, itemIndex, change) }]);
		};
	},
};

interface Change {
	/** Of the interview. */
	id: string;
	path: string;
	/** What is to be stored. */
	metadata: Metadata;
	/** What of it was filled in, with an empty value where a key has to go. */
	wanted: Metadata;
	/** Whether nothing has to go. */
	isAddition: boolean;
}

/**
 * Stores exactly these pairs. HeyMilo documents that it sets or updates, and not whether it removes what it is not sent:
 * where something has to go, it is looked at afterwards, and everything is removed and stored again if it is still
 * there.
 */
async function store(
	context: IExecuteFunctions,
	itemIndex: number,
	{ id, path, metadata, wanted, isAddition }: Change,
): Promise<Metadata> {
	const clear = async () => await write(context, 'DELETE', path, shownMetadata(id, {}, 'refused'));
	if (Object.keys(metadata).length === 0) return await clear();
	const set = async (expects: Expected<Metadata>) =>
		await write(context, 'POST', path, expects, { metadata });
	const answer = await set(shownMetadata(id, filledIn(wanted), 'allowed'));
	if (isAddition) return answer;
	const left = await read(context, path, shownMetadata(id, metadata, 'allowed'));
	if (Object.keys(left).every((key) => Object.hasOwn(metadata, key))) return left;
	const replace = async () => {
		await clear();
		return await set(shownMetadata(id, metadata, 'refused'));
	};
	return await replace().catch(
		async (error: NodeError) => await Promise.reject(cleared(context, itemIndex, metadata, error)),
	);
}

/**
 * A second run of the node after this reads what is left, which may be nothing: what was to stay is in the error, and
 * Retry On Fail does not run it again.
 */
function cleared(
	context: IExecuteFunctions,
	itemIndex: number,
	metadata: Metadata,
	error: NodeError,
): NodeOperationError {
	return mayHaveActed(
		new NodeOperationError(
			context.getNode(),
			'The metadata were removed to be stored anew, and that failed: the interview may have none now',
			{
				itemIndex,
				description: `Store them with Set Metadata before you run this node again: ${JSON.stringify(metadata)}. What happened: ${inFull(error)}`,
			},
		),
	);
}
