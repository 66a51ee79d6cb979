import { getReport } from '../../../shared/report/getReport';
import { hireflixApi } from '../../api';
import { readReport } from '../../report';

export const get = getReport({
	api: hireflixApi,
	idName: 'Interview ID',
	fileKinds: ['recordings'],
	hasRecruiterPage: true,
	hasTranscript: true,
	hasNoTimes: true,
	read: readReport,
});
