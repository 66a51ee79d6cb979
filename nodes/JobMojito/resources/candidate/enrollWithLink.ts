import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { choiceField, longTextField, readFields, textField } from '../../../shared/actions/fields';
import type { WritingOperation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { optionalChoice, requiredEmail, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { text } from '../../../shared/event/fields';
import { agreeing, notShown, showing, type Check } from '../../../shared/http/agreeing';
import { anObject } from '../../../shared/http/expected';
import { isUrl } from '../../../shared/http/isUrl';
import { writeOnce } from '../../api';
import { commonFields, generatedFields, LIST_FIELDS } from '../../parameters/interviewFields';
import { newPosition, newPositionParameters } from '../../parameters/newPosition';
import { countryCode, countryField, interviewParameter, merchantField } from '../../parameters';
import { anotherInterview } from '../interviewIds';
import { ofCandidate } from '../people';

const NEW = { show: { positionFrom: ['new'] } };

/** What an enrollment may say of the interview, of all that a new interview may. */
const OF_INTERVIEW = [
	'candidate_video_introduction',
	'custom_scoring',
	'hiring_for_company',
	'include_closing_prompt',
	'include_rapport_question',
	'instructional_video',
	'instructional_video_custom_text',
	'interview_attempts',
	'interview_available_till',
	'interview_conversation_speed',
	'interview_department',
	'interview_salary',
	'is_embedded',
	'max_duration',
	'max_followups',
	'pdf_export_auto_config',
	'questions_random_subset',
	'recruiter_profile_id',
	'required_pronunciation',
	'result_enable_edit_transcript',
	'result_view',
	'seniority_level',
	'tags',
	'thank_you_message',
	'use_enhanced_expectations',
	'welcome_message',
];

const fields = [
	...[...commonFields, ...generatedFields].filter(({ name }) => OF_INTERVIEW.includes(name)),
	textField({ displayName: 'Avatar ID', name: 'interview_template_id' }),
	textField({
		displayName: 'Candidate External ID',
		name: 'candidate_external_id',
		description: "Your own ID of the candidate. It comes back in the trigger's item as external_id.",
	}),
	textField({ displayName: 'LinkedIn URL', name: 'candidate_linkedin_url' }),
	longTextField({
		displayName: 'Position Description',
		name: 'position_description',
		description: 'Two sentences for the candidate. Written by AI if left out.',
	}),
	longTextField({
		displayName: 'Position Description, Long',
		name: 'position_description_long',
		description: 'In Markdown. Written by AI if left out.',
	}),
	textField({ displayName: 'Position External ID', name: 'position_external_id' }),
	merchantField,
];

/** With any other status, only a link says that the candidate was enrolled. */
const STATUSES = [
	'ai_accept',
	'ai_reject',
	'already-applied',
	'recruiter_accept',
	'recruiter_action',
	'recruiter_reject',
];

const anEnrollment = agreeing(
	anObject('status', 'interview_url'),
	showing(
		'status',
		STATUSES.join(', '),
		(status, { interview_url: link }) =>
			STATUSES.includes(text(status)?.toLowerCase() ?? '') || isUrl(text(link) ?? ''),
	),
	// Who is accepted gets in by the link; JobMojito sends no other.
	showing(
		'interview_url',
		'a link',
		(link, { status }) => !/accept$/i.test(String(status)) || isUrl(text(link) ?? ''),
	),
);

/** That somebody was enrolled for what was asked for: a position, or the interview of one. */
const ofPosition =
	(asked: string | null): Check<IDataObject> =>
	(found) => {
		const field = anotherInterview(found, asked, ['position_def_set_id']);
		return field === undefined ? undefined : notShown(field, String(asked), String(found[field]));
	};

export const enrollWithLink: WritingOperation = {
	value: 'enrollWithLink',
	name: 'Enroll With Link',
	action: 'Enroll a candidate and get a link',
	description: 'Pre-screen a candidate by resume, enroll them and get their own link to the interview',
	identity: {
		name: 'candidateEmail',
		field: 'Candidate Email',
		within: ['interview', 'positionName', 'positionLocation', 'positionCountry'],
	},
	properties: [
		textField({ displayName: 'Candidate Name', name: 'candidateName', required: true }),
		textField({ displayName: 'Candidate Email', name: 'candidateEmail', required: true }),
		countryField({ displayName: 'Candidate Country', name: 'candidateCountry', required: true }),
		longTextField({ displayName: 'Resume', name: 'resume', required: true, description: 'As text' }),
		choiceField(
			{ displayName: 'Position', name: 'positionFrom' },
			{ existing: 'Existing', new: 'New or Found by Name' },
		),
		{
			...interviewParameter,
			displayOptions: { show: { positionFrom: ['existing'] } },
			description:
				'JobMojito documents the ID of a position here (position_def_set_id). Whether it also takes the ID of a single interview is not documented: try it with one candidate first.',
		},
		...newPositionParameters.map((parameter) => ({ ...parameter, displayOptions: NEW })),
		collection('Additional Fields', fields),
	],
	prepare: (context, itemIndex) => {
		const required = (name: string, displayName: string) =>
			requiredText(context, itemIndex, name, displayName);
		const country = required('candidateCountry', 'Candidate Country');
		const position = readPosition(context, itemIndex);
		const body = {
			candidate_name: required('candidateName', 'Candidate Name'),
			candidate_email: requiredEmail(context, itemIndex, 'candidateEmail', 'Candidate Email'),
			candidate_country_code: countryCode(context, itemIndex, country, 'Candidate Country'),
			candidate_resume: required('resume', 'Resume'),
			...position,
			...readFields(context, itemIndex, {
				collection: 'additionalFields',
				known: fields,
				lists: LIST_FIELDS,
			}),
		};
		const path = '/job-interview-create-for-candidate-with-token';
		const expects = agreeing(
			anEnrollment,
			ofCandidate(body.candidate_email),
			ofPosition(text(position.position_def_set_id)),
		);
		return async () => asItems([await writeOnce(context, path, expects, body)]);
	},
};

function readPosition(context: IExecuteFunctions, itemIndex: number): IDataObject {
	if (optionalChoice(context, itemIndex, 'positionFrom', 'Position', ['existing', 'new']) !== 'new') {
		return { position_def_set_id: requiredText(context, itemIndex, 'interview', 'Interview') };
	}
	return newPosition(context, itemIndex);
}
