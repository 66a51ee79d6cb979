import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { text } from '../shared/event/fields';
import { recordingsOf, requireEvent, type ReadReport } from '../shared/report/report';
import { hasResults, ribbonInterview } from './answers';
import { ribbonApi } from './api';
import { readInterview } from './api/interviews';
import { normalizeRibbonInterview } from './normalizeAnswer';

/** Whether the API lags behind the webhook is not documented: it is asked again after each of these. */
const WAITS_MS = [1000, 3000, 6000];

/**
 * What reads one interview in the columns of the item, with its recordings. Results that must be there, since the interview is
 * completed or a trigger's item says so, are waited for; the column `is_ready` says whether they came.
 */
export function reportReader(context: IExecuteFunctions, itemIndex: number): ReadReport {
	return async (id) => {
		let answer = await readInterview(context, id);
		for (const waitMs of WAITS_MS) {
			if (isReady(answer) || !isAnnounced(context, itemIndex, answer)) break;
			await sleep(waitMs);
			answer = await readInterview(context, id);
		}
		const found = normalizeRibbonInterview(answer, new Date().toISOString());
		const event = requireEvent(context, ribbonApi, found);
		return { event, columns: readiness(answer), files: recordingsOf(event) };
	};
}

/** The column that distinguishes results which are not there yet from results that are empty. */
export const readiness = (answer: IDataObject): { is_ready: boolean } => ({ is_ready: isReady(answer) });

const isReady = (answer: IDataObject): boolean => hasResults(ribbonInterview(answer));

/** Whether the results must be there by what Ribbon itself says, here or in the item of a trigger. */
function isAnnounced(context: IExecuteFunctions, itemIndex: number, answer: IDataObject): boolean {
	const { event_type, interview_id } = context.getInputData()[itemIndex].json;
	const isTold = event_type === 'interview.report_available' && interview_id === answer.interview_id;
	return isTold || text(answer.status)?.toLowerCase() === 'completed';
}
