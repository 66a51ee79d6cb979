import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ReadingOperation } from '../../../shared/actions/operation';
import { optionalChoice, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import type { EventDetails } from '../../../shared/event/interviewEvent';
import { safeFileName } from '../../../shared/http/files/name';
import { asMarkdown, asPlainText, asWebVtt } from '../../../shared/report/transcript';
import { jobMojitoDetails } from '../../answers';
import { asTurns } from '../../normalizeAnswer';
import { resultParameter } from '../../parameters';
import { readDetails } from '../../api/results';

export const getTranscript: ReadingOperation = {
	value: 'getTranscript',
	name: 'Get Transcript',
	action: 'Get the transcript of a result',
	description: 'Get what was said, as text, as a file or turn by turn',
	effect: 'read',
	properties: [
		resultParameter,
		{
			displayName: 'Format',
			name: 'format',
			type: 'options',
			default: 'text',
			options: [
				{ name: 'Markdown File', value: 'markdown' },
				{ name: 'One Item per Turn', value: 'turns' },
				{ name: 'Text', value: 'text' },
				{
					name: 'WebVTT File',
					value: 'webvtt',
					description: 'Subtitles; times are added up from the lengths of the turns',
				},
			],
		},
	],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'resultId', 'Result ID');
		const format = optionalChoice(context, itemIndex, 'format', 'Format', FORMATS) || 'text';
		const turns = asTurns(jobMojitoDetails(await readDetails(context, id, false)));
		const named = { interview_result_id: id };
		// Without a transcript, the columns are there all the same: no item would look like nobody's interview.
		if (format === 'turns')
			return asItems((turns.length > 0 ? turns : [NO_TURN]).map((turn) => ({ ...named, ...turn })));
		if (format === 'text') return asItems([{ ...named, transcript: asPlainText(turns) || null }]);
		return [await asFile(context, id, turns, format)];
	},
};

const FORMATS = ['markdown', 'text', 'turns', 'webvtt'];

const NO_TURN = { at_seconds: null, speaker: null, text: null };

async function asFile(
	context: IExecuteFunctions,
	id: string,
	turns: EventDetails['transcript'],
	format: string,
): Promise<INodeExecutionData> {
	const isMarkdown = format === 'markdown';
	const [text, ending, type] = isMarkdown
		? [asMarkdown(turns, id), 'md', 'text/markdown']
		: [asWebVtt(turns), 'vtt', 'text/vtt'];
	const file = await context.helpers.prepareBinaryData(
		Buffer.from(text, 'utf8'),
		safeFileName(`transcript-${id}`, ending),
		type,
	);
	return { json: { interview_result_id: id }, binary: { transcript: file } };
}
