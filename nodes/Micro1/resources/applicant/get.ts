import type { IDataObject } from 'n8n-workflow';

import { textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { isNothing, isObject } from '../../../shared/event/fields';
import { agreeing, withId } from '../../../shared/http/agreeing';
import { under, type Expected } from '../../../shared/http/expected';
import { APPLICATION_IDS } from '../../answers';
import { read } from '../../api';

/** By one of these, an answer is about a person at all; what else it has is documented in part only. */
const FIELDS = [
	...APPLICATION_IDS,
	...['candidate_id', 'candidate_name', 'email', 'email_id', 'first_name', 'id', 'last_name', 'name'],
	...['linkedin_url', 'parsed_resume_data', 'resume_score', 'resume_url', 'source_name'],
];

const anApplicant: Expected<IDataObject> = {
	inWords: 'an applicant',
	find: (body) =>
		isObject(body) && FIELDS.some((name) => !isNothing(body[name])) ? (body as IDataObject) : undefined,
};

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get an applicant',
	description: 'Get one applicant with the resume, its score and the screening answers',
	properties: [
		textField({
			displayName: 'Job Application ID',
			name: 'jobApplicationId',
			required: true,
			default: '={{ $json.interview_id }}',
			description:
				'Filled in automatically from the item of an applicant event, or drag a column with the ID here',
		}),
	],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'jobApplicationId', 'Job Application ID');
		// By which of two names the answer has the ID is not documented.
		const isOfId = [withId('job_application_id', id), withId('micro1_job_application_id', id)];
		const expects = under('data', agreeing(anApplicant, ...isOfId));
		return asItems([await read(context, `/job/applicant/${encodeURIComponent(id)}`, expects)]);
	},
};
