import { identifier, record, text } from '../shared/event/fields';

/**
 * What Ribbon posts: one flat object, without a time and without an ID of the delivery. The fields of a candidate's status
 * are spelled differently, and there the interview is not named. Source: docs.ribbon.ai/docs/webhooks
 */
export const ribbonDelivery = record({
	event_type: text,
	interview_flow_id: identifier,
	interview_flow_name: text,
	interview_id: identifier,
	/** The recruiter's page, behind a login. */
	interview_link: text,
	status: text,
	interviewee_email_address: text,
	interviewee_first_name: text,
	interviewee_last_name: text,
	/** Only of `candidate_status_updated`, as are the two below; the words are not listed anywhere. */
	interviewee_email: text,
	previous_status: text,
	new_status: text,
});

export type RibbonDelivery = ReturnType<typeof ribbonDelivery>;
