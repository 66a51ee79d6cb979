import type { IBinaryKeyData, IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { optionalChoice } from '../actions/reading';
import type { InterviewEvent } from '../event/interviewEvent';
import { safeFileName } from '../http/files/name';
import type { ReportSource } from './report';
import { scorecardPage } from './scorecardPage';

/** The entry under "Options". @param hasTranscript whether the vendor has one to add */
export function scorecardOption(hasTranscript: boolean): INodeProperties {
	return {
		displayName: 'Scorecard',
		name: 'scorecard',
		type: 'options',
		default: 'page',
		options: [
			{ name: 'One Page', value: 'page' },
			...(hasTranscript ? [{ name: 'With Transcript', value: 'transcript' }] : []),
		],
		description:
			'Adds one HTML page about the interview that you can pass on: as the file scorecard, and as the column scorecard_html for the body of an email',
	};
}

/** What the scorecard adds to an item; nothing where none is wanted. The column never has the transcript: mail programs cut long messages. */
export async function makeScorecard(
	context: IExecuteFunctions,
	itemIndex: number,
	event: InterviewEvent,
	{ api: { vendorName }, hasRecruiterPage = false }: ReportSource,
): Promise<{ columns: IDataObject; binary: IBinaryKeyData }> {
	const wanted = optionalChoice(context, itemIndex, 'options.scorecard', 'Scorecard', ['page', 'transcript']);
	if (wanted === '') return { columns: {}, binary: {} };
	const options = { vendorName, hasRecruiterPage, timeZone: context.getTimezone() };
	const page = scorecardPage(event, { ...options, withTranscript: false });
	const file = wanted === 'page' ? page : scorecardPage(event, { ...options, withTranscript: true });
	const scorecard = await context.helpers.prepareBinaryData(
		Buffer.from(file, 'utf8'),
		safeFileName(`scorecard-${event.interview_id}`, 'html'),
		'text/html',
	);
	return { columns: { scorecard_html: page }, binary: { scorecard } };
}
