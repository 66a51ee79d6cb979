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

export const wantedPosting = (context: IExecuteFunctions, itemIndex: number): string =>
	requiredText(context, itemIndex, 'postingId', 'Posting');
