import { readFileSync } from 'node:fs';

import { parse } from 'yaml';

import { PINNED } from '../../host/versions';

interface Service {
	image?: string;
	build?: string;
	command?: string;
	environment?: Record<string, string>;
	healthcheck?: { test: string[] };
	depends_on?: Record<string, { condition: string }>;
}

const read = (file: string) => readFileSync(`deploy/${file}`, 'utf8');

const { services, 'x-tuning': tuning } = parse(read('compose.yaml'), { merge: true }) as {
	services: Record<string, Service>;
	'x-tuning': Record<string, string>;
};

const ofN8n = Object.entries(services).filter(([, { build }]) => build !== undefined);

describe('deploy/compose.yaml', () => {
	it('starts main, two webhook processors, two workers, and what they need', () => {
		expect(Object.entries(services).map(([name, { command }]) => [name, command])).toEqual([
			['proxy', undefined],
			['main', undefined],
			['processor-1', 'webhook'],
			['processor-2', 'webhook'],
			['worker-1', 'worker'],
			['worker-2', 'worker'],
			['redis', expect.anything()],
			['postgres', undefined],
		]);
	});

	it('looks after the health of each, and starts none before what it depends on is healthy', () => {
		for (const { healthcheck, depends_on = {} } of Object.values(services)) {
			expect(healthcheck?.test.length).toBeGreaterThan(1);
			for (const [name, { condition }] of Object.entries(depends_on)) {
				expect(services).toHaveProperty(name);
				expect(condition).toBe('service_healthy');
			}
		}
	});

	it('runs every process of n8n on the same image, in which the package is, with the same settings', () => {
		expect(ofN8n).toHaveLength(5);
		const [[, first]] = ofN8n;
		for (const [, { image, build, environment }] of ofN8n) {
			expect({ image, build, environment }).toEqual({
				image: first.image,
				build: '.',
				environment: first.environment,
			});
			expect(environment).toMatchObject(tuning);
			expect(environment?.N8N_ENCRYPTION_KEY).toMatch(/^\$\{N8N_ENCRYPTION_KEY:\?/);
		}
		const { name } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string };
		expect(read('Dockerfile')).toContain(`ARG PACKAGE=${name}\n`);
	});

	it('runs the n8n that the tests run', () => {
		expect(read('Dockerfile')).toContain(`FROM n8nio/n8n:${PINNED}\n`);
		expect(services.main.image).toMatch(new RegExp(`:${PINNED}$`));
	});

	it('holds no secret, and .env.example names each variable and fills in no secret', () => {
		const variables = [...read('compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, variable]) => variable);
		const named = [...read('.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, variable, value]) => ({
			variable,
			value,
		}));
		expect(named.map(({ variable }) => variable).sort()).toEqual([...new Set(variables)].sort());
		const secrets = named.filter(({ variable }) => /KEY|PASSWORD/.test(variable));
		expect(secrets.map(({ value }) => value)).toEqual(['', '', '']);
		for (const { environment = {} } of Object.values(services)) {
			for (const [name, value] of Object.entries(environment)) {
				if (/KEY|PASSWORD/.test(name)) expect(value).toMatch(/^\$\{/);
			}
		}
	});

	it('lets as much through the proxy as n8n takes', () => {
		expect(read('Caddyfile')).toContain(`max_size ${tuning.N8N_PAYLOAD_SIZE_MAX}MiB`);
	});

	it('explains each of the settings that matter', () => {
		const page = read('README.md');
		for (const name of [...Object.keys(tuning), 'N8N_EXPRESSION_ENGINE'])
			expect(page).toContain(`\`${name}\``);
	});
});
