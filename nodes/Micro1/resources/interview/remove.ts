import type { IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems, isAny, namesAnother } from '../../../shared/actions/rows';
import { identifier } from '../../../shared/event/fields';
import { followsUnclear } from '../../../shared/http/failure';
import { answerOr } from '../../../shared/http/status';
import { DONE, list, write } from '../../api';
import { interviewParameter } from '../../parameters';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete an interview',
	description: 'Delete an interview. Nobody can be invited to it anymore.',
	properties: [interviewParameter],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interview', 'Interview');
		return async () => {
			const asked = write(context, 'DELETE', `/interview/${encodeURIComponent(id)}`, DONE);
			// After a try whose answer was lost, it may be gone; 400, with which micro1 refuses anything, is no proof of it.
			await answerOr(asked, {
				statuses: ['400', '404'],
				alsoOfProxies: true,
				otherwise: async (refusal) => {
					const isThere = !followsUnclear(refusal) || (await isListed(context, id).catch(() => true));
					if (isThere) await Promise.reject(refusal);
				},
			});
			return asItems([{ interview_id: id, deleted: true }]);
		};
	},
};

async function isListed(context: IExecuteFunctions, id: string): Promise<boolean> {
	const rows = list(context, { path: '/interviews', identity: 'interview_id' });
	return await isAny(rows, ({ interview_id }) => !namesAnother(identifier(interview_id), id));
}
