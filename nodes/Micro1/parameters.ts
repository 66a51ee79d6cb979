import type { INodeProperties } from 'n8n-workflow';

import { textField } from '../shared/actions/fields';
import { locatorParameter } from '../shared/actions/properties';

/** What candidates are invited to, from the account's list or by its id. */
export const interviewParameter = locatorParameter({
	displayName: 'Interview',
	name: 'interview',
	searchListMethod: 'searchInterviews',
	exampleId: '11111111-2222-4333-8444-555555555555',
	description: 'What candidates are invited to; in items it is job_id',
});

/** What candidates apply for, from the account's list or by its id. */
export const jobParameter = locatorParameter({
	displayName: 'Job',
	name: 'job',
	searchListMethod: 'searchJobs',
	exampleId: '99999999-2222-4333-8444-555555555555',
});

/** Whose report; filled in automatically from a trigger's item. */
export const candidateParameter: INodeProperties = textField({
	displayName: 'Candidate ID',
	name: 'candidateId',
	required: true,
	default: '={{ $json.candidate_id }}',
	description: "Filled in automatically from a trigger's item, or drag a column with the ID here",
});

/** The filters of lists, by the names that the API has for them. */
export const keywordFilter = textField({
	displayName: 'Keyword',
	name: 'keyword',
	description: 'What micro1 searches for. It does not document which fields it searches.',
});

export const interviewFilter: INodeProperties = {
	...interviewParameter,
	name: 'interview_id',
	required: undefined,
	description: 'Only what belongs to this interview',
};

export const candidateFilter = textField({
	displayName: 'Candidate ID',
	name: 'candidate_id',
	description: 'Only what belongs to this candidate',
});
