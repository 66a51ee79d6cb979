import { asCell, asMarkdown, asPlainText, asWebVtt } from '../../../nodes/shared/report/transcript';

type Turn = Parameters<typeof asPlainText>[0][number];

const turn = (text: string, speaker: string | null = null, at_seconds: number | null = null): Turn => ({
	text,
	speaker,
	at_seconds,
});

/** The blocks of a subtitle file, which empty lines part. */
const blocks = (...turns: Turn[]): string[] => asWebVtt(turns).trimEnd().split('\n\n');

describe('a transcript as plain text', () => {
	it('has one line per turn, in order, with the speaker where one is known', () => {
		const turns = [turn('Why sales?', 'Question'), turn('(silence)'), turn('I like people.', 'Ada', 3)];
		expect(asPlainText(turns)).toBe('Question: Why sales?\n(silence)\nAda: I like people.');
	});

	it('keeps the order of the turns whatever their times are', () => {
		expect(asPlainText([turn('b', null, 9), turn('a', null, 1)])).toBe('b\na');
	});

	it('is empty when nothing was said', () => {
		expect(asPlainText([])).toBe('');
	});
});

describe('a transcript in a cell of a spreadsheet', () => {
	const NOTICE = /^\[Cut here: .*50,000 characters.*details\.transcript.*Include Transcript.*\]$/;
	const lines = (count: number) =>
		Array.from({ length: count }, (_, index) => `Candidate: This is sentence ${index} of many.`);

	it.each([[''], ['Ada: Yes'], ['x'.repeat(49_999)]])('is whole when it fits', (text) => {
		expect(asCell(text)).toBe(text);
	});

	it('is cut at a line end, says so, and fits', () => {
		const said = lines(3000);
		const cell = asCell(said.join('\n'));
		const kept = cell.split('\n');
		expect(kept.pop()).toMatch(NOTICE);
		expect(kept).toEqual(said.slice(0, kept.length));
		expect(cell.length).toBeLessThanOrEqual(49_999);
		expect(cell.length).toBeGreaterThan(49_500);
	});

	it('keeps a line that ends just where it is cut', () => {
		const notice = asCell('x\n'.repeat(30_000)).split('\n').at(-1) ?? '';
		const first = 'y'.repeat(49_999 - notice.length - 1);
		expect(asCell(`${first}\n${'z'.repeat(1000)}`)).toBe(`${first}\n${notice}`);
	});

	it.each([['word '], ['🙂'], ['x🙂']])('is cut inside a turn that fits no cell: %s', (unit) => {
		const cell = asCell(`Question: Why?\nAda: ${unit.repeat(30_000)}`);
		expect(cell.length).toBeLessThanOrEqual(49_999);
		expect(cell.length).toBeGreaterThan(49_500);
		expect(cell.isWellFormed()).toBe(true);
		expect(cell.split('\n').at(-1)).toMatch(NOTICE);
	});
});

describe('a transcript as Markdown', () => {
	it('has a heading, and a paragraph a turn', () => {
		const turns = [turn('Why sales?', 'Question', 3661.9), turn('Because.', 'Ada'), turn('(noise)', null, 5)];
		expect(asMarkdown(turns, 'Ada Example')).toBe(
			[
				'# Ada Example',
				'**Question · 01:01:01**',
				'Why sales?',
				'**Ada**',
				'Because.',
				'**00:00:05**',
				'(noise)\n',
			].join('\n\n'),
		);
	});

	it('has no lead where neither speaker nor time is known', () => {
		expect(asMarkdown([turn('Hello')], 'T')).toBe('# T\n\nHello\n');
	});

	it('shows the very first second', () => {
		expect(asMarkdown([turn('Hello', null, 0)], 'T')).toContain('**00:00:00**');
	});
});

describe('a transcript as WebVTT', () => {
	it('shows each turn until the next one, and the last for five seconds', () => {
		expect(blocks(turn('Why sales?', 'Question', 0), turn('Because.', 'Ada', 3.25))).toEqual([
			'WEBVTT',
			'00:00:00.000 --> 00:00:03.250\n<v Question>Why sales?',
			'00:00:03.250 --> 00:00:08.250\n<v Ada>Because.',
		]);
	});

	it('writes hours, minutes and rounded milliseconds', () => {
		expect(blocks(turn('a', null, 3661.9996))[1]).toBe('01:01:02.000 --> 01:01:07.000\na');
	});

	it('leaves out turns without a time', () => {
		expect(blocks(turn('a', null, 1), turn('untimed'), turn('b', null, 2))).toEqual([
			'WEBVTT',
			'00:00:01.000 --> 00:00:02.000\na',
			'00:00:02.000 --> 00:00:07.000\nb',
		]);
		expect(asWebVtt([turn('untimed')]).trim()).toBe('WEBVTT');
	});

	it('shows turns of the same moment together, as long as the next one is away', () => {
		expect(blocks(turn('a', null, 1), turn('b', null, 1), turn('c', null, 3)).slice(1)).toEqual([
			'00:00:01.000 --> 00:00:03.000\na',
			'00:00:01.000 --> 00:00:03.000\nb',
			'00:00:03.000 --> 00:00:08.000\nc',
		]);
	});

	it('lets no text begin a cue of its own', () => {
		const [, cue] = blocks(turn('00:00:09.000 --> 00:00:10.000', null, 1));
		expect(cue.match(/-->/g)).toHaveLength(1);
		expect(cue).toContain('--&gt;');
	});

	it.each([['a\n\nb'], ['a\r\n\r\nb'], ['a\n \t\nb'], ['a\n\n\n\nb']])(
		'lets no empty line in %j end a cue',
		(text) => {
			expect(blocks(turn(text, null, 1))).toEqual(['WEBVTT', '00:00:01.000 --> 00:00:06.000\na\nb']);
		},
	);

	it('escapes what would be a tag', () => {
		expect(blocks(turn('a < b & <i>c</i>', null, 1))[1]).toContain('a &lt; b &amp; &lt;i&gt;c&lt;/i&gt;');
	});

	it.each([['Ada <b> & Co'], ['Ada\nExample'], ['Ada --> Bo']])(
		'lets the name %j break no tag',
		(speaker) => {
			expect(blocks(turn('Hello', speaker, 1))[1]).toMatch(
				/^00:00:01\.000 --> 00:00:06\.000\n<v [^<>&\n]+>Hello$/,
			);
		},
	);
});
