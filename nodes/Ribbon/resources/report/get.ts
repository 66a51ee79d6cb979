import { getReport } from '../../../shared/report/getReport';
import { ribbonApi } from '../../api';
import { readReport } from '../../report';

export const get = getReport({
	api: ribbonApi,
	idName: 'Interview ID',
	fileKinds: ['recordings'],
	hasTranscript: true,
	read: readReport,
});
