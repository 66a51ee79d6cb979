import { spawnSync } from 'node:child_process';

jest.setTimeout(600_000);

it('measures a real n8n from the first delivery to the last figure', () => {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', 'bench/n8n.ts', '--quick'],
		{ encoding: 'utf8' },
	);
	expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
	for (const name of ['deliveries', 'reports', 'acknowledgment']) {
		expect(stdout).toContain(`\n${name}, legacy engine\n`);
	}
	for (const name of ['download', 'targets in n8n']) expect(stdout).toContain(`\n${name}\n`);
});
