interface CodeBlock {
	language: string;
	/** What stands behind the language; a file's name on the pages that write whole files. */
	file: string;
	text: string;
}

const FENCE = /^```(\S*)[ \t]*(.*)\n([\s\S]*?)^```$/gm;

export function codeBlocks(markdown: string): CodeBlock[] {
	return [...markdown.matchAll(FENCE)].map(([, language, file, text]) => ({ language, file, text }));
}

/** The page without its blocks of code. */
export function proseOf(markdown: string): string {
	return markdown.replace(FENCE, '');
}

/** The anchors of a page's headings, as GitHub makes them: a heading that comes again gets a number. */
export function slugsOf(markdown: string): string[] {
	const seen = new Map<string, number>();
	return [...proseOf(markdown).matchAll(/^#{1,6} +(.*?) *#* *$/gm)].map(([, heading]) => {
		const slug = heading
			.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
			.replace(/ /g, '-');
		const count = seen.get(slug) ?? 0;
		seen.set(slug, count + 1);
		return count === 0 ? slug : `${slug}-${count}`;
	});
}

/** The cells of the first table below a heading, without its head. */
export function tableBelow(markdown: string, heading: string): string[][] {
	const [, section = ''] = markdown.split(new RegExp(`^#+ ${heading}$`, 'm'));
	const [, table = ''] = /\n\|.*\n\|[-| ]+\|\n((?:\|.*\n)+)/.exec(section) ?? [];
	return table
		.trim()
		.split('\n')
		.map((row) =>
			row
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);
}
