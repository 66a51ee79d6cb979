import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { presentText } from '../../../shared/event/text';
import { agreeing, notRefused, showing, theOne } from '../../../shared/http/agreeing';
import { write } from '../../api';
import { flowPath } from '../../api/flows';
import { flowParameter } from '../../parameters';

export const archive: Operation = {
	value: 'archive',
	name: 'Archive',
	action: 'Archive a flow',
	description: 'Archive a flow. The API cannot restore it.',
	properties: [flowParameter],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'flowId', 'Flow');
		const archived = theOne('interview_flow_id', id, 'success');
		const isNotActive = showing(
			'status',
			'archived',
			(status) => presentText(status)?.toLowerCase() !== 'active',
		);
		const expects = agreeing(archived, showing('success', true), isNotActive, notRefused);
		return async () => asItems([await write(context, 'DELETE', flowPath(id), expects)]);
	},
};
