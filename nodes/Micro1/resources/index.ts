import type { Resource } from '../../shared/actions/operation';
import { create as createApplicant } from './applicant/create';
import { get as getApplicant } from './applicant/get';
import { getMany as getManyApplicants } from './applicant/getMany';
import { create as createInterview } from './interview/create';
import { getInvitations } from './interview/getInvitations';
import { getMany as getManyInterviews } from './interview/getMany';
import { invite } from './interview/invite';
import { remove as deleteInterview } from './interview/remove';
import { update as updateInterview } from './interview/update';
import { getMany as getManyJobs } from './job/getMany';
import { get as getRecording } from './recording/get';
import { get as getReport } from './report/get';
import { getMany as getManyReports } from './report/getMany';

export const micro1Resources: Resource[] = [
	{ value: 'report', name: 'Report', operations: [getReport, getManyReports] },
	{
		value: 'interview',
		name: 'Interview',
		operations: [
			invite,
			getInvitations,
			getManyInterviews,
			createInterview,
			updateInterview,
			deleteInterview,
		],
	},
	{ value: 'job', name: 'Job', operations: [getManyJobs] },
	{
		value: 'applicant',
		name: 'Applicant',
		operations: [createApplicant, getApplicant, getManyApplicants],
	},
	{ value: 'recording', name: 'Recording', operations: [getRecording] },
];
