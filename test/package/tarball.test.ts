import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { PackageDirectoryLoader } from 'n8n-core';

import { interviewEventJsonSchema } from '../../scripts/jsonSchema';
import { packTarball } from '../../scripts/pack';
import { SPLIT_PACKAGES } from '../../scripts/splitPackages';

const SIZE_LIMIT = 300_000;

const BODY = `
const facts = { receivedAt: '2026-03-02T09:14:28.000Z', verification: 'none' as const, rawBody: null };
const body = { event: 'interview.create', date: 1772442867565, data: { id: '69a554f359b2e04c7d1f8a36', status: 'pending' } };
const normalized = normalizeHireflix(body, facts);
`;

const NORMALIZING = `${BODY.replace(' as const', '')}console.log(normalized.event.event_type);\n`;

const TYPED = `
import { normalizeHireflix, type InterviewEvent } from 'n8n-nodes-ai-interviews';
${BODY}
const event: InterviewEvent | null = 'event' in normalized ? normalized.event : null;
// @ts-expect-error a column that does not exist
void event?.no_such_column;
console.log(event?.event_type);
`;

describe('the packed package', () => {
	const folder = mkdtempSync(join(tmpdir(), 'package-'));
	const unpacked = join(folder, 'node_modules', 'n8n-nodes-ai-interviews');
	const modules = resolve('node_modules');
	let tarball: string;

	beforeAll(() => {
		tarball = packTarball(folder);
		mkdirSync(unpacked, { recursive: true });
		spawnSync('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
		// The host provides it.
		symlinkSync(join(modules, 'n8n-workflow'), join(folder, 'node_modules', 'n8n-workflow'));
	});

	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const files = () =>
		(readdirSync(unpacked, { recursive: true }) as string[]).filter((name) =>
			statSync(join(unpacked, name)).isFile(),
		);

	it('is smaller than 300 kB', () => {
		expect(statSync(tarball).size).toBeLessThan(SIZE_LIMIT);
	});

	it('holds the build and the texts every package has, and nothing else', () => {
		const outside = files().filter((name) => !name.startsWith('dist'));
		expect(outside.sort()).toEqual(['LICENSE.md', 'README.md', 'package.json']);
	});

	it('needs nothing at run time but n8n-workflow', () => {
		const { dependencies, peerDependencies } = JSON.parse(
			readFileSync(join(unpacked, 'package.json'), 'utf8'),
		) as {
			dependencies?: object;
			peerDependencies: object;
		};
		expect(dependencies ?? {}).toEqual({});
		expect(peerDependencies).toEqual({ 'n8n-workflow': '*' });
		const bundle = readFileSync(join(unpacked, 'dist/index.js'), 'utf8');
		const required = [...bundle.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
		expect([...new Set(required)].sort()).toEqual(['n8n-workflow', 'node:crypto']);
	});

	it('loads in the loader of n8n, each node with its codex and both icons', async () => {
		const loader = new PackageDirectoryLoader(unpacked);
		await loader.loadAll();
		const vendors = SPLIT_PACKAGES.map(({ className }) => className[0].toLowerCase() + className.slice(1));
		expect(Object.keys(loader.nodeTypes).sort()).toEqual(
			vendors.flatMap((vendor) => [vendor, `${vendor}Trigger`]).sort(),
		);
		expect(Object.keys(loader.credentialTypes).sort()).toEqual(
			vendors.map((vendor) => `${vendor}Api`).sort(),
		);
		for (const { type } of Object.values(loader.nodeTypes)) {
			const { codex, iconUrl } = type.description as NodeDescription;
			expect(codex?.alias).toEqual(
				expect.arrayContaining(['interview', 'recruiting', 'screening', 'ATS', 'scorecard']),
			);
			expect(codex?.resources?.primaryDocumentation?.[0].url).toMatch(/^https:/);
			for (const url of [iconUrl?.light, iconUrl?.dark]) {
				expect(existsSync(join(unpacked, (url ?? '').replace(/^icons\/[^/]+\//, '')))).toBe(true);
			}
		}
	});

	it('ships the JSON Schema of the zod schema', () => {
		const shipped = JSON.parse(
			readFileSync(join(unpacked, 'dist/interview-event.schema.json'), 'utf8'),
		) as unknown;
		expect(shipped).toEqual(JSON.parse(JSON.stringify(interviewEventJsonSchema())));
	});

	it.each([
		['script.cjs', `const { normalizeHireflix } = require('n8n-nodes-ai-interviews');\n${NORMALIZING}`],
		['script.mjs', `import { normalizeHireflix } from 'n8n-nodes-ai-interviews';\n${NORMALIZING}`],
	])('normalizes from a plain %s', (file, text) => {
		writeFileSync(join(folder, file), text);
		expect(run(process.execPath, file)).toBe('interview.invited\n');
	});

	it.each([
		['node10', 'commonjs', 'typed.ts'],
		['nodenext', 'nodenext', 'typed.cts'],
		['nodenext', 'nodenext', 'typed.mts'],
	])('has types (%s, %s, %s) that need neither zod nor this repository', (resolution, module, file) => {
		writeFileSync(join(folder, file), TYPED);
		const options = `--strict --skipLibCheck --target es2022 --types node --typeRoots ${join(modules, '@types')}`;
		run(
			join(modules, '.bin', 'tsc'),
			...options.split(' '),
			...['--module', module, '--moduleResolution', resolution, file],
		);
		expect(run(process.execPath, file.replace('ts', 'js'))).toBe('interview.invited\n');
	});

	it("has declarations of the event's own that lean on nothing, which skipLibCheck would hide", () => {
		const declarations = readFileSync(join(unpacked, 'dist/nodes/shared/event/interviewEvent.d.ts'), 'utf8');
		expect(declarations).not.toMatch(/import|zod/);
	});

	/** What the program wrote; it must not complain. */
	function run(program: string, ...parameters: string[]): string {
		const { stdout, stderr, status } = spawnSync(program, parameters, { cwd: folder, encoding: 'utf8' });
		expect({ stderr, status, said: status === 0 ? '' : stdout }).toEqual({ stderr: '', status: 0, said: '' });
		return stdout;
	}
});

interface NodeDescription {
	codex?: { alias?: string[]; resources?: { primaryDocumentation?: Array<{ url: string }> } };
	iconUrl?: { light: string; dark: string };
}
