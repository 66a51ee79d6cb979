import * as z from 'zod4/mini';

z.config(z.locales.en());

const filled = z.string().check(z.regex(/\S/, 'must be a non-empty string'));
const link = z.string().check(z.regex(/^https?:\/\/./i, 'must be a URL'));
const question = z.strictObject({
	question: filled,
	time: z.number().check(z.minimum(1), z.maximum(4)),
	type: z.enum(['audio', 'text']),
});
const skill = z.strictObject({ name: filled, description: z.optional(z.string()) });
const questions = z.array(question).check(z.minLength(1), z.maxLength(20));

/** Source of the names: the API's own list of events. */
export const EVENTS = [
	'interview.started',
	'interview.completed',
	'interview_report.created',
	'interview_recording.completed',
	'interview_webcam_recording.completed',
	'proctoring_score.completed',
	'applicant.created',
	'applicant.invited',
	'applicant.updated',
	'applicant.completed',
] as const;

/** What the trigger offers: the two recordings are one choice, and one name for them is left out. */
export const CHOICES = EVENTS.filter(
	(event) => event !== 'interview.completed' && event !== 'interview_webcam_recording.completed',
);

const settings = {
	interview_language: z.optional(filled),
	can_change_interview_language: z.optional(z.boolean()),
	is_proctoring_required: z.optional(z.boolean()),
};

const coding = {
	skills: z.optional(z.array(skill).check(z.maxLength(10))),
	custom_question_list: z.optional(questions),
	only_coding_round: z.optional(z.boolean()),
	is_coding_round_required: z.optional(z.boolean()),
	selected_coding_language: z.optional(filled),
	coding_exercise_details: z.optional(z.string()),
};

/**
 * The fields of each call. That the vendor refuses unknown fields is assumed: it may as well ignore them, but a node that
 * sends them is wrong either way. What PUT /interview/{id} takes is not documented; assumed is what a new one has.
 */
export const bodies = {
	webhook: z.strictObject({ url: link, event: z.enum(EVENTS), description: z.optional(z.string()) }),
	interview: z.strictObject({ interview_name: filled, ...settings, ...coding }),
	customInterview: z.strictObject({ interview_name: filled, ...settings, custom_question_list: questions }),
	changes: z.strictObject({ interview_name: z.optional(filled), ...settings, ...coding }),
	invite: z.strictObject({
		interview_id: filled,
		candidates: z.array(z.strictObject({ name: filled, email: filled })).check(z.minLength(1)),
		job_application_id: z.optional(filled),
		candidate_id: z.optional(filled),
		disable_email_notification: z.optional(z.boolean()),
	}),
	applicant: z.strictObject({
		first_name: filled,
		last_name: filled,
		email_id: filled,
		phone_number: z.optional(filled),
		resume_url: z.optional(link),
	}),
};
