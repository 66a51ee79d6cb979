import { getReport } from '../../../shared/report/getReport';
import { interviewFlowAiApi } from '../../api';
import { interviewerOfItemParameter } from '../../parameters';
import { reportReader } from '../../report';
import { scoreMaximumOption } from '../../../shared/actions/properties';

/** Besides the interview, the API wants to know the Interviewer; and it documents no scale. */
export const get = getReport({
	api: interviewFlowAiApi,
	idName: 'Interview ID',
	fileKinds: ['report', 'recordings'],
	hasTranscript: false,
	ownProperties: [interviewerOfItemParameter],
	ownOptions: [scoreMaximumOption],
	reader: reportReader,
});
