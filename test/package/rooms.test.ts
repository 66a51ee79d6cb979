import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

import ts from 'typescript';

import { OWN_FILES, ROOMS, VENDOR_FOLDERS } from './rooms';

const settings = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as object;
const { options, fileNames } = ts.parseJsonConfigFileContent(settings, ts.sys, '.');

/** The published sources, each with those that it imports, for types alone too. */
const IMPORTS = new Map(['nodes', 'credentials'].flatMap(sourcesIn).map((file) => [file, importsOf(file)]));

/** All that is compiled, each with what it loads when it runs. */
const LOADED = new Map(
	fileNames
		.map(pathOf)
		.filter((file) => file.endsWith('.ts'))
		.map((file) => [file, importsOf(file, withoutTypes)]),
);

describe.each(VENDOR_FOLDERS)('nodes/%s', (vendor) => {
	const entries = readdirSync(join('nodes', vendor), { withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
	const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);

	it('has only the rooms that every vendor has, and the files of its nodes', () => {
		const own = OWN_FILES.map((ending) => `${vendor}${ending}`.toLowerCase());
		const isKnown = (file: string) =>
			own.includes(file.toLowerCase()) || ROOMS.some((room) => file === `${room}.ts`);
		expect(files.filter((file) => !isKnown(file))).toEqual([]);
		expect(own.filter((name) => !files.some((file) => file.toLowerCase() === name))).toEqual([]);
	});

	it('has a folder beside the file of a room, for its parts, and resources', () => {
		const rooms = folders.filter((folder) => folder !== 'resources');
		expect(rooms.filter((room) => !ROOMS.includes(room) || !files.includes(`${room}.ts`))).toEqual([]);
		expect(folders).toContain('resources');
	});

	it('keeps with a resource what that resource alone uses, and above them what several use', () => {
		const folder = `nodes/${vendor}/resources/`;
		const parts = [...IMPORTS.keys()].filter(
			(file) => file.startsWith(folder) && file !== `${folder}index.ts`,
		);
		const misplaced = parts.filter((file) => {
			const users = usersOf(file).filter((user) => user !== `${folder}index.ts`);
			const places = [...new Set(users.map(dirname))];
			return dirname(file) === dirname(`${folder}index.ts`)
				? places.length === 1 && places[0].startsWith(folder)
				: places.some((place) => place !== dirname(file));
		});
		expect(misplaced).toEqual([]);
	});

	it('imports no other vendor', () => {
		const others = VENDOR_FOLDERS.filter((other) => other !== vendor).map((other) => `nodes/${other}/`);
		expect(importsFrom(`nodes/${vendor}/`, others)).toEqual([]);
	});
});

describe('the sources', () => {
	it('are read with every import, for types alone too', () => {
		expect(IMPORTS.get('nodes/Hireflix/receiver.ts')).toEqual(
			expect.arrayContaining(['nodes/Hireflix/api.ts', 'nodes/shared/receiver/vendorReceiver.ts']),
		);
	});

	it('import in no circle', () => {
		expect(circles(IMPORTS)).toEqual([]);
	});

	it('load each other in no circle, whatever they are for', () => {
		expect(LOADED.get('test/e2e/secrets.test.ts')).toContain('test/e2e/secrets/needles.ts');
		expect(circles(LOADED)).toEqual([]);
	});

	it.each([
		['receiver', 'lifecycle'],
		['lifecycle', 'receiver'],
		['event', 'receiver'],
		['trigger', 'receiver'],
		['trigger', 'lifecycle'],
	])('in shared/%s take nothing from shared/%s', (room, other) => {
		expect(sourcesIn(`nodes/shared/${room}`)).not.toEqual([]);
		expect(importsFrom(`nodes/shared/${room}/`, [`nodes/shared/${other}/`])).toEqual([]);
	});

	it('share what knows no vendor', () => {
		expect(
			importsFrom(
				'nodes/shared/',
				VENDOR_FOLDERS.map((vendor) => `nodes/${vendor}/`),
			),
		).toEqual([]);
	});
});

describe('circles', () => {
	it('finds one, and what leads into it is not part of it', () => {
		const imports = new Map([
			['outside', ['a']],
			['a', ['b']],
			['b', ['c', 'd']],
			['c', ['a']],
			['d', []],
		]);
		expect(circles(imports)).toEqual([['a', 'b', 'c', 'a']]);
	});
});

function sourcesIn(folder: string): string[] {
	return (readdirSync(folder, { recursive: true }) as string[])
		.filter((name) => name.endsWith('.ts'))
		.map((name) => pathOf(join(folder, name)));
}

function importsOf(file: string, readable = (source: string) => source): string[] {
	const { importedFiles } = ts.preProcessFile(readable(readFileSync(file, 'utf8')), true, true);
	return (
		importedFiles
			// What ends so is the beginning of a path that is made at run time.
			.filter(({ fileName }) => fileName.startsWith('.') && !fileName.endsWith('/'))
			.map(({ fileName }) => {
				const { resolvedModule } = ts.resolveModuleName(fileName, resolve(file), options, ts.sys);
				if (resolvedModule === undefined) throw new Error(`${file} imports ${fileName}, which is not there`);
				return pathOf(resolvedModule.resolvedFileName);
			})
	);
}

function pathOf(name: string): string {
	return relative('.', name).split(sep).join('/');
}

/** A source without what it imports for types alone. */
function withoutTypes(source: string): string {
	const file = ts.createSourceFile('', source, ts.ScriptTarget.Latest);
	return file.statements
		.filter((statement) => !isForTypes(statement))
		.map((statement) => statement.getFullText(file))
		.join('');
}

function isForTypes(statement: ts.Statement): boolean {
	if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
	if (!ts.isImportDeclaration(statement) || !statement.importClause) return false;
	const { isTypeOnly, name, namedBindings } = statement.importClause;
	if (isTypeOnly || name || !namedBindings || !ts.isNamedImports(namedBindings)) return isTypeOnly;
	return namedBindings.elements.every((element) => element.isTypeOnly);
}

function usersOf(file: string): string[] {
	return [...IMPORTS].filter(([, used]) => used.includes(file)).map(([user]) => user);
}

/** The imports that lead from one folder into others, as `file → file`. */
function importsFrom(folder: string, others: string[]): string[] {
	return [...IMPORTS].flatMap(([file, used]) =>
		file.startsWith(folder)
			? used
					.filter((path) => others.some((other) => path.startsWith(other)))
					.map((path) => `${file} → ${path}`)
			: [],
	);
}

/** Each circle that a walk through the imports meets, from its first file back to it. */
function circles(imports: Map<string, string[]>): string[][] {
	const done = new Set<string>();
	const walk = (file: string, path: string[]): string[][] => {
		const place = path.indexOf(file);
		if (place !== -1) return [[...path.slice(place), file]];
		if (done.has(file)) return [];
		const found = (imports.get(file) ?? []).flatMap((used) => walk(used, [...path, file]));
		done.add(file);
		return found;
	};
	return [...imports.keys()].flatMap((file) => walk(file, []));
}
