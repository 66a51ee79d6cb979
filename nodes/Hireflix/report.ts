import type { IExecuteFunctions } from 'n8n-workflow';

import { recordingsOf, requireEvent, type ReadReport } from '../shared/report/report';
import { hireflixApi } from './api';
import { readInterview } from './api/interviews';
import { normalizeHireflixInterview } from './normalizeAnswer';

/** What reads one interview in the columns of the item, with a link to each answer's video. */
export function reportReader(context: IExecuteFunctions): ReadReport {
	return async (id) => {
		const found = normalizeHireflixInterview(await readInterview(context, id), new Date().toISOString());
		const event = requireEvent(context, hireflixApi, found);
		return { event, files: recordingsOf(event) };
	};
}
