import type { InterviewEvent } from '../event/interviewEvent';
import { CELL_LIMIT } from '../event/spreadsheet';
import { replaceLineBreaks } from '../event/text';

export type Transcript = InterviewEvent['details']['transcript'];

/** One line per turn, `Speaker: what was said`; line breaks inside a turn become spaces. */
export function asPlainText(transcript: Transcript): string {
	return transcript
		.map(({ speaker, text }) => `${speaker ? `${speaker}: ` : ''}${replaceLineBreaks(text.trim(), ' ')}`)
		.join('\n');
}

const CUT_NOTICE =
	'[Cut here: a column holds 50,000 characters. The whole transcript is in details.transcript with Simplify turned off, or in a file with Include Transcript: As Markdown File.]';

/**
 * The text, or as many of its lines as fit into a cell of a spreadsheet and a last one that says where the rest is. A line
 * that would leave half of the cell empty is cut between words.
 */
export function asCell(text: string): string {
	if (text.length <= CELL_LIMIT) return text;
	const room = CELL_LIMIT - CUT_NOTICE.length - 1;
	const lineEnd = text.lastIndexOf('\n', room);
	const wordEnd = text.lastIndexOf(' ', room);
	const end = [lineEnd, wordEnd].find((place) => place > room / 2) ?? room;
	// Never inside a surrogate pair.
	return `${text.slice(0, end).replace(/[\uD800-\uDBFF]$/, '')}\n${CUT_NOTICE}`;
}

/** A heading and one paragraph a turn, with the time where it is known. */
export function asMarkdown(transcript: Transcript, title: string): string {
	const turns = transcript.map(({ at_seconds, speaker, text }) => {
		const time = at_seconds === null ? null : clock(at_seconds).split('.')[0];
		const lead = [speaker, time].filter((part) => part).join(' · ');
		const said = text.trim().replace(/^([^\S\r\n\u2028\u2029]*)([#>*+-]|\d+[.)])/gm, '$1\\$2');
		return lead === '' ? said : `**${lead}**\n\n${said}`;
	});
	return `# ${replaceLineBreaks(title, ' ')}\n\n${turns.join('\n\n')}\n`;
}

/**
 * A subtitle file, in the order of time: each turn is shown until the next time, the last for five seconds. Turns
 * without a time are left out.
 */
export function asWebVtt(transcript: Transcript): string {
	const timed = transcript
		.flatMap((turn) => (turn.at_seconds === null ? [] : [{ ...turn, at_seconds: turn.at_seconds }]))
		.sort((one, other) => one.at_seconds - other.at_seconds);
	let later = 0;
	const cues = timed.map(({ at_seconds, speaker, text }) => {
		// Question and answer may have one time: they are shown together.
		while (later < timed.length && timed[later].at_seconds - at_seconds < 0.001) later++;
		const end = timed[later]?.at_seconds ?? at_seconds + 5;
		const voice = speaker ? `<v ${speaker.replace(/[<>&\r\n]/g, ' ')}>` : '';
		return `${clock(at_seconds)} --> ${clock(end)}\n${voice}${escapeCue(text)}`;
	});
	return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

/** `HH:MM:SS.mmm` */
function clock(seconds: number): string {
	const milliseconds = Math.max(0, Math.round(seconds * 1000));
	const part = (value: number, length = 2) => String(value).padStart(length, '0');
	const [hours, minutes] = [Math.floor(milliseconds / 3_600_000), Math.floor(milliseconds / 60_000) % 60];
	return `${part(hours)}:${part(minutes)}:${part(Math.floor(milliseconds / 1000) % 60)}.${part(milliseconds % 1000, 3)}`;
}

/** A cue ends at an empty line, and `-->` would start one. */
function escapeCue(text: string): string {
	const escaped = text.trim().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
	return replaceLineBreaks(escaped, '\n');
}
