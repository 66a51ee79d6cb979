import type { Resource } from '../../shared/actions/operation';
import { run as runCustomQuery } from './customQuery/run';
import { archive as archiveInterview } from './interview/archive';
import { comment as commentInterview } from './interview/comment';
import { get as getInterview } from './interview/get';
import { getMany as getManyInterviews } from './interview/getMany';
import { getTranscript } from './interview/getTranscript';
import { invite as inviteCandidate } from './interview/invite';
import { score as scoreInterview } from './interview/score';
import { share as shareInterview } from './interview/share';
import { shortlist as shortlistInterview } from './interview/shortlist';
import { archive as archivePosition } from './position/archive';
import { getMany as getManyPositions } from './position/getMany';
import { get as getReport } from './report/get';
import { getMany as getManyReports } from './report/getMany';

/** Everything that the documents of Hireflix offer; the first resource is the one preselected. */
export const hireflixResources: Resource[] = [
	{ value: 'report', name: 'Report', operations: [getReport, getManyReports] },
	{
		value: 'interview',
		name: 'Interview',
		operations: [
			getInterview,
			getManyInterviews,
			getTranscript,
			inviteCandidate,
			shareInterview,
			shortlistInterview,
			archiveInterview,
			scoreInterview,
			commentInterview,
		],
	},
	{ value: 'position', name: 'Position', operations: [getManyPositions, archivePosition] },
	{ value: 'customQuery', name: 'Custom Query', operations: [runCustomQuery] },
];
