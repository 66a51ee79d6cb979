import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

import ts from 'typescript';

import { VENDORS } from '../../nodes/shared/event/schema';
import { proseOf } from './markdown';

const PAGE = 'docs/adding-a-vendor.md';

/** The vendor that the page leads through. */
const EXAMPLE = 'Ribbon';

const page = readFileSync(PAGE, 'utf8');

const inCode = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);

/** What stands in code font and is a path: with a slash, or with the ending of a file. */
const named = [
	...new Set(
		inCode(proseOf(page)).filter((code) => /^[\w.-]+(\/[\w.-]+)+\/?$|^[\w-]+\.(md|ts|json)$/.test(code)),
	),
];

/** The files of the repository, those included that are not committed yet. */
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
	encoding: 'utf8',
})
	.trim()
	.split('\n')
	.filter((file) => existsSync(file));

describe(PAGE, () => {
	it('is a page, not a book', () => {
		expect(page.split('\n').length).toBeLessThan(250);
	});

	it('names only files and folders that are there', () => {
		expect(named.length).toBeGreaterThan(60);
		expect(named.filter((path) => path !== 'packages/' && !existsSync(path))).toEqual([]);
	});

	it(`names every room of ${EXAMPLE}, and the files of its nodes`, () => {
		const folder = `nodes/${EXAMPLE}`;
		const missing = readdirSync(folder)
			.map((entry) => `${folder}/${entry}`)
			.filter((path) => !named.some((name) => name === path || name.startsWith(`${path}/`)));
		expect(missing).toEqual([]);
	});

	it.each(attributed())('says what %s exports', (file, names) => {
		expect(names.filter((name) => !exportsOf(file).includes(name))).toEqual([]);
	});

	it('names every file in which the vendors are listed', () => {
		const listing = tracked
			.filter((file) => !isVendors(file) && file !== PAGE && file !== 'package-lock.json')
			.filter((file) => {
				const text = readFileSync(file, 'utf8').toLowerCase();
				return VENDORS.every((vendor) => text.includes(vendor));
			});
		expect(listing.length).toBeGreaterThan(20);
		expect(listing.filter((file) => !isNamed(file))).toEqual([]);
	});

	it(`names everything that ${EXAMPLE} has of its own`, () => {
		// What stands inside its folder below `nodes` is up to the rooms.
		const own = tracked.filter(
			(file) => file.toLowerCase().includes(EXAMPLE.toLowerCase()) && !file.startsWith(`nodes/${EXAMPLE}/`),
		);
		expect(own.length).toBeGreaterThan(20);
		expect(
			own.filter((file) => !isNamed(file) && !named.some((name) => file.startsWith(`${name}/`))),
		).toEqual([]);
	});
});

const isNamed = (file: string): boolean => named.includes(file);

/** Whether a file or one of its folders bears a vendor's name. */
function isVendors(file: string): boolean {
	return VENDORS.some((vendor) => file.toLowerCase().includes(vendor));
}

/** What the page says a source exports: in the tables with a column "Exports", and as `name` of `file`. */
function attributed(): Array<[file: string, names: string[]]> {
	const tables = page.matchAll(/^\| File \| Exports \|.*\n\|[-|]+\|\n((?:\|.*\n)+)/gm);
	const rows = [...tables]
		.flatMap(([, lines]) => lines.trim().split('\n'))
		.map((row) => row.split('|'))
		.map(([, file, names]): [string, string[]] => [inCode(file)[0], inCode(names)]);
	const prose = [...page.matchAll(/`(\w+)` (?:of|in)\s+`([\w./]+\.ts)`/g)];
	return [
		...rows.filter(([, names]) => names.length > 0),
		...prose.map(([, name, file]): [string, string[]] => [file, [name]]),
	];
}

/** The names that a source exports, types included. */
function exportsOf(file: string): string[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
	return source.statements
		.filter((statement) => ts.canHaveModifiers(statement) && isExported(statement))
		.flatMap((statement) => {
			if (ts.isVariableStatement(statement)) {
				return statement.declarationList.declarations.flatMap(({ name }) =>
					ts.isObjectBindingPattern(name)
						? name.elements.map((element) => element.name.getText(source))
						: name.getText(source),
				);
			}
			const { name } = statement as ts.DeclarationStatement;
			return name !== undefined && ts.isIdentifier(name) ? [name.text] : [];
		});
}

function isExported(statement: ts.HasModifiers): boolean {
	return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}
