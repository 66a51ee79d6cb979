import type { IDataObject } from 'n8n-workflow';

import { identifier, record, text } from '../shared/event/fields';

/** An invitation, in the list or as the answer to one that was sent. Source: the vendor's OpenAPI document. */
export const micro1Invitation = record({
	candidate_id: identifier,
	interview_id: identifier,
	invite_url: text,
});

/** What distinguishes an invitation in a list: somebody who was invited twice has two. Null where it cannot be read. */
export function invitationKey(row: IDataObject): string | null {
	const { candidate_id, interview_id } = micro1Invitation(row);
	if (candidate_id === null || interview_id === null) return null;
	return JSON.stringify([candidate_id, interview_id, text(row.date_created)]);
}

/** By these names the application may have its ID; which one the API uses is not documented. */
export const APPLICATION_IDS = ['job_application_id', 'micro1_job_application_id'];

/** By these names it may have the ID of the job. */
export const JOB_IDS = ['job_id', 'micro1_job_id'];

/** The ID of an application; null where it has none. */
export function applicationId(row: IDataObject): string | null {
	return APPLICATION_IDS.map((name) => identifier(row[name])).find((id) => id !== null) ?? null;
}
