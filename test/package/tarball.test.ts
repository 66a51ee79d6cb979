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

const SIZE_LIMIT = 300_000;

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
		const vendors = ['heyMilo', 'hireflix', 'interviewFlowAi', 'jobMojito'];
		expect(Object.keys(loader.nodeTypes).sort()).toEqual(
			vendors.flatMap((vendor) => [vendor, `${vendor}Trigger`]),
		);
		expect(Object.keys(loader.credentialTypes).sort()).toEqual([
			'heyMiloApi',
			'hireflixApi',
			'interviewFlowAiApi',
			'jobMojitoApi',
		]);
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

	it('ships the JSON Schema that the zod schema gives', () => {
		const shipped = JSON.parse(
			readFileSync(join(unpacked, 'dist/interview-event.schema.json'), 'utf8'),
		) as unknown;
		expect(shipped).toEqual(JSON.parse(JSON.stringify(interviewEventJsonSchema())));
	});

	it('normalises from a plain script, with types that need neither zod nor this repository', () => {
		writeFileSync(join(folder, 'script.ts'), CONSUMER);
		const compiled = spawnSync(
			join(modules, '.bin', 'tsc'),
			[
				'--strict',
				'--skipLibCheck',
				'--module',
				'commonjs',
				'--target',
				'es2022',
				'--types',
				'node',
				'--typeRoots',
				join(modules, '@types'),
				'script.ts',
			],
			{ cwd: folder, encoding: 'utf8' },
		);
		expect(compiled.stdout).toBe('');
		const run = spawnSync(process.execPath, ['script.js'], { cwd: folder, encoding: 'utf8' });
		expect(run.stderr).toBe('');
		expect(run.stdout.trim()).toBe('interview.invited');
		// skipLibCheck hides errors inside declarations: the event's own must not lean on anything.
		const declarations = readFileSync(join(unpacked, 'dist/nodes/shared/event/interviewEvent.d.ts'), 'utf8');
		expect(declarations).not.toMatch(/import|zod/);
	});
});

interface NodeDescription {
	codex?: { alias?: string[]; resources?: { primaryDocumentation?: Array<{ url: string }> } };
	iconUrl?: { light: string; dark: string };
}

const CONSUMER = `
import { normalizeHireflix, type InterviewEvent } from 'n8n-nodes-ai-interviews';

const facts = { receivedAt: '2026-03-02T09:14:28.000Z', verification: 'none' as const, rawBody: null };
const body = { event: 'interview.create', date: 1772442867565, data: { id: '69a554f359b2e04c7d1f8a36', status: 'pending' } };
const normalized = normalizeHireflix(body, facts);
const event: InterviewEvent | null = 'event' in normalized ? normalized.event : null;
// @ts-expect-error a column that does not exist
void event?.no_such_column;
console.log(event?.event_type);
`;
