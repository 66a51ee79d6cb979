import fc from 'fast-check';

import { VENDORS } from '../../../nodes/shared/event/schema';
import { plainLines, plainPoints, plainText } from '../../../nodes/shared/event/plainText';
import { fixture, fixturesOf } from '../../fixtures';
import { mustEnd } from '../hostile';
import { changed, eventOf } from '../normalized';
import { words } from '../words';

describe('HTML', () => {
	it.each([
		['<p>Clear &amp; calm.</p><ul><li>Knows <b>SQL</b></li></ul>', 'Clear & calm.\nKnows SQL'],
		['First<br>second<br/>third<BR />fourth', 'First\nsecond\nthird\nfourth'],
		['<P STYLE="a>b" class=\'x\'>Hi</P>', 'Hi'],
		['<p>One<p>Two', 'One\nTwo'],
		['<ol><li>One<li>Two</ol>', 'One\nTwo'],
		['<p>\n  Clear\r\n  and\n<b>calm</b>\n</p>\n', 'Clear and calm'],
		['A <strong>strong</strong> start\nand end', 'A strong start\nand end'],
		['Read <a href="https://example.com/?a=1&amp;b=2">this</a>', 'Read this'],
		['<h2>Summary</h2>Good<hr>Best', 'Summary\nGood\nBest'],
		['<table><tr><td>Speech</td><td>8</td></tr><tr><td>Plan</td><td>7</td></tr></table>', 'Speech 8\nPlan 7'],
		['<!DOCTYPE html><style>p { color: red }</style><script>if (a < b) c()</script>Good', 'Good'],
		['<p>Good<!-- <b>not shown</b> --></p>', 'Good'],
		['<p>5 < 6 &lt; 7, List&lt;String&gt; and <Thing></p>', '5 < 6 < 7, List<String> and <Thing>'],
		['<div><p> </p></div>', null],
		['<p>Inés &ndash; &quot;R&#38;D&quot; &#x1F3A4;</p>', 'Inés – "R&D" 🎤'],
		['Tom &amp; Jerry don&#39;t', "Tom & Jerry don't"],
		['Zo&euml; &Uuml;nal&nbsp;(Z&uuml;rich)', 'Zoë Ünal (Zürich)'],
	])('becomes plain text: %j', (html, text) => {
		expect(plainText(html)).toBe(text);
	});

	it.each([
		['score < 5 and > 3'],
		['a<b'],
		['a<b and c>d'],
		['a < b > c'],
		['if (a<b && c>d) i<p>q'],
		['C++ <3'],
		['x <- y -> z <= 1 >= 2 << 3'],
		['List<String>, Map<b, c> and vector<i>'],
		['She used the <b> tag and <section> where it fits'],
		['<script>'],
		['<Zoë Example>'],
		['<zoe@example.com>'],
		['an unfinished <p class="x'],
		['an unfinished <!-- comment'],
		['Q&A, AT&T, R&D; a && b'],
		['https://example.com/?a=1&copy=2&lt'],
		['&unknown; &; &#; &#x; &#12345678; &Amp;'],
		['two  spaces\n\nand lines'],
	])('is not what only looks like it: %j', (text) => {
		expect(plainText(text)).toBe(text);
	});

	it.each([
		['&amp;lt;b&amp;gt; &amp;amp;', '&lt;b&gt; &amp;'],
		['&lt;b&gt;bold&lt;/b&gt;', '<b>bold</b>'],
		['<p>&lt;b&gt;bold&lt;/b&gt;</p>', '<b>bold</b>'],
	])('is read once: %j', (html, text) => {
		expect(plainText(html)).toBe(text);
	});

	it.each(words('&#0; &#x0; &#8; &#127; &#150; &#xD83C; &#56320; &#x110000; &#9999999;'))(
		'makes no control character and no half of a pair of %s',
		(entity) => {
			expect(plainText(`<p>a${entity}b</p>`)).toBe(`a${entity}b`);
		},
	);

	it('makes a well-formed text of any entities and tags', () => {
		const piece = fc.oneof(
			fc.constantFrom(...words('<p> </p> <br> < > & ; &# &#x " <!-- -->'), '<a b="', '\n', ' '),
			fc.constantFrom('<script>', '</script>', '<style ', '</style>', '<!doctype ', '&amp;', '&lt;', '&#60;'),
			fc.integer({ min: 0, max: 0x120000 }).map((code) => `&#${code};`),
			fc.integer({ min: 0, max: 0x120000 }).map((code) => `&#x${code.toString(16)};`),
			fc.string({ unit: 'grapheme', maxLength: 5 }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const text = plainText(pieces.join('').trim());
				expect(text ?? '').not.toContain('\0');
				expect(text?.isWellFormed() ?? true).toBe(true);
				expect(text).toBe(text?.trim() ?? null);
			}),
			{ seed: 8, numRuns: 3000 },
		);
	});

	it('is nothing in a text without its signs', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const bare = text.replace(/[<&]/g, '');
				expect(plainText(bare)).toBe(bare);
			}),
			{ seed: 9 },
		);
	});
});

