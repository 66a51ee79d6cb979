import type { IDataObject } from 'n8n-workflow';

import { choiceField, jsonField, longTextField, readFields, textField } from '../../../shared/actions/fields';
import type { WritingOperation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredChoice, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { agreeing, echoing, notRefused } from '../../../shared/http/agreeing';
import { anObject } from '../../../shared/http/expected';
import { writeOnce } from '../../api';
import { availableTillField, NEW_STATUSES, VISIBILITIES } from '../../parameters/interviewFields';
import { languageParameter } from '../../parameters/languages';
import { countryCode, countryField, merchantField } from '../../parameters';
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

/** A new pre-screening whose state, where the answer has it, is the one that was asked for. */
const aPreScreening = ({ status }: IDataObject) =>
	agreeing(anObject('position_def_set_id'), notRefused, echoing({ status }, ['status']));

const CHECKS = { resume: 'Resume', form: 'Form', resume_with_form: 'Resume and Form' };

export const create: WritingOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a pre-screening',
	description: 'Create a position that checks candidates by resume, by form or by both',
	effect: 'writeOnce',
	properties: [
		textField({ displayName: 'Position Name', name: 'positionName', required: true }),
		textField({ displayName: 'Position Location', name: 'positionLocation', required: true }),
		countryField({ displayName: 'Position Country', name: 'positionCountry', required: true }),
		languageParameter,
		choiceField({ displayName: 'Check By', name: 'type' }, CHECKS),
		choiceField({ displayName: 'Status', name: 'status' }, NEW_STATUSES),
		collection('Additional Fields', fields),
	],
	prepare: (context, itemIndex) => {
		const required = (name: string, displayName: string) =>
			requiredText(context, itemIndex, name, displayName);
		const choice = (name: string, displayName: string, words: object) =>
			requiredChoice(context, itemIndex, name, displayName, Object.keys(words));
		const country = required('positionCountry', 'Position Country');
		const { assessment_rules: rules, ...others } = readFields(context, itemIndex, {
			collection: 'additionalFields',
			known: fields,
		});
		const body = {
			position_name: required('positionName', 'Position Name'),
			position_location: required('positionLocation', 'Position Location'),
			position_country_code: countryCode(context, itemIndex, country, 'Position Country'),
			mojito_language_code: required('mojito_language_code', 'Language'),
			type: choice('type', 'Check By', CHECKS),
			status: choice('status', 'Status', NEW_STATUSES),
			...others,
			...(Array.isArray(rules) ? { assessment_rules: rulesWithIsoCountries(rules) } : {}),
		};
		return async () =>
			asItems([await writeOnce(context, '/pre-screening-create', body, aPreScreening(body))]);
	},
};
