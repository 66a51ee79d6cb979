import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { collection, simplifyParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { switchField } from '../../fields';
import { withoutBulk } from '../../normalizeResult';
import { resultParameter } from '../../parameters';
import { assessmentDataField } from '../../report';
import { readDetails } from '../../results';
import { rowReducer } from '../../rows';

const COLUMNS = [
	'interview_result_id',
	'status',
	'score',
	'score_text',
	'start',
	'end',
	'duration_seconds',
	'ai_analysis_recruiter',
	'ai_completion_reason',
	'transcript',
];

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a result',
	description: "Get a result as JobMojito's API tells it; Report has it in the columns of the trigger's item",
	isReadOnly: true,
	properties: [
		resultParameter,
		simplifyParameter,
		collection('Options', [
			assessmentDataField,
			switchField({
				displayName: 'Include Recording Links',
				name: 'withRecordings',
				description: 'Whether to have links to the recordings made, which expire soon',
			}),
		]),
	],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'resultId', 'Result ID');
		const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
		const answer = await readDetails(context, id, options.withRecordings === true);
		const details = options.includeAssessmentData === true ? answer : withoutBulk(answer);
		return asItems([rowReducer(context, itemIndex, COLUMNS)({ interview_result_id: id, ...details })]);
	},
};
