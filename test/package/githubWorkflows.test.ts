import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { lockOf, VERSIONS } from '../../host/versions';
import { SPLIT_FOLDER, SPLIT_PACKAGES } from '../../scripts/splitPackages';

interface Job {
	uses?: string;
	permissions?: Record<string, string>;
	strategy?: { matrix: Record<string, string[]> };
	steps?: Array<{ uses?: string; run?: string }>;
}

interface Workflow {
	permissions?: Record<string, string>;
	jobs: Record<string, Job>;
}

const ROOT = join(__dirname, '..', '..');
const FOLDER = join(ROOT, '.github', 'workflows');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
	scripts: Record<string, string>;
};

const read = (file: string) => parse(readFileSync(join(FOLDER, file), 'utf8')) as Workflow;
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps = [] }) => steps);

describe.each(readdirSync(FOLDER))('%s', (file) => {
	const text = readFileSync(join(FOLDER, file), 'utf8');
	const workflow = read(file);

	it('pins every action of others to a commit and names its version', () => {
		const used = [...text.matchAll(/uses: (.+)$/gm)].map(([, action]) => action);
		expect(used.length).toBeGreaterThan(0);
		for (const action of used.filter((name) => !name.startsWith('./'))) {
			expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
		}
	});

	it('may read the repository and nothing else, but for a job that publishes', () => {
		expect(workflow.permissions).toEqual({ contents: 'read' });
		for (const { permissions, steps = [] } of Object.values(workflow.jobs)) {
			const publishes = steps.some(({ run }) => run?.includes('npm publish'));
			expect(permissions).toEqual(publishes ? { contents: 'read', 'id-token': 'write' } : undefined);
		}
	});

	it('stores no secret', () => expect(text).not.toMatch(/secrets\./));

	it('calls npm scripts that there are', () => {
		const called = stepsOf(workflow).flatMap(({ run = '' }) =>
			[...run.matchAll(/npm (?:run ([\w:]+)|(start|test))/g)].map(([, name, short]) => name ?? short),
		);
		expect(called.length).toBeGreaterThan(0);
		for (const name of called) expect(Object.keys(scripts)).toContain(name);
	});
});

it('CI runs all that .ci/run does', () => {
	const run = readFileSync(join(ROOT, '.ci', 'run'), 'utf8').split('\n');
	const commands = run.filter((line) => line.startsWith('npm '));
	const { jobs } = read('ci.yml');
	const versions = jobs.versions.strategy?.matrix.n8n ?? [];
	const inCi = stepsOf({ jobs }).flatMap(({ run: command = '' }) =>
		versions.map((version) => command.replace("'${{ matrix.n8n }}'", version)),
	);
	expect(inCi).toEqual(expect.arrayContaining(commands));
	expect(versions.map((version) => lockOf(version).version)).toEqual(VERSIONS);
});

it('every package is published, with provenance, if the tag is its version', () => {
	const { publish } = read('publish.yml').jobs;
	expect(publish.strategy?.matrix.folder).toEqual([
		'.',
		...SPLIT_PACKAGES.map(({ name }) => `${SPLIT_FOLDER}/${name}`),
	]);
	const commands = publish.steps?.map(({ run }) => run).join('\n');
	expect(commands).toContain('npm publish --provenance');
	expect(commands).toContain('test "$GITHUB_REF_NAME" =');
});
