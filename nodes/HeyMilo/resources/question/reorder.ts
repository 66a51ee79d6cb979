import type { IDataObject } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { jsonField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { optionalJson, requiredText } from '../../../shared/actions/reading';
import { listOf } from '../../../shared/actions/values';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { identifier, number, record } from '../../../shared/event/fields';
import { agreeing, type Check } from '../../../shared/http/agreeing';
import { aListOf, anObject } from '../../../shared/http/expected';
import { write } from '../../api';
import { postingPath } from '../../api/postings';
import { postingParameter, wantedPosting } from '../../parameters';
import { modalityParameter, SIMPLIFIED_QUESTION } from './fields';

const ORDER = 'Question IDs in Order';

export const reorder: Operation = {
	value: 'reorder',
	name: 'Reorder',
	action: 'Reorder questions',
	description: 'Set the order in which the questions of a posting are asked',
	properties: [
		postingParameter,
		{ ...modalityParameter, required: true },
		jsonField(
			{
				displayName: ORDER,
				name: 'order',
				required: true,
				description: 'A list of the IDs of all questions with this modality',
			},
			'[]',
		),
		simplifyParameter,
	],
	prepare: (context, itemIndex) => {
		const path = postingPath(wantedPosting(context, itemIndex), '/questions/reorder');
		const value = optionalJson<unknown[]>(context, itemIndex, 'order', ORDER, 'list');
		const order = listOf({ context, itemIndex, displayName: ORDER, value });
		if (order.length === 0) {
			throw new NodeOperationError(context.getNode(), `${ORDER} is empty`, {
				itemIndex,
				description: 'Write it like ["341C0A3E67C31467", "C75DE8C1B7C3AE52"].',
			});
		}
		const modality = requiredText(context, itemIndex, 'modality', 'Modality');
		const expects = agreeing(aListOf(anObject('id')), inOrder(order.map(String)));
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_QUESTION);
		return async () => {
			const questions = await write(context, 'POST', path, expects, { modality, order });
			return asItems(questions.map(shown));
		};
	},
};

/** That the questions which were named are in that order: by their ranks where each has one, else as they are listed. */
function inOrder(order: string[]): Check<IDataObject[]> {
	return (questions) => {
		const ranked = questions.map((question) => ({ ...asQuestion(question) }));
		if (ranked.every(({ rank }) => rank !== null)) ranked.sort((one, other) => one.rank! - other.rank!);
		const wanted = order.map((id) => id.toLowerCase());
		const came = ranked.map(({ id }) => id?.toLowerCase() ?? '').filter((id) => wanted.includes(id));
		if (came.join() === wanted.join()) return undefined;
		return {
			inWords: 'does not show that it was done: its questions are in another order than was asked for',
			asked: order.join(', '),
			came: came.join(', ').toUpperCase() || 'none of them',
		};
	};
}

const asQuestion = record({ id: identifier, rank: number });
