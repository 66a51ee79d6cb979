import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { writeJobMojito } from '../../api';
import { choiceField, jsonField, longTextField, readFields, textField } from '../../fields';
import { VISIBILITIES } from '../../interviewFields';
import { languageParameter } from '../../languages';
import { merchantField } from '../../parameters';

const fields = [
	jsonField(
		{
			displayName: 'Assessment Rules',
			name: 'assessment_rules',
			description:
				'A list such as [{"id": "resume_match", "resume_score_reject": 2, "resume_score_accept": 7}], scores from 0 to 10',
		},
		'[]',
	),
	{
		displayName: 'Available Till',
		name: 'interview_available_till',
		type: 'dateTime' as const,
		default: '',
	},
	longTextField({ displayName: 'Candidate Expectations', name: 'candidate_expectations' }),
	longTextField({ displayName: 'Description', name: 'position_description' }),
	textField({
		displayName: 'Existing Position ID',
		name: 'update_position_def_set_id',
		description: 'Changes the pre-screening of this position instead of creating another',
	}),
	jsonField(
		{
			displayName: 'Form Fields',
			name: 'form_fields',
			description: 'A list such as [{"id": "form_education", "mandatory": true}]; a form needs at least one',
		},
		'[]',
	),
	jsonField({ displayName: 'Kombo Parameters', name: 'kombo_parameters' }),
	longTextField({ displayName: 'Long Description', name: 'position_description_long' }),
	choiceField({ displayName: 'Visibility', name: 'visibility' }, VISIBILITIES),
	merchantField,
];

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a pre-screening',
	description: 'Create a position whose candidates are checked by resume, by form or by both',
	isReadOnly: false,
	properties: [
		textField({ displayName: 'Position Name', name: 'positionName', required: true }),
		textField({ displayName: 'Position Location', name: 'positionLocation', required: true }),
		textField({
			displayName: 'Position Country',
			name: 'positionCountry',
			required: true,
			placeholder: 'e.g. US',
		}),
		languageParameter,
		choiceField(
			{ displayName: 'Check By', name: 'type' },
			{ resume: 'Resume', form: 'Form', resume_with_form: 'Resume and Form' },
		),
		choiceField({ displayName: 'Status', name: 'status' }, { draft: 'Draft', active: 'Active' }),
		collection('Additional Fields', fields),
	],
	run: async (context, itemIndex) => {
		const required = (name: string, displayName: string) =>
			requiredText(context, itemIndex, name, displayName);
		const body = {
			position_name: required('positionName', 'Position Name'),
			position_location: required('positionLocation', 'Position Location'),
			position_country_code: required('positionCountry', 'Position Country').toUpperCase(),
			mojito_language_code: required('mojito_language_code', 'Language'),
			type: required('type', 'Check By'),
			status: required('status', 'Status'),
			...readFields(context, itemIndex, fields),
		};
		return asItems([await writeJobMojito(context, '/pre-screening-create', body)]);
	},
};
