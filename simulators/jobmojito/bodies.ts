import * as z from 'zod4/mini';

const text = () => z.string().check(z.minLength(1));
const optional = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(z.nullable(schema));
const object = () => z.record(z.string(), z.unknown());
const between = (least: number, most: number) => z.number().check(z.minimum(least), z.maximum(most));

export const LANGUAGES =
	'ar bg zh hr cs da nl en fil fi fr de el hi hu id it ja ko ms no pl pt br ro ru sk es sv ta th tr uk vi'.split(
		' ',
	);

/** A date, or a time with its zone: without one it would be the server's. */
const isoTime = () =>
	z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/));

/** ISO 3166, as it is stored. */
const country = () => z.string().check(z.regex(/^[A-Z]{2}$/));

const language = () => z.enum(LANGUAGES);
const visibility = () => z.enum(['merchant_public', 'merchant_invite', 'merchant_unlisted']);
/** The words between the spaces of a text. */
type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;

function each<Names extends string, Schema>(names: Names, schema: () => Schema) {
	return Object.fromEntries(names.split(' ').map((name) => [name, schema()])) as Record<Words<Names>, Schema>;
}

function pick<Source extends object, Names extends string>(source: Source, names: Names) {
	const wanted = names.split(' ');
	const entries = Object.entries(source).filter(([name]) => wanted.includes(name));
	return Object.fromEntries(entries) as Pick<Source, Words<Names> & keyof Source>;
}

const texts = <Names extends string>(names: Names) => each(names, () => optional(z.string()));
const flags = <Names extends string>(names: Names) => each(names, () => optional(z.boolean()));

const REPORT_PARTS =
	'contact_details ai_recruiter_assessment ai_scoring_rubric analytics files transcript answer_recording session_recording group_by_question';

const template = () => optional(z.enum(['classic', 'modern', 'one_pager']));

const reportParts = z.strictObject({
	mojito_language_code: optional(language()),
	...flags(REPORT_PARTS),
	template: template(),
});

const levels = z.strictObject({
	weak: z.array(z.string()),
	moderate: z.array(z.string()),
	strong: z.array(z.string()),
});

const question = z.strictObject({
	question: text(),
	duration: optional(z.number()),
	mojito_language_code: optional(language()),
	...texts('id label conditional_question_main_id knowledge_base_id external_id'),
	...flags('is_conditional is_without_scoring is_candidate_asking_recruiter is_expert is_multiple_choice'),
	question_alternatives: optional(z.array(z.string())),
	external_data: optional(object()),
	candidate_expectations_json: optional(levels),
});

const common = {
	recording: optional(z.enum(['audio_first_5_answers', 'audio_all', 'video_all', 'video_first_5_answers'])),
	recording_full_session: optional(z.enum(['audio_all', 'video_all'])),
	interview_type: optional(
		z.enum([
			'pre-screening',
			'pre-screening-with-test-questions',
			'second-interview',
			'remote-freelancer-verification',
			'strength-based-interview',
			'potential-based-interview',
			'process-verification-from-knowledge-base',
		]),
	),
	seniority_level: optional(
		z.enum(['entry-level', 'intermediate', 'senior', 'managerial', 'director', 'executive']),
	),
	result_view: optional(
		z.enum(['none', 'minimal', 'minimal_with_score', 'advanced', 'full', 'full_expand_scores']),
	),
	interview_conversation_speed: optional(z.enum(['slower', 'normal', 'faster'])),
	candidate_video_introduction: optional(z.enum(['optional', 'required'])),
	interview_attempts: optional(between(1, 20)),
	max_followups: optional(between(0, 999)),
	questions_random_subset: optional(between(0.01, 0.9)),
	hiring_for_company: optional(z.strictObject(texts('name description location sector company_size'))),
	tags: optional(z.array(z.string())),
	additional_context: optional(object()),
	custom_scoring: optional(object()),
	pdf_export_auto_config: optional(reportParts),
	...texts('interview_tone code cover_image_url interview_department interview_salary'),
	interview_available_till: optional(isoTime()),
	...texts('recruiter_profile_id merchant_id knowledge_base_store_id'),
	...texts('description_long candidate_expectations welcome_message thank_you_message'),
	...texts('instructional_video_custom_text'),
	...flags('instructional_video is_embedded required_pronunciation result_enable_edit_transcript'),
};

/** What an enrollment may say of the interview: not all that a new interview may. */
const ofEnrollment = {
	...pick(
		common,
		'seniority_level result_view interview_conversation_speed candidate_video_introduction interview_attempts max_followups questions_random_subset hiring_for_company tags custom_scoring pdf_export_auto_config interview_department interview_salary interview_available_till recruiter_profile_id merchant_id welcome_message thank_you_message instructional_video_custom_text instructional_video is_embedded required_pronunciation result_enable_edit_transcript',
	),
	max_duration: optional(z.number()),
	...flags('include_rapport_question include_closing_prompt use_enhanced_expectations'),
};

