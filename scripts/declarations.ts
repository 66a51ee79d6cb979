import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import ts from 'typescript';

const EVENT_MODULE = 'nodes/shared/event/interviewEvent.ts';

const EXPANDED = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;

/**
 * Declarations for those who import the package. The event's types are inferred from the zod schema; they
 * are written out here, so that the declarations need no zod.
 */
export function writeDeclarations(): void {
	const { options } = ts.getParsedCommandLineOfConfigFile(
		'tsconfig.json',
		{ noEmit: false, declaration: true, emitDeclarationOnly: true },
		{ ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
	) as ts.ParsedCommandLine;
	const program = ts.createProgram(['index.ts'], options);
	program.emit();
	writeFileSync(`dist/${EVENT_MODULE.replace(/\.ts$/, '.d.ts')}`, eventDeclarations(program));
}

function eventDeclarations(program: ts.Program): string {
	const checker = program.getTypeChecker();
	const source = program.getSourceFile(resolve(EVENT_MODULE));
	const symbol = source && checker.getSymbolAtLocation(source);
	if (!symbol) throw new Error(`${EVENT_MODULE} has no exports`);
	return checker
		.getExportsOfModule(symbol)
		.map((exported) => declare(checker, exported))
		.join('\n');
}

function declare(checker: ts.TypeChecker, symbol: ts.Symbol): string {
	const comment = ts.displayPartsToString(symbol.getDocumentationComment(checker));
	const heading = comment === '' ? '' : `/** ${comment} */\n`;
	if (symbol.flags & ts.SymbolFlags.TypeAlias) {
		const type = checker.getDeclaredTypeOfSymbol(symbol);
		return `${heading}export type ${symbol.name} = ${checker.typeToString(type, undefined, EXPANDED)};\n`;
	}
	const type = checker.getTypeOfSymbol(symbol);
	return `${heading}export declare const ${symbol.name}: ${checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)};\n`;
}
