import type { IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems, namesAnother, takeRows } from '../../../shared/actions/rows';
import { identifier } from '../../../shared/event/fields';
import { followsUnclear } from '../../../shared/http/failure';
import { list, write } from '../../api';
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
				// After a try whose answer was lost, it may be gone; 400, with which micro1 refuses anything, is no proof of it.
				const mayBeGone = followsUnclear(error) && ['400', '404'].includes(httpCode ?? '');
				return mayBeGone && !(await isListed(context, id).catch(() => true))
					? undefined
					: await Promise.reject(error);
			});
			return asItems([{ interview_id: id, deleted: true }]);
		};
	},
};

async function isListed(context: IExecuteFunctions, id: string): Promise<boolean> {
	const rows = await takeRows(list(context, '/interviews', 'interview_id'), Infinity);
	return rows.some(({ interview_id }) => !namesAnother(identifier(interview_id), id));
}
