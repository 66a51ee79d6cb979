import type { Resource } from '../../shared/actions/operation';
import { getConnections } from './ats/getConnections';
import { getPushStatus } from './ats/getPushStatus';
import { pushCandidate } from './ats/pushCandidate';
import { resolveCandidate } from './ats/resolveCandidate';
import { add } from './candidate/add';
import { addMany } from './candidate/addMany';
import { getMany as getManyCandidates } from './candidate/getMany';
import { clearMetadata } from './interview/clearMetadata';
import { get as getInterview } from './interview/get';
import { getMetadata } from './interview/getMetadata';
import { setMetadata } from './interview/setMetadata';
import { get as getLookup } from './lookup/get';
import { getMany as getManyLookups } from './lookup/getMany';
import { activate } from './posting/activate';
import { archive } from './posting/archive';
import { clone } from './posting/clone';
import { create as createPosting } from './posting/create';
import { get as getPosting } from './posting/get';
import { getMany as getManyPostings } from './posting/getMany';
import { getStatistics } from './posting/getStatistics';
import { update as updatePosting } from './posting/update';
import { updateStep } from './posting/updateStep';
import { create as createQuestion } from './question/create';
import { get as getQuestion } from './question/get';
import { getMany as getManyQuestions } from './question/getMany';
import { remove as deleteQuestion } from './question/remove';
import { reorder } from './question/reorder';
import { update as updateQuestion } from './question/update';
import { get as getReport } from './report/get';
import { getMany as getManyReports } from './report/getMany';
import { create as createWebhook } from './webhook/create';
import { get as getWebhook } from './webhook/get';
import { getMany as getManyWebhooks } from './webhook/getMany';
import { remove as deleteWebhook } from './webhook/remove';

export const heyMiloResources: Resource[] = [
	{ value: 'report', name: 'Report', operations: [getReport, getManyReports] },
	{ value: 'candidate', name: 'Candidate', operations: [add, addMany, getManyCandidates] },
	{
		value: 'interview',
		name: 'Interview',
		operations: [getInterview, getMetadata, setMetadata, clearMetadata],
	},
	{
		value: 'posting',
		name: 'Posting',
		operations: [
			getPosting,
			getManyPostings,
			getStatistics,
			createPosting,
			updatePosting,
			updateStep,
			activate,
			archive,
			clone,
		],
	},
	{
		value: 'question',
		name: 'Question',
		operations: [getQuestion, getManyQuestions, createQuestion, updateQuestion, deleteQuestion, reorder],
	},
	{
		value: 'webhook',
		name: 'Webhook',
		operations: [getWebhook, getManyWebhooks, createWebhook, deleteWebhook],
	},
	{
		value: 'ats',
		name: 'ATS',
		operations: [getConnections, resolveCandidate, pushCandidate, getPushStatus],
	},
	{ value: 'lookup', name: 'Lookup', operations: [getLookup, getManyLookups] },
];
