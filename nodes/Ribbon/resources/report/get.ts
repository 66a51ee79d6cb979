import { getReport } from '../../../shared/report/getReport';
import { ribbonApi } from '../../api';
import { reportReader } from '../../report';

export const get = getReport({
	api: ribbonApi,
	idName: 'Interview ID',
	fileKinds: ['recordings'],
	hasTranscript: true,
	reader: reportReader,
});