describe('points', () => {
	it.each([
		[
			['<ul><li>Knows <b>SQL</b></li><li>On time</li></ul>', 'Calm'],
			['Knows SQL', 'On time', 'Calm'],
		],
		[['<p></p>', '< 5 years'], ['< 5 years']],
		[
			['as\nsent', 'R&amp;D'],
			['as\nsent', 'R&D'],
		],
	])('%j become %j', (points, plain) => {
		expect(plainPoints(points)).toEqual(plain);
	});

	it('are no more than a list may have', () => {
		expect(plainPoints(['<li>a</li>'.repeat(20_000)])).toHaveLength(10_000);
	});

	it('are the same when they are in lines', () => {
		expect(plainLines('<ul><li>a</li><li>b</li></ul>\nc')).toBe('a\nb\nc');
		expect(plainLines('<p></p>')).toBeNull();
		expect(plainLines(null)).toBeNull();
	});
});

const HTML = '<p>Clear &amp; calm.</p><ul><li>Knows <b>SQL</b></li></ul>';
const PLAIN = 'Clear & calm.\nKnows SQL';

describe('an item', () => {
	it('has plain text in the columns that are written by a vendor', () => {
		const reasons = { ai_analysis_recruiter_why_hire: [HTML], ai_analysis_recruiter_why_not_hire: HTML };
		const body = changed(fixture('jobmojito', 'interview_result').body, {
			ai_analysis_recruiter: HTML,
			...reasons,
		});
		expect(eventOf('jobmojito', body)).toMatchObject({
			summary: PLAIN,
			strengths: PLAIN,
			concerns: PLAIN,
			details: { highlights: PLAIN.split('\n'), lowlights: PLAIN.split('\n') },
			raw: body,
		});
	});

	it('has plain text in its questions, and leaves what was said as it was', () => {
		const web = 'agentic_data.web_interview_info';
		const body = changed(fixture('heymilo', 'report_available').body, {
			[`${web}.scorecard.questions`]: [{ question: HTML, evaluation_summary: HTML }],
			[`${web}.scorecard.tags`]: ['<b>on-call</b>'],
			[`${web}.transcript.transcript`]: [{ speaker: 'Candidate', text: '<b>bold</b>', timestamp: 1 }],
		});
		expect(eventOf('heymilo', body).details).toMatchObject({
			questions: [{ text: PLAIN, summary: PLAIN }],
			tags: ['<b>on-call</b>'],
			transcript: [{ text: '<b>bold</b>' }],
		});
	});

	it.each([['<script>'], ['<b>Zoë</b> Example'], ['Zo&euml;']])(
		'keeps a name as it was chosen: %s',
		(name) => {
			const { body } = fixture('jobmojito', 'interview_result');
			expect(eventOf('jobmojito', changed(body, { candidate_name: name })).candidate_name).toBe(name);
		},
	);

	it.each(VENDORS)('of %s is the same as before in every documented text', (vendor) => {
		for (const { item } of fixturesOf(vendor)) {
			for (const text of [item.summary ?? null, item.strengths ?? null, item.concerns ?? null]) {
				expect(plainLines(text)).toBe(text);
			}
		}
	});
});

/** Quadratic time would be hours. */
const LENGTH = 4 * 1024 * 1024;

it.each([
	...words('< <p <p> <p>a </p> <!-- --><!-- <script> <style></style> & &amp; &#1; <li>a</li>'),
	...['\n<p>\n', '<a b="', '<a \'"', '<a b="1" ', `<p${' '.repeat(60)}`, '<!doctype '],
])('4 MB of %j take time in proportion', (unit) => {
	const html = `</b>${unit.repeat(Math.ceil(LENGTH / unit.length))}`.slice(0, LENGTH);
	expect(mustEnd(() => plainText(html) ?? '').length).toBeLessThanOrEqual(LENGTH);
});
