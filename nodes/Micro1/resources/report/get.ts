import { textField } from '../../../shared/actions/fields';
import { getReport } from '../../../shared/report/getReport';
import { micro1Api } from '../../api';
import { candidateParameter } from '../../parameters';
import { reportReader } from '../../report';

/** The API finds reports by their candidate, and by the interview where that is known. */
export const get = getReport({
	api: micro1Api,
	idName: 'Report ID',
	fileKinds: ['report', 'recordings'],
	hasTranscript: true,
	ownProperties: [candidateParameter],
	ownOptions: [
		textField({
			displayName: 'Interview ID',
			name: 'interviewId',
			description:
				"What the candidate was invited to, the column job_id of an item: for a candidate with many reports, only this interview's are looked through",
		}),
	],
	reader: reportReader,
});
