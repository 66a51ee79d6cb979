import sample from '../../fixtures/heymilo/report_available.full.json';
import type { Links } from './links';
import type { Interview } from './state';

const { resume_interview_info, sms_interview_info, form_interview_info } = sample.interview_data_model;

/** Whether the posting's workflow has a step of this type. */
export function hasStep({ posting }: Interview, type: string): boolean {
	return posting.workflow.some((step) => step.type === type);
}

/** The step that ended the application: the first that may, else the first. Undefined while nothing ended it. */
export function knockedOutStep({ posting, verdict }: Interview) {
	if (verdict !== 'knocked_out') return undefined;
	return posting.workflow.find(({ config }) => config.knockout_enabled === true) ?? posting.workflow[0];
}

/**
 * What the steps beside the spoken interview found, in the fields of the API; null where the workflow has no such step, or
 * before it is done. What was answered is the fixture's; a knock-out fails every question of its step. Assumed: deliveries
 * have the same fields, for the vendor's page does not show them.
 */
export function screenings(interview: Interview, links: Links) {
	const knockedOut = knockedOutStep(interview)?.type;
	const isDone = (type: string) => hasStep(interview, type) && interview.startedAt !== null;
	const passed = (type: string) => knockedOut !== type;
	const judged = <Entry extends object>(entries: Entry[], type: string) =>
		entries.map((entry) => ({ ...entry, passed: passed(type) }));
	const interview_id = interview.id;
	return {
		// A resume is there from the beginning.
		resume: hasStep(interview, 'resume')
			? {
					...resume_interview_info,
					interview_id,
					is_eligible: passed('resume'),
					eligibility_criteria: judged(resume_interview_info.eligibility_criteria, 'resume'),
					resume_url: links.resume(interview),
				}
			: null,
		sms: isDone('conversational_sms')
			? {
					...sms_interview_info,
					interview_id,
					is_eligible: passed('conversational_sms'),
					criteria: judged(sms_interview_info.criteria, 'conversational_sms'),
				}
			: null,
		form: isDone('form')
			? {
					...form_interview_info,
					interview_id,
					overall_status: passed('form') ? 'passed' : 'failed',
					questions: judged(form_interview_info.questions, 'form'),
				}
			: null,
	};
}

/** The same in the few fields of the candidate list, and of `details.metadata` in a report. */
export function screeningSummaries(interview: Interview, links: Links) {
	const { resume, sms, form } = screenings(interview, links);
	const criteria = (passed: boolean) =>
		(sms?.criteria ?? []).filter((one) => one.passed === passed).map(({ criteria_text }) => criteria_text);
	return {
		resume: resume && { resume_score: 3.8, is_eligible: resume.is_eligible, resume_link: resume.resume_url },
		sms: sms && {
			is_eligible: sms.is_eligible,
			criteria_passed: criteria(true),
			criteria_failed: criteria(false),
			messages_sent: sms.messages_sent,
		},
		form: form && {
			is_complete: true,
			is_eligible: form.overall_status === 'passed',
			questions_answered: form.questions.length,
			total_questions: form.questions.length,
		},
	};
}
