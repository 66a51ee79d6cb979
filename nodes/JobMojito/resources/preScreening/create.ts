import {
	choiceField,
	jsonField,
	longTextField,
	readFields,
	readRequired,
	textField,
} from '../../../shared/actions/fields';
import type { WritingOperation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { asItems } from '../../../shared/actions/rows';
import { made, writeOnce } from '../../api';
import { availableTillField, NEW_STATUSES, VISIBILITIES } from '../../parameters/interviewFields';
import { newPosition, newPositionParameters } from '../../parameters/newPosition';
import { merchantField } from '../../parameters';
import { rulesWithIsoCountries } from './screening';

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
	availableTillField,
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
			description: 'A list such as [{"id": "form_education", "mandatory": true}]. A form needs at least one.',
		},
		'[]',
	),
	jsonField({ displayName: 'Kombo Parameters', name: 'kombo_parameters' }),
	longTextField({ displayName: 'Long Description', name: 'position_description_long' }),
	choiceField({ displayName: 'Visibility', name: 'visibility' }, VISIBILITIES),
	merchantField,
];

const choices = [
	choiceField(
		{ displayName: 'Check By', name: 'type' },
		{ resume: 'Resume', form: 'Form', resume_with_form: 'Resume and Form' },
	),
	choiceField({ displayName: 'Status', name: 'status' }, NEW_STATUSES),
];

export const create: WritingOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a pre-screening',
	description: 'Create a position that checks candidates by resume, by form or by both',
	properties: [...newPositionParameters, ...choices, collection('Additional Fields', fields)],
	prepare: (context, itemIndex) => {
		const { assessment_rules: rules, ...others } = readFields(context, itemIndex, {
			collection: 'additionalFields',
			known: fields,
		});
		const body = {
			...newPosition(context, itemIndex),
			...readRequired(context, itemIndex, choices),
			...others,
			...(Array.isArray(rules) ? { assessment_rules: rulesWithIsoCountries(rules) } : {}),
		};
		return async () =>
			asItems([await writeOnce(context, '/pre-screening-create', made('position_def_set_id', body), body)]);
	},
};
