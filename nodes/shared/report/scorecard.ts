import type { IBinaryKeyData, IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { optionalChoice } from '../actions/reading';
import type { InterviewEvent } from '../event/interviewEvent';
import { CELL_LIMIT } from '../event/spreadsheet';
import { safeFileName } from '../http/files/name';
import type { ReportSource } from './report';
import { scorecardPage, type PageOptions } from './scorecardPage';

/** The entry under "Options"; a transcript is added where the vendor has one. */
export function scorecardOption({ hasTranscript }: { hasTranscript: boolean }): INodeProperties {
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

/** What a scorecard adds to an item. */
export type MakeScorecard = (
	event: InterviewEvent,
) => Promise<{ columns: IDataObject; binary: IBinaryKeyData }>;

/**
 * What makes the scorecard that is wanted, or nothing where none is. The column never has the transcript, and no more questions
 * than a cell of a spreadsheet holds: mail programs cut long messages.
 */
export function scorecardMaker(
	context: IExecuteFunctions,
	itemIndex: number,
	{ api: { vendorName }, hasRecruiterPage = false }: ReportSource,
): MakeScorecard {
	const wanted = optionalChoice(context, itemIndex, 'options.scorecard', 'Scorecard', ['page', 'transcript']);
	if (wanted === '') return async () => ({ columns: {}, binary: {} });
	const options = { vendorName, hasRecruiterPage, timeZone: context.getTimezone() };
	return async (event) => {
		const file = scorecardPage(event, { ...options, withTranscript: wanted === 'transcript' });
		const scorecard = await context.helpers.prepareBinaryData(
			Buffer.from(file, 'utf8'),
			safeFileName(`scorecard-${event.interview_id}`, 'html'),
			'text/html',
		);
		return { columns: { scorecard_html: asColumn(event, options) }, binary: { scorecard } };
	};
}

function asColumn(event: InterviewEvent, options: Omit<PageOptions, 'withTranscript'>): string {
	let mostQuestions = event.details.questions.length;
	for (;;) {
		const page = scorecardPage(event, { ...options, withTranscript: false, mostQuestions });
		if (page.length <= CELL_LIMIT || mostQuestions === 0) return page;
		mostQuestions = Math.floor(mostQuestions * 0.8);
	}
}
