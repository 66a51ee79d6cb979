import { extname } from 'node:path';
import ts from 'typescript';

const CODE = new Set(['.ts', '.js', '.mjs']);

/** A text of a file, with the line on which it begins. */
export interface Text {
	text: string;
	line: number;
}

/**
 * What a person reads in a file: of code its comments and string literals, which hold labels, errors and the names of tests;
 * of anything else the whole file.
 */
export function textsOf(path: string, source: string): Text[] {
	if (!CODE.has(extname(path))) return [{ text: source, line: 1 }];
	const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
	const spans = new Map<number, number>();
	visit(file);
	return [...spans].map(([start, end]) => ({
		text: source.slice(start, end),
		line: file.getLineAndCharacterOfPosition(start).line + 1,
	}));

	function visit(node: ts.Node): void {
		const comments = [
			...(ts.getLeadingCommentRanges(source, node.pos) ?? []),
			...(ts.getTrailingCommentRanges(source, node.end) ?? []),
		];
		for (const { pos, end } of comments) spans.set(pos, end);
		if (isText(node)) spans.set(node.getStart(), node.end);
		node.getChildren().forEach(visit);
	}
}

function isText(node: ts.Node): boolean {
	return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}
