import type { JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { followsUnclear } from '../../../shared/http/failure';
import { write } from '../../api';
import { interviewParameter } from '../../parameters';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete an interview',
	description: 'Delete an interview. Nobody can be invited to it anymore.',
	effect: 'write',
	properties: [interviewParameter],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interview', 'Interview');
		return async () => {
			await write(context, 'DELETE', `/interview/${encodeURIComponent(id)}`).catch(async (error: Error) => {
				const { httpCode } = new NodeApiError(context.getNode(), error as unknown as JsonObject);
				// It is gone, too, when micro1 does not find it after a try whose answer was lost.
				const isGone = followsUnclear(error) && ['400', '404'].includes(httpCode ?? '');
				return isGone ? undefined : await Promise.reject(error);
			});
			return asItems([{ interview_id: id, deleted: true }]);
		};
	},
};
