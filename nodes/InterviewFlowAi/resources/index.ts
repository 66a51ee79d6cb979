import type { Resource } from '../../shared/actions/operation';
import { addMany } from './candidate/addMany';
import { createInterviewLink } from './candidate/createInterviewLink';
import { get as getCandidate } from './candidate/get';
import { getMany as getManyCandidates } from './candidate/getMany';
import { get as getReport } from './report/get';
import { getMany as getManyReports } from './report/getMany';

export const interviewFlowAiResources: Resource[] = [
	{ value: 'report', name: 'Report', operations: [getReport, getManyReports] },
	{
		value: 'candidate',
		name: 'Candidate',
		operations: [getCandidate, getManyCandidates, addMany, createInterviewLink],
	},
];
