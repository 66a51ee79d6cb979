import type { ReadingOperation } from '../../../shared/actions/operation';
import { optionalChoice, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { asPlainText } from '../../../shared/report/transcript';
import { storeTranscript } from '../../../shared/report/transcriptFile';
import { jobMojitoDetails } from '../../answers';
import { asTurns } from '../../normalizeAnswer';
import { resultParameter } from '../../parameters';
import { readDetails } from '../../api/results';

export const getTranscript: ReadingOperation = {
	value: 'getTranscript',
	name: 'Get Transcript',
	action: 'Get the transcript of a result',
	description: 'Get what was said, as text, as a file or turn by turn',
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
		const turns = asTurns(jobMojitoDetails(await readDetails(context, id)));
		const named = { interview_result_id: id };
		// Without a transcript, the columns are there all the same: no item would look like nobody's interview.
		if (format === 'turns')
			return asItems((turns.length > 0 ? turns : [NO_TURN]).map((turn) => ({ ...named, ...turn })));
		if (format === 'text') return asItems([{ ...named, transcript: asPlainText(turns) || null }]);
		const file = await storeTranscript(context, itemIndex, {
			transcript: turns,
			format: format === 'webvtt' ? 'webvtt' : 'markdown',
			title: id,
			baseName: `transcript-${id}`,
			choice: 'Format to "Markdown File"',
		});
		return [{ json: named, binary: file }];
	},
};

const FORMATS = ['markdown', 'text', 'turns', 'webvtt'];

const NO_TURN = { at_seconds: null, speaker: null, text: null };
