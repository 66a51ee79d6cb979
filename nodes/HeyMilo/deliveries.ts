import {
	flag,
	group,
	groups,
	identifier,
	mark,
	number,
	record,
	text,
	time,
	type Field,
} from '../shared/event/fields';
import { asNumber } from '../shared/event/numbers';
import { formResult, resumeResult, smsResult, webInterviewResult } from './deliveries/results';

/** A time, and what distinguishes it from any other. */
interface Moment {
	/** `YYYY-MM-DDTHH:mm:ss.sssZ`; null for a number that is no time. */
	at: string | null;
	/** Unix seconds, to the last digit that was sent. */
	seconds: number;
}

/** 2100 in seconds, 1970 in milliseconds. */
const LATEST_IN_SECONDS = Date.UTC(2100, 0, 1) / 1000;

/** A time that distinguishes deliveries, in whatever form it is sent: the same one in another form is the same. */
const moment: Field<Moment | null> = (value) => {
	const at = time(value);
	const epoch = asNumber(value);
	if (epoch === null) return at === null ? null : { at, seconds: Date.parse(at) / 1000 };
	return { at, seconds: at !== null && epoch > LATEST_IN_SECONDS ? epoch / 1000 : epoch };
};

/** Who the candidate is, in started and report deliveries. */
const person = group({
	candidate_name: text,
	candidate_email: text,
	candidate_id: identifier,
	candidate_phone: identifier,
	phone_number: identifier,
	// What the customer gave at ingestion, echoed; the keys are the customer's own.
	metadata: group({ external_id: identifier, phone_number: identifier }),
});

/** The results of each kind of step; those of another kind are null. Of the last three no document shows the inside. */
const results = {
	web_interview_info: webInterviewResult,
	resume_interview_info: resumeResult,
	sms_interview_info: smsResult,
	form_interview_info: formResult,
};

const interviewModel = group({
	...results,
	details: group({
		candidate_id: identifier,
		name: text,
		email: text,
		phone_number: identifier,
		status: text,
		interviewed_on: time,
		candidate_interview_url: text,
		workflow_status: group({
			all_complete: mark,
			step_by_step: groups({
				id: identifier,
				order: number,
				complete: flag,
				raw_status: text,
				knocked_out: flag,
				last_updated_timestamp: time,
			}),
		}),
		// The same results in short.
		metadata: group({
			web_interview: webInterviewResult,
			resume: resumeResult,
			sms: smsResult,
			form: formResult,
		}),
	}),
	posting_info: group({ title: text, name: text, test_posting: flag }),
});

/**
 * What HeyMilo posts: three events with no name in the body, distinguished by their keys. Times are Unix
 * seconds with fractions; another form is read as well. Source: docs.admin.heymilo.ai/webhook-management/webhook-documentation
 */
export const heyMiloDelivery = record({
	event: text,
	event_type: text,
	interview_id: identifier,
	posting_id: identifier,
	timestamp: moment,
	metadata: person,
	// completed
	workflow_completed: mark,
	completion_timestamp: moment,
	// report
	report_url: text,
	interview_type: text,
	agentic_data: group(results),
	interview_data_model: interviewModel,
});

export type HeyMiloDelivery = ReturnType<typeof heyMiloDelivery>;
