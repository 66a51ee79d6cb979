import { scoreMaximumOption } from '../../../shared/actions/properties';
import { getReport } from '../../../shared/report/getReport';
import { jobMojitoApi } from '../../api';
import { assessmentDataField, makeReport, reportReader } from '../../report';

export const get = getReport({
	api: jobMojitoApi,
	idName: 'Result ID',
	fileKinds: ['report', 'recordings'],
	hasTranscript: true,
	ownOptions: [assessmentDataField, scoreMaximumOption],
	reader: reportReader,
	makeReport,
});
