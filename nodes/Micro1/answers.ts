import { identifier, record, text } from '../shared/event/fields';

/** An invitation, in the list or as the answer to one that was sent. Source: the vendor's OpenAPI document. */
export const micro1Invitation = record({
	candidate_id: identifier,
	interview_id: identifier,
	invite_url: text,
});
