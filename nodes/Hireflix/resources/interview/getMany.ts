import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { requiredText, wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows, isSimplified } from '../../../shared/actions/rows';
import { isObject, number, time } from '../../../shared/event/fields';
import { listInterviews } from '../../api/interviews';
import { interviewFilters, positionParameter, wantedFilter } from '../../parameters';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many interviews',
	description: 'Get the interviews of a position, newest first',
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
	const { fullName, email, phone } = fieldsOf(candidate);
	return {
		interview_id: id,
		status: status ?? null,
		candidate_name: fullName ?? null,
		candidate_email: email ?? null,
		candidate_phone: phone ?? null,
		job_title: fieldsOf(position).name ?? null,
		score: number(fieldsOf(score).value),
		interview_url: fieldsOf(url).private ?? null,
		external_id: externalId ?? null,
		invited_at: time(createdAt),
	};
}

const fieldsOf = (value: unknown): IDataObject => (isObject(value) ? (value as IDataObject) : {});
