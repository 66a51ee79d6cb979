import * as z from 'zod4/mini';

z.config(z.locales.en());

const filled = z.string().check(z.regex(/\S/, 'must not be empty'));
const text = z.nullish(z.string());
const link = z.nullish(z.string().check(z.regex(/^https?:\/\/./, 'must be a URL')));
const flag = z.nullish(z.boolean());

const MOST_QUESTIONS = 20;

const LANGUAGES = [
	'en-US',
	'de-DE',
	'es-419',
	'hi-IN',
	'ja-JP',
	'pt-BR',
	'fr-FR',
	'zh-CN',
	'ko-KR',
	'vi-VN',
	'th-TH',
	'ar-AE',
	'no-NO',
];

/** The fields of each call, as the OpenAPI document names them. That unknown fields are refused is assumed. */
export const bodies = {
	flow: z.strictObject({
		org_name: filled,
		title: filled,
		questions: z.array(filled).check(z.minLength(1), z.maxLength(MOST_QUESTIONS)),
		voice_id: text,
		language: z.nullish(z.enum(LANGUAGES)),
		company_logo_url: link,
		additional_info: text,
		additional_instructions: text,
		interview_type: z.nullish(z.enum(['general', 'recruitment'])),
		is_video_enabled: flag,
		is_doc_upload_enabled: flag,
		redirect_url: link,
		webhook_url: link,
		webhook_secret_key: text,
		intro: text,
		outro: text,
		team_id: text,
		preamble_video_url: link,
	}),
	interview: z.strictObject({
		interview_flow_id: filled,
		interviewee_email_address: z.nullish(z.string().check(z.regex(/^[^@\s]+@[^@\s]+$/, 'must be an email'))),
		interviewee_first_name: text,
		interviewee_last_name: text,
		assigned_recruiter_id: z.nullish(z.uuid()),
	}),
};
