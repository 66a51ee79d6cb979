import { getReport } from '../../../shared/report/getReport';
import { heyMiloApi } from '../../api';
import { reportReader } from '../../report';

export const get = getReport({
	api: heyMiloApi,
	idName: 'Interview ID',
	fileKinds: ['recordings', 'resume'],
	hasTranscript: true,
	reader: reportReader,
});
