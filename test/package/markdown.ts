export interface CodeBlock {
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
