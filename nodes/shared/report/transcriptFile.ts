import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { safeFileName } from '../http/files/name';
import { asMarkdown, asWebVtt, type Transcript } from './transcript';

/** A transcript to be kept as a file. */
interface TranscriptToStore {
	transcript: Transcript;
	format: 'markdown' | 'webvtt';
	/** The heading of a Markdown file. */
	title: string;
	/** Without an ending. It need not be safe for file systems. */
	baseName: string;
	/** The field in which the format was chosen, and its value for Markdown, as the screen has them. */
	choice: string;
}

/**
 * A transcript as the binary field `transcript`; none where nothing was said.
 *
 * @throws NodeOperationError where subtitles are asked for and no turn has a time
 */
export async function storeTranscript(
	context: IExecuteFunctions,
	itemIndex: number,
	{ transcript, format, title, baseName, choice }: TranscriptToStore,
): Promise<IBinaryKeyData> {
	if (transcript.length === 0) return {};
	if (format === 'webvtt' && transcript.every(({ at_seconds }) => at_seconds === null)) {
		throw new NodeOperationError(
			context.getNode(),
			'This transcript has no times, so it cannot be a WebVTT file',
			{
				itemIndex,
				description: `Set ${choice}.`,
			},
		);
	}
	const [text, ending, type] =
		format === 'markdown'
			? [asMarkdown(transcript, title), 'md', 'text/markdown']
			: [asWebVtt(transcript), 'vtt', 'text/vtt'];
	const name = safeFileName(baseName, ending);
	return { transcript: await context.helpers.prepareBinaryData(Buffer.from(text, 'utf8'), name, type) };
}
