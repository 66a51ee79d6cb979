import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { requiredText, wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows, isSimplified } from '../../../shared/actions/rows';
import { number } from '../../../shared/event/fields';
import { fromEpochMilliseconds } from '../../../shared/event/times';
import { listInterviews } from '../../api/interviews';
import { interviewFilters, positionParameter, wantedFilter } from '../../parameters';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many interviews',
	description: 'Get the interviews of a position, newest first',
	effect: 'read',
	properties: [positionParameter, ...manyProperties, interviewFilters, simplifyParameter],
	run: async (context, itemIndex) => {
		const positionId = requiredText(context, itemIndex, 'positionId', 'Position');
		const rows = listInterviews(context, positionId, wantedFilter(context, itemIndex));
		const shown = isSimplified(context, itemIndex) ? simplify : undefined;
		return asItems(await takeRows(rows, wantedCount(context, itemIndex), shown));
	},
};

/** The ten columns most asked for, flat. Times become ISO 8601. */
function simplify({
	id,
	status,
	candidate,
	position,
	score,
	url,
	externalId,
	createdAt,
}: IDataObject): IDataObject {
	const { fullName, email, phone } = (candidate ?? {}) as IDataObject;
	return {
		interview_id: id,
		status,
		candidate_name: fullName,
		candidate_email: email,
		candidate_phone: phone,
		job_title: (position as IDataObject | null)?.name,
		score: (score as IDataObject | null)?.value ?? null,
		interview_url: (url as IDataObject | null)?.private,
		external_id: externalId,
		invited_at: fromEpochMilliseconds(number(createdAt)),
	};
}
