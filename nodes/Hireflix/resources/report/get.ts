import { getReport } from '../../../shared/report/getReport';
import { hireflixApi } from '../../api';
import { reportReader } from '../../report';

export const get = getReport({
	api: hireflixApi,
	idName: 'Interview ID',
	fileKinds: ['recordings'],
	hasRecruiterPage: true,
	hasTranscript: true,
	hasNoTimes: true,
	reader: reportReader,
});
