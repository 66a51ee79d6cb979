import { readFields, textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredEmail, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { agreeing, echoing, notRefused, withId } from '../../../shared/http/agreeing';
import { anObject, under } from '../../../shared/http/expected';
import { JOB_IDS } from '../../answers';
import { writeOnce } from '../../api';
import { jobParameter } from '../../parameters';

const additionalFields = [
	textField({ displayName: 'Phone', name: 'phone_number', placeholder: 'e.g. +15550100123' }),
	textField({
		displayName: 'Resume URL',
		name: 'resume_url',
		placeholder: 'e.g. https://example.com/resume.pdf',
		description: 'Address of a PDF or DOCX file that micro1 can open',
	}),
];

const person = (displayName: string, name: string, placeholder: string) => ({
	...textField({ displayName, name, placeholder }),
	required: true,
});

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create an applicant',
	description: 'Add a person who applies for a job. micro1 does not document whether it emails this person.',
	identity: { name: 'email', field: 'Email', within: ['job'] },
	properties: [
		jobParameter,
		person('First Name', 'firstName', 'e.g. Ada'),
		person('Last Name', 'lastName', 'e.g. Example'),
		person('Email', 'email', 'e.g. ada@example.com'),
		collection('Additional Fields', additionalFields),
	],
	prepare: (context, itemIndex) => {
		const job = requiredText(context, itemIndex, 'job', 'Job');
		const body = {
			...readFields(context, itemIndex, { collection: 'additionalFields', known: additionalFields }),
			first_name: requiredText(context, itemIndex, 'firstName', 'First Name'),
			last_name: requiredText(context, itemIndex, 'lastName', 'Last Name'),
			email_id: requiredEmail(context, itemIndex, 'email', 'Email'),
		};
		const path = `/job/${encodeURIComponent(job)}/applicant`;
		// Whom it was made for is not documented to come back: where it does, it has to be this person, at this job.
		const checks = [...JOB_IDS.map((name) => withId(name, job)), echoing(body, ['email_id'])];
		const expects = under('data', agreeing(anObject('job_application_id'), notRefused, ...checks));
		return async () => asItems([await writeOnce(context, path, expects, body)]);
	},
};
