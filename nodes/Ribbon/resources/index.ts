import type { Resource } from '../../shared/actions/operation';
import { archive } from './flow/archive';
import { create as createFlow } from './flow/create';
import { get as getFlow } from './flow/get';
import { getMany as getManyFlows } from './flow/getMany';
import { createLink } from './interview/createLink';
import { get as getInterview } from './interview/get';
import { getMany as getManyInterviews } from './interview/getMany';
import { revokeRecordings } from './interview/revokeRecordings';
import { get as getReport } from './report/get';
import { getMany as getManyReports } from './report/getMany';
import { getMany as getManyTeams } from './team/getMany';
import { getManyMembers } from './team/getManyMembers';

/** Everything that the documents of Ribbon offer; the first resource is the one preselected. */
export const ribbonResources: Resource[] = [
	{ value: 'report', name: 'Report', operations: [getReport, getManyReports] },
	{
		value: 'interview',
		name: 'Interview',
		operations: [getInterview, getManyInterviews, createLink, revokeRecordings],
	},
	{ value: 'flow', name: 'Flow', operations: [getFlow, getManyFlows, createFlow, archive] },
	{ value: 'team', name: 'Team', operations: [getManyTeams, getManyMembers] },
];
