import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import ts from 'typescript';

const EVENT_MODULE = 'nodes/shared/event/interviewEvent.ts';

const EXPANDED = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;

/**
 * Checks the types of the package in this folder and writes its declarations, for those who import it. The event's types
 * are inferred from the zod schema; they are written out here, so the declarations need no zod.
 *
 * @throws with what TypeScript found
 */
export function writeDeclarations(folder: string): void {
	const { options, fileNames } = ts.getParsedCommandLineOfConfigFile(
		join(folder, 'tsconfig.build.json'),
		{ declaration: true, emitDeclarationOnly: true },
		{ ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
	) as ts.ParsedCommandLine;
	const program = ts.createProgram(fileNames, options, hostOf(options));
	const found = ts.getPreEmitDiagnostics(program);
	if (found.length > 0) {
		throw new Error(ts.formatDiagnosticsWithColorAndContext(found, ts.createCompilerHost(options)));
	}
	program.emit();
	writeFileSync(
		join(folder, 'dist', EVENT_MODULE.replace(/\.ts$/, '.d.ts')),
		eventDeclarations(program, folder),
	);
}

/** Libraries as they were parsed, for the packages that are built one after the other. */
const libraries = new Map<string, ts.SourceFile | undefined>();

function hostOf(options: ts.CompilerOptions): ts.CompilerHost {
	const host = ts.createCompilerHost(options);
	const parse = host.getSourceFile;
	return {
		...host,
		getSourceFile: (file, ...rest) => {
			if (!file.includes('/node_modules/')) return parse(file, ...rest);
			if (!libraries.has(file)) libraries.set(file, parse(file, ...rest));
			return libraries.get(file);
		},
	};
}

function eventDeclarations(program: ts.Program, folder: string): string {
	const checker = program.getTypeChecker();
	const source = program.getSourceFile(resolve(folder, EVENT_MODULE));
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
