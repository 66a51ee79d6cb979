import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { writeJobMojito } from '../../api';
import { longTextField, readFields, textField } from '../../fields';
import { languageParameter } from '../../languages';
import { interviewParameter, merchantField } from '../../parameters';

const NEW = { show: { positionFrom: ['new'] } };

const fields = [
	textField({ displayName: 'Avatar ID', name: 'interview_template_id' }),
	textField({
		displayName: 'Candidate External ID',
		name: 'candidate_external_id',
		description: "Your own ID of the candidate; it comes back in the trigger's item as external_id",
	}),
	textField({ displayName: 'LinkedIn URL', name: 'candidate_linkedin_url' }),
	textField({ displayName: 'Position External ID', name: 'position_external_id' }),
	merchantField,
];

export const enrolWithLink: Operation = {
	value: 'enrolWithLink',
	name: 'Enrol With Link',
	action: 'Enrol a candidate and get a link',
	description: 'Pre-screen a candidate by resume, enrol them and get their own link to the interview',
	isReadOnly: false,
	properties: [
		textField({ displayName: 'Candidate Name', name: 'candidateName', required: true }),
		textField({ displayName: 'Candidate Email', name: 'candidateEmail', required: true }),
		textField({
			displayName: 'Candidate Country',
			name: 'candidateCountry',
			required: true,
			placeholder: 'e.g. US',
			description: 'Two letters, as in ISO 3166',
		}),
		longTextField({ displayName: 'Resume', name: 'resume', required: true, description: 'As text' }),
		{
			displayName: 'Position',
			name: 'positionFrom',
			type: 'options',
			default: 'existing',
			options: [
				{ name: 'Existing', value: 'existing' },
				{ name: 'New or Found by Name', value: 'new' },
			],
		},
		{ ...interviewParameter, displayOptions: { show: { positionFrom: ['existing'] } } },
		textField({ displayName: 'Position Name', name: 'positionName', required: true, displayOptions: NEW }),
		textField({
			displayName: 'Position Location',
			name: 'positionLocation',
			required: true,
			displayOptions: NEW,
		}),
		textField({
			displayName: 'Position Country',
			name: 'positionCountry',
			required: true,
			placeholder: 'e.g. US',
			displayOptions: NEW,
		}),
		{ ...languageParameter, displayOptions: NEW },
		collection('Additional Fields', fields),
	],
	run: async (context, itemIndex) => {
		const required = (name: string, displayName: string) =>
			requiredText(context, itemIndex, name, displayName);
		const body = {
			candidate_name: required('candidateName', 'Candidate Name'),
			candidate_email: required('candidateEmail', 'Candidate Email'),
			candidate_country_code: required('candidateCountry', 'Candidate Country').toUpperCase(),
			candidate_resume: required('resume', 'Resume'),
			...position(context, itemIndex),
			...readFields(context, itemIndex, fields),
		};
		return asItems([await writeJobMojito(context, '/job-interview-create-for-candidate-with-token', body)]);
	},
};

function position(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const required = (name: string, displayName: string) => requiredText(context, itemIndex, name, displayName);
	if (context.getNodeParameter('positionFrom', itemIndex) !== 'new') {
		return { position_def_set_id: required('interview', 'Interview') };
	}
	return {
		position_name: required('positionName', 'Position Name'),
		position_location: required('positionLocation', 'Position Location'),
		position_country_code: required('positionCountry', 'Position Country').toUpperCase(),
		mojito_language_code: required('mojito_language_code', 'Language'),
	};
}