const required = {
	name: text(),
	location: text(),
	interview_template_id: z.uuid(),
	mojito_language_code: language(),
	status: z.enum(['draft', 'active']),
	type: z.enum(['interview', 'coaching', 'assessment']),
	visibility: visibility(),
};

/** The bodies that the vendor documents; nothing else is taken. Source: the vendor's OpenAPI document. */
export const bodies = {
	create: z.strictObject({
		...required,
		...common,
		interview_length: optional(between(1, 40)),
		max_duration: optional(z.number()),
		description: optional(z.string()),
		...flags('include_rapport_question include_closing_prompt use_enhanced_expectations'),
	}),
	createFromQuestions: z.strictObject({
		...required,
		...common,
		description: text(),
		questions: z.array(question).check(z.minLength(1)),
		candidate_expectations_json: optional(levels),
		disable_deduplication: optional(z.boolean()),
	}),
	update: z.strictObject({
		position_id: text(),
		...common,
		name: optional(z.string()),
		location: optional(z.string()),
		interview_template_id: optional(z.uuid()),
		description: optional(z.string()),
		visibility: optional(visibility()),
		max_duration: optional(z.number()),
		questions: optional(z.array(question)),
		candidate_expectations_json: optional(levels),
		regenerate_candidate_expectations: optional(z.boolean()),
	}),
	setState: z.strictObject({
		position_id: text(),
		status: z.optional(z.enum(['draft', 'active', 'archived', 'deleted'])),
		is_embedded: z.optional(z.boolean()),
	}),
	register: z.strictObject({
		interview_id: text(),
		users: z.array(z.strictObject({ name: text(), email: text(), external_id: optional(z.string()) })),
		merchant_id: optional(z.string()),
		...flags('send_email hide_menu hide_iframe is_test'),
	}),
	enroll: z.strictObject({
		candidate_name: text(),
		candidate_email: text(),
		candidate_country_code: country(),
		candidate_resume: text(),
		mojito_language_code: optional(language()),
		position_country_code: optional(country()),
		...texts('position_def_set_id position_name position_location'),
		...texts('position_external_id interview_template_id candidate_external_id'),
		...texts('candidate_linkedin_url position_description position_description_long'),
		...ofEnrollment,
	}),
	token: z.strictObject({
		type: z.enum([
			'interview-for-profile',
			'results-for-profile',
			'interview-result-candidate',
			'interview-result-talent-seeker',
			'interview-results-for-position',
		]),
		...texts('interview_profile_id interview_id interview_result_id merchant_id hide_menu'),
	}),
	report: z.strictObject({
		export_type: z.enum(['pdf', 'html', 'json']),
		interview_result_id: z.optional(z.uuid()),
		interview_result_ids: z.optional(z.array(z.uuid())),
		template: template(),
		store_file: z.optional(z.boolean()),
		export_features_result: z.optional(reportParts),
	}),
	anotherAttempt: z.strictObject({ interview_result_id: z.uuid() }),
	preScreening: z.strictObject({
		...texts('update_position_def_set_id position_name position_location'),
		...texts('position_description position_description_long merchant_id candidate_expectations'),
		position_country_code: optional(country()),
		interview_available_till: optional(isoTime()),
		mojito_language_code: optional(language()),
		visibility: optional(visibility()),
		type: optional(z.enum(['resume', 'form', 'resume_with_form'])),
		status: optional(z.enum(['draft', 'active'])),
		assessment_rules: optional(
			z.array(z.looseObject({ id: text(), country: z.optional(z.array(country())) })),
		),
		form_fields: optional(z.array(z.looseObject({ id: text() }))),
		kombo_parameters: optional(object()),
	}),
	check: z.strictObject({
		position_id: text(),
		candidate_name: text(),
		candidate_email: text(),
		candidate_resume: z.optional(text()),
		file: z.optional(text()),
		candidate_country_code: optional(country()),
		...texts('candidate_external_id candidate_linkedin_url'),
		form: optional(z.looseObject({ nationality: z.optional(country()), residency: z.optional(country()) })),
	}),
	inviteUsers: z.strictObject({
		users: z.array(
			z.strictObject({
				email: text(),
				name: optional(z.string()),
				type: optional(
					z.enum(['merchant_owner', 'merchant', 'merchant_selection', 'user', 'mentor', 'candidate']),
				),
				interview_id: optional(z.string()),
			}),
		),
		force_invite: optional(z.boolean()),
		mojito_language_code: optional(language()),
		...texts('merchant_id message_from_recruiter'),
	}),
	document: z.strictObject({
		knowledge_base_store_id: text(),
		file: text(),
		...texts('name merchant_id'),
	}),
};
