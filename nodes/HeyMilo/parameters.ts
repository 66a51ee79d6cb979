import type { IExecuteFunctions } from 'n8n-workflow';

import { locatorParameter } from '../shared/actions/properties';
import { requiredText } from '../shared/actions/reading';

/** Which posting, from the workspace's list or by its id. */
export const postingParameter = locatorParameter({
	displayName: 'Posting',
	name: 'postingId',
	searchListMethod: 'searchPostings',
	exampleId: '7C41B0E9',
	description: 'The AI interviewer for one job',
});

/** The path of the posting that the parameter names, with what comes after it. */
export function postingPath(context: IExecuteFunctions, itemIndex: number, rest = ''): string {
	const id = requiredText(context, itemIndex, 'postingId', 'Posting');
	return `/api/v2/postings/${encodeURIComponent(id)}${rest}`;
}

/** The path of the interview that the parameter names, with what comes after it. */
export function interviewPath(context: IExecuteFunctions, itemIndex: number, rest: string): string {
	const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
	return `/api/v2/interviews/${encodeURIComponent(id)}${rest}`;
}
