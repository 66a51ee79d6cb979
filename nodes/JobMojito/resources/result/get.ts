import { readFields, switchField } from '../../../shared/actions/fields';
import type { ReadingOperation } from '../../../shared/actions/operation';
import { collection, simplifyParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { withoutBulk } from '../../normalizeAnswer';
import { resultParameter } from '../../parameters';
import { assessmentDataField } from '../../report';
import { readDetails } from '../../api/results';
import { resultReducer } from '../results';

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

const options = [
	assessmentDataField,
	switchField({
		displayName: 'Include Recording Links',
		name: 'withRecordings',
		description: 'Whether to create links to the recordings. They expire soon.',
	}),
];

export const get: ReadingOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a result',
	description:
		"Get a result as JobMojito's API returns it. Report has it in the columns of the trigger's item.",
	properties: [resultParameter, simplifyParameter, collection('Options', options)],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'resultId', 'Result ID');
		const { withRecordings, includeAssessmentData } = readFields(context, itemIndex, {
			collection: 'options',
			known: options,
		});
		const answer = await readDetails(context, id, { withRecordings: withRecordings === true });
		const details = includeAssessmentData === true ? answer : withoutBulk(answer);
		return asItems([resultReducer(context, itemIndex, COLUMNS)({ interview_result_id: id, ...details })]);
	},
};
