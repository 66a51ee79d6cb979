import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { happening } from '../../../shared/event/fields';
import { agreeing, showing, withId } from '../../../shared/http/agreeing';
import { under } from '../../../shared/http/expected';
import { anEntity, write } from '../../api';
import { positionParameter } from '../../parameters';
import { asPosition } from '../../api/positions';
import { aUnion, refusalError } from '../../api/unions';

const MUTATION = `mutation ($id: String!) {
	archivePosition(input: { id: $id }) {
		__typename
		... on MutationArchivePositionSuccess { data { id name archived } }
		... on PositionNotFoundError { code message }
	}
}`;

/** Documented is the time; some answers have a boolean. */
const isArchived = showing('archived', 'a time', (value) => happening(value).happened === true);

export const archive: Operation = {
	value: 'archive',
	name: 'Archive',
	action: 'Archive a position',
	description: 'Close a position. You can restore it only in Hireflix.',
	properties: [positionParameter],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'positionId', 'Position');
		return async () => {
			const answer = await write(context, {
				document: MUTATION,
				variables: { id },
				expects: aUnion('archivePosition', {
					member: 'MutationArchivePositionSuccess',
					holds: under('data', agreeing(anEntity, withId('id', id), isArchived)),
				}),
			});
			if ('refusal' in answer) {
				throw refusalError(context, itemIndex, {
					act: 'archive the position',
					refusal: answer.refusal,
					sent: {},
					cure: 'Select the position from the list.',
				});
			}
			const position = asPosition(answer.found);
			return asItems([{ id: position.id, name: position.name, is_archived: position.isArchived }]);
		};
	},
};
