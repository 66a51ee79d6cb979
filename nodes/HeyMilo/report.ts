import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { identifier } from '../shared/event/fields';
import { theOne } from '../shared/http/agreeing';
import { answerOr } from '../shared/http/status';
import { fileAt, requireEvent, type ReadReport, type ReportFile } from '../shared/report/report';
import { heyMiloApi, read } from './api';
import { heyMiloInterview, heyMiloPosting } from './answers';
import { recordingLinks, resumeLink } from './normalize/details';
import { normalizeHeyMiloInterview, type PostingFacts } from './normalizeAnswer';
import { foundOr } from './api/notFound';

/** What reads one interview in the columns of the item, with its recordings and the resume. The API has no report PDF. */
export function reportReader(context: IExecuteFunctions): ReadReport {
	return async (id) => {
		const answer = await readInterview(context, id);
		const posting = await postingFacts(context, answer.posting_id);
		const event = normalizeHeyMiloInterview(answer, new Date().toISOString(), posting);
		return { event: requireEvent(context, heyMiloApi, event), files: filesOf(answer) };
	};
}

/** The posting's title and whether it is a test: nothing else about an interview has them. */
export async function postingFacts(context: IExecuteFunctions, postingId: unknown): Promise<PostingFacts> {
	const id = identifier(postingId);
	if (id === null) return { title: null, isTest: null };
	const asked = read(context, `/api/v2/postings/${encodeURIComponent(id)}`, theOne('id', id));
	// The interview outlives a posting that was removed, or that this key may not read.
	const posting = await answerOr(asked, {
		statuses: ['403', '404'],
		alsoOfProxies: true,
		otherwise: () => null,
	});
	if (posting === null) return { title: null, isTest: null };
	const { title, test_posting: isTest } = heyMiloPosting(posting);
	return { title, isTest };
}

async function readInterview(context: IExecuteFunctions, id: string): Promise<IDataObject> {
	const path = `/api/v2/interviews/${encodeURIComponent(id)}/data`;
	return await foundOr(
		context,
		read(context, path, theOne('interview_id', id)),
		`HeyMilo has no interview with the ID ${id}`,
		'Take the ID from a trigger item (interview_id) or from Candidate: Get Many. The data of a candidate who was erased is gone.',
	);
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
