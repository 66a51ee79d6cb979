import { getReport } from '../../../shared/report/getReport';
import { jobMojitoApi } from '../../api';
import { assessmentDataField, readReport, scoreMaximumField } from '../../report';

export const get = getReport({
	api: jobMojitoApi,
	idName: 'Result ID',
	fileKinds: ['report', 'recordings'],
	hasTranscript: true,
	ownOptions: [assessmentDataField, scoreMaximumField],
	read: readReport,
});
