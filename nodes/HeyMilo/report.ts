import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { fileAt, requireEvent, type ReadReport, type ReportFile } from '../shared/report/report';
import { heyMiloApi } from './api';
import { readInterview } from './api/interviews';
import { postingFacts } from './api/postings';
import { heyMiloInterview } from './answers';
import { recordingLinks, resumeLink } from './normalize/details';
import { normalizeHeyMiloInterview } from './normalizeAnswer';

/** What reads one interview in the columns of the item, with its recordings and the resume. The API has no report PDF. */
export function reportReader(context: IExecuteFunctions): ReadReport {
	return async (id) => {
		const answer = await readInterview(context, id);
		const posting = await postingFacts(context, answer.posting_id);
		const event = normalizeHeyMiloInterview(answer, new Date().toISOString(), posting);
		return { event: requireEvent(context, heyMiloApi, event), files: filesOf(answer) };
	};
}

function filesOf(answer: IDataObject): ReportFile[] {
	const interview = heyMiloInterview(answer);
	const { video, audio } = recordingLinks(interview.web_interview);
	return [
		...fileAt('recordings', video),
		...fileAt('recordings', audio),
		...fileAt('resume', resumeLink(interview)),
	];
}
