import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { VENDORS } from '../../demo/vendors';
import type { NodeType } from '../../host/editor';
import { openRest, type Rest } from '../../host/rest';
import { copyRepository } from '../copyOfRepository';

jest.setTimeout(120_000);

describe('npm run dev', () => {
	const folder = mkdtempSync(join(tmpdir(), 'dev-'));
	const source = join(folder, 'nodes/Hireflix/HireflixTrigger.node.ts');
	let child: ChildProcess;
	let output = '';
	let rest: Rest;

	const until = async <T>(what: string, look: () => T | Promise<T>): Promise<NonNullable<T>> => {
		for (const deadline = Date.now() + 100_000; Date.now() < deadline;) {
			const found = await look();
			if (found) return found;
			await new Promise((resume) => setTimeout(resume, 1_000));
		}
		throw new Error(`${what} did not come. npm run dev wrote:\n${output}`);
	};

	const displayName = async () => {
		// n8n writes the file anew on each reload, and may be in the middle of it.
		const types = await rest
			.request<NodeType[] | undefined>('GET', '/types/nodes.json')
			.catch(() => undefined);
		return types?.find(({ name }) => name === 'n8n-nodes-ai-interviews.hireflixTrigger')?.displayName;
	};

	const change = (from: string, to: string) =>
		writeFileSync(source, readFileSync(source, 'utf8').replace(from, to));

	beforeAll(async () => {
		copyRepository(folder);
		child = spawn(process.execPath, ['--import', 'tsx', 'demo/dev.ts'], { cwd: folder });
		child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
		child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
		const [, baseUrl, email, password] = await until('The login', () =>
			/open at (\S+)\s+Email\s+(\S+)\s+Password\s+(\S+)/.exec(output),
		);
		rest = openRest(baseUrl);
		await rest.signIn({ email, password });
	}, 600_000);

	afterAll(async () => {
		child.kill('SIGINT');
		if (child.exitCode === null) await once(child, 'exit');
		rmSync(folder, { recursive: true, force: true });
	});

	it('has the vendors connected', () => {
		expect(output.match(/workflow active/g)).toHaveLength(VENDORS.length);
	});

	it('brings a change of a node into the running n8n', async () => {
		await expect(displayName()).resolves.toBe('Hireflix Trigger');
		change("displayName: 'Hireflix Trigger'", "displayName: 'Hireflix Changed Trigger'");
		let looks = 0;
		await until('The new name', async () => {
			// n8n may begin to watch after it says that it is ready: a user saves again then.
			if (++looks % 20 === 0) writeFileSync(source, readFileSync(source, 'utf8'));
			return (await displayName()) === 'Hireflix Changed Trigger';
		});
	});

	it('prints a mistake and goes on with the next change', async () => {
		change("displayName: 'Hireflix Changed Trigger'", "displayName: 'Hireflix Changed Trigger");
		await until('The error', () => output.includes('Unterminated string'));
		change("displayName: 'Hireflix Changed Trigger", "displayName: 'Hireflix Trigger'");
		await until('The old name', async () => (await displayName()) === 'Hireflix Trigger');
	});

	it('prints a type error without holding back the build', async () => {
		change("displayName: 'Hireflix Trigger'", "displayName: 'Typed Trigger', noSuchField: 1");
		await until('The build', async () => (await displayName()) === 'Typed Trigger');
		await until('The type error', () => /HireflixTrigger\.node\.ts.*error TS/.test(output));
	});
});
