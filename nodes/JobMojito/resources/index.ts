import type { Resource } from '../../shared/actions/operation';
import { getAnalytics } from './account/getAnalytics';
import { getCreditsUsed } from './account/getCreditsUsed';
import { getManyAvatars } from './account/getManyAvatars';
import { getManyLanguages } from './account/getManyLanguages';
import { getManySubMerchants } from './account/getManySubMerchants';
import { getStatus } from './account/getStatus';
import { inviteUsers } from './account/inviteUsers';
import { createSignedLink } from './candidate/createSignedLink';
import { enrollWithLink } from './candidate/enrollWithLink';
import { getMany as getManyCandidates } from './candidate/getMany';
import { register } from './candidate/register';
import { create as createInterview } from './interview/create';
import { createFromQuestions } from './interview/createFromQuestions';
import { get as getInterview } from './interview/get';
import { getMany as getManyInterviews } from './interview/getMany';
import { setState } from './interview/setState';
import { update as updateInterview } from './interview/update';
import { upload } from './knowledgeBase/upload';
import { checkFile } from './preScreening/checkFile';
import { checkText } from './preScreening/checkText';
import { create as createPreScreening } from './preScreening/create';
import { get as getReport } from './report/get';
import { getMany as getManyReports } from './report/getMany';
import { get as getResult } from './result/get';
import { getMany as getManyResults } from './result/getMany';
import { getReport as getReportFile } from './result/getReport';
import { getTranscript } from './result/getTranscript';
import { requestAnotherAttempt } from './result/requestAnotherAttempt';

export const jobMojitoResources: Resource[] = [
	{ value: 'report', name: 'Report', operations: [getReport, getManyReports] },
	{
		value: 'interview',
		name: 'Interview',
		operations: [
			getInterview,
			getManyInterviews,
			createInterview,
			createFromQuestions,
			updateInterview,
			setState,
		],
	},
	{
		value: 'candidate',
		name: 'Candidate',
		operations: [register, enrollWithLink, getManyCandidates, createSignedLink],
	},
	{
		value: 'result',
		name: 'Result',
		operations: [getResult, getManyResults, getTranscript, getReportFile, requestAnotherAttempt],
	},
	{
		value: 'preScreening',
		name: 'Pre-Screening',
		operations: [checkText, checkFile, createPreScreening],
	},
	{
		value: 'account',
		name: 'Account',
		operations: [
			getStatus,
			getCreditsUsed,
			getAnalytics,
			getManyAvatars,
			getManyLanguages,
			getManySubMerchants,
			inviteUsers,
		],
	},
	{ value: 'knowledgeBase', name: 'Knowledge Base', operations: [upload] },
];
