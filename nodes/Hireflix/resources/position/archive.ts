import type { IDataObject } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { queryHireflix } from '../../api';
import { positionParameter } from '../../parameters';

const MUTATION = `mutation ($id: String!) {
	archivePosition(input: { id: $id }) {
		__typename
		... on MutationArchivePositionSuccess { data { id name archived } }
		... on PositionNotFoundError { code message }
	}
}`;

export const archive: Operation = {
	value: 'archive',
	name: 'Archive',
	action: 'Archive a position',
	description: 'Close a position; it can be restored in Hireflix only',
	isReadOnly: false,
	properties: [positionParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'positionId', 'Position');
		const { archivePosition: answer } = await queryHireflix<{ archivePosition: IDataObject }>(
			context,
			MUTATION,
			{ id },
		);
		const { data, message } = answer as { data?: IDataObject; message?: string };
		if (data) return [{ json: { id: data.id, name: data.name, is_archived: true } }];
		throw new NodeOperationError(context.getNode(), `Hireflix says: ${message ?? answer.__typename}`, {
			itemIndex,
			description: 'Select the position from the list.',
		});
	},
};
