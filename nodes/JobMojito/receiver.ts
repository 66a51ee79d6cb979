import type { IDataObject } from 'n8n-workflow';

import { identifier, isObject } from '../shared/event/fields';
import type { InterviewEvent } from '../shared/event/interviewEvent';
import type { SeenEvent, VendorReceiver } from '../shared/receiver/vendorReceiver';
import { sharedSecretProof } from '../shared/receiver/verify';
import { secretsOf } from '../shared/trigger/secrets';
import { jobMojitoApi } from './api';
import { resultIn } from './deliveries';
import { normalizeJobMojito } from './normalize';
import { headerNameOf, type JobMojitoCredential } from './registration';

/** The first two are documented, and of a multi-stage position they are those of the stage. With one of the others, a position is found. */
const JOB_IDS = ['interview_id', 'question_set_id', 'position_def_set_id', 'position_id'];

export const jobMojitoReceiver: VendorReceiver = {
	vendor: 'jobmojito',
	// JobMojito signs nothing, but sends any header that is set up with the webhook.
	proof: async (context) => {
		const credential = await context.getCredentials<JobMojitoCredential>(jobMojitoApi.credentialType);
		const name = headerNameOf(credential);
		return sharedSecretProof(secretsOf(credential), ({ headers }) => headers[name]);
	},
	normalize: ({ body }, facts, { scoreMaximum }) => normalizeJobMojito(body, facts, scoreMaximum),
	subscription: ({ vendor_event }) => {
		// No event of JobMojito's is about an interview that is going on: nobody could ask for it, so it always passes.
		if (vendor_event === 'ongoing') return null;
		// Archiving comes as one more update of the result.
		return vendor_event === 'archived' ? 'interview_result' : vendor_event;
	},
	jobFilter: {
		parameter: 'interviews',
		jobIds: ({ raw }) => {
			const result = resultIn(isObject(raw) ? raw : {});
			return JOB_IDS.map((name) => identifier(result[name])).filter((id) => id !== null);
		},
	},
	// Without times and ids, only a delivery equal to the last one of its result is a repetition: a decision
	// that goes back and forth is three events.
	sequence: ({ interview_id }) => (interview_id === null ? null : `jobmojito:${interview_id}`),
	// Only a result that was reopened fails after it was submitted. One that is collected then may as well come late.
	isAnotherAttempt: ({ vendor_event }) => vendor_event === 'interview_failed',
	relate: relateResult,
	admits: admitsResult,
};

/** What is new in a result that is sent again: a decision, a score, or another report. */
function relateResult(event: InterviewEvent, previous: SeenEvent | null): InterviewEvent {
	if (event.vendor_event !== 'interview_result' || previous === null || !isResult(previous)) return event;
	if (previous.vendor_event === 'archived') return { ...event, event_type: 'interview.status_changed' };
	// A decision that cannot be read is no other decision.
	const isDecided = event.decision !== null && event.decision !== previous.decision;
	if (isDecided) return { ...event, event_type: 'interview.status_changed' };
	if (event.score_raw !== previous.score_raw) return { ...event, event_type: 'interview.score_updated' };
	return event;
}

function admitsResult(event: InterviewEvent, previous: SeenEvent | null, options: IDataObject): boolean {
	if (event.vendor_event !== 'interview_result') return true;
	if (options.resultUpdates === 'first') return previous === null || !isResult(previous);
	// One that cannot be read passes: a filter must not drop on a guess.
	if (options.resultUpdates === 'decision')
		return event.decision === null || event.decision !== (previous?.decision ?? 'undecided');
	return true;
}

/** A result that was submitted, and not taken back for another attempt since. */
function isResult({ vendor_event }: SeenEvent): boolean {
	return vendor_event === 'interview_result' || vendor_event === 'archived';
}
