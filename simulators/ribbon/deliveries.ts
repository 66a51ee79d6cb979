import sample from '../../fixtures/ribbon/answers/interview.json';
import { uuid } from '../shared/ids';
import type { Interview } from './state';

export type RibbonEvent = 'interview_processed' | 'video_processed' | 'candidate_status_updated';

/** The body of an event about an interview. The last part of the link is another ID, as in the vendor's samples. */
export function interviewBody(event: RibbonEvent, { id, flow, name, email, status }: Interview): string {
	return spaced({
		event_type: event,
		interview_flow_id: flow.interview_flow_id,
		interview_flow_name: flow.title,
		interview_id: id,
		interview_link: `https://app.ribbon.ai/recruit/interviews/${flow.interview_flow_id}/${uuid()}`,
		interviewee_email_address: email,
		interviewee_first_name: name.first,
		interviewee_last_name: name.last,
		status,
	});
}

/** The body of a change in the pipeline: it names the candidate by another field, and no interview. */
export function statusBody({ flow, email }: Interview, previous_status: string, new_status: string): string {
	return spaced({
		event_type: 'candidate_status_updated',
		interview_flow_id: flow.interview_flow_id,
		interview_flow_name: flow.title,
		interviewee_email: email,
		previous_status,
		new_status,
	});
}

/** A flat object with blanks after `:` and `,`, as Ribbon writes it. */
const spaced = (body: Record<string, unknown>): string =>
	`{${Object.entries(body)
		.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
		.join(', ')}}`;

/** An interview as the API returns it. The words of the results are the fixture's. @param link to a file of this name */
export function answerOf(
	{ id, flow, name, email, status, scores, hasVideo, isRevoked }: Interview,
	link: (name: string) => string,
	hasResults = status === 'completed',
) {
	const media = (file: string) => (isRevoked ? null : link(`${id}.${file}`));
	return {
		interview_flow_id: flow.interview_flow_id,
		interview_id: id,
		team_id: flow.team_id,
		status,
		interview_data: hasResults
			? {
					...sample.interview_data,
					audio_url: media('mp3'),
					video_url: hasVideo ? media('mp4') : null,
					scores: { ...sample.interview_data.scores, ...scores },
					interviewee_email_address: email,
					interviewee_first_name: name.first,
					interviewee_last_name: name.last,
				}
			: null,
	};
}
