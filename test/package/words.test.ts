import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

import { textsOf } from './texts';
import { slipsOf } from './words';

/** Not written by this project, or, as the lists of words and this test, about the words themselves. */
const OTHERS =
	/package-lock\.json$|^LICENSE|^fixtures\/.*\.json$|\.(svg|png)$|^test\/package\/words(\.test)?\.ts$/;

/** What a vendor writes in its own way, and what a library calls a color. */
const QUOTED = ["' unauthorised. '", "'interview.cancelled'", "'grey'"];

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
	encoding: 'utf8',
})
	.trim()
	.split('\n')
	.filter((path) => !OTHERS.test(path) && existsSync(path));

/** `file:line: phrase (what to write instead)` for every slip of a file. */
function slipsIn(path: string, source: string): string[] {
	const own = QUOTED.reduce((text, quote) => text.replaceAll(quote, "''"), source);
	return textsOf(path, own).flatMap(({ text, line: first }) =>
		slipsOf(text).map(({ phrase, line, instead }) => `${path}:${first + line - 1}: ${phrase} (${instead})`),
	);
}

describe('the texts of this project', () => {
	it('are plain American English', () => {
		expect(files.flatMap((path) => slipsIn(path, readFileSync(path, 'utf8')))).toEqual([]);
	});

	it('are those of the documents, the code, the workflows and the tests', () => {
		expect(files).toEqual(
			expect.arrayContaining([
				'README.md',
				'CHANGELOG.md',
				'CONTRIBUTING.md',
				'docs/troubleshooting.md',
				'credentials/HireflixApi.credentials.ts',
				'nodes/HeyMilo/HeyMilo.node.ts',
				'nodes/shared/receiver/receive.ts',
				'test/ui/pinning.test.ts',
				'workflows/report-by-email.json',
			]),
		);
	});

	it('quote only what somebody writes', () => {
		const all = files.map((path) => readFileSync(path, 'utf8')).join('\n');
		expect(QUOTED.filter((quote) => !all.includes(quote))).toEqual([]);
	});
});

describe('the check of the words', () => {
	it.each([
		[
			'a British spelling in a document',
			'page.md',
			'One line.\nThe colour of the\nlabel.',
			'page.md:2: colour',
		],
		['one that begins a sentence', 'page.md', 'Normalised items.', 'page.md:1: Normalised'],
		['a phrase across two lines', 'page.md', 'It runs by\nitself.', 'page.md:1: by itself'],
		['a file per step, the other way', 'page.md', 'There is a file a step.', 'page.md:1: a file a step'],
		['a label', 'a.ts', "\nconst a = { description: 'What the vendor gives' };", 'a.ts:2: gives'],
		['a part of a template', 'a.ts', 'const a = `${b} is told ${c}`;', 'a.ts:1: told'],
		['an error', 'a.ts', "throw new Error('Unrecognised delivery');", 'a.ts:1: Unrecognised'],
		['the name of a test', 'a.ts', "it('tells what to do', () => {});", 'a.ts:1: tells'],
		[
			'a docstring over two lines',
			'a.ts',
			'/**\n * Null so\n * that it is.\n */\nconst a = 1;',
			'a.ts:2: so * that',
		],
		['a comment at the end of a line', 'a.ts', 'const a = 1; // Whoever reads\n', 'a.ts:1: Whoever'],
		['a comment in an empty block', 'a.ts', 'function a() {\n\t// grey\n}', 'a.ts:2: grey'],
		[
			'the note of a workflow',
			'a.json',
			'{ "content": "A link that stops to work" }',
			'a.json:1: stops to work',
		],
	])('finds %s', (_, path, source, slip) => {
		expect(slipsIn(path, source)).toEqual([expect.stringContaining(`${slip} (`)]);
	});

	it.each([
		['a name in the code', 'a.ts', 'const told = tells(grey);'],
		['good English', 'page.md', 'There is none. It returns one file per step; the order is canceled.'],
		[
			'words that look alike',
			'page.md',
			'Promise, otherwise, four hours, enrolled, finalist, analysis, honest.',
		],
		['a quote', 'a.ts', "const border = ['grey'];"],
	])('leaves %s alone', (_, path, source) => {
		expect(slipsIn(path, source)).toEqual([]);
	});
});
