import type { INodeParameters, NodeError } from 'n8n-workflow';

import { startSimulators, type Simulators } from '../../demo/vendors';
import { SPLIT_PACKAGES } from '../../scripts/splitPackages';
import type { Vendor } from '../../simulators/shared/simulator';
import { TRIED_OPERATIONS, type TriedOperation } from '../e2e/operations';
import { ODD_ANSWERS, OddServer, type OddName } from './oddServer';
import { runAction, type ActionSetup } from './runAction';

const NODES = Object.fromEntries(
	SPLIT_PACKAGES.map(({ page, className }) => [page, { node: className, credential: `${className}Api` }]),
) as Record<Vendor, Pick<ActionSetup, 'node' | 'credential'>>;

const NAMES = Object.keys(ODD_ANSWERS) as OddName[];

/** What may come besides an error, by operation, or by one of its calls: an empty list where the vendor documents one at that place, or no body. */
const ACCEPTED: Record<string, OddName[]> = {
	// Documented so; that JobMojito is there is known from the call before.
	'jobmojito result requestAnotherAttempt, call 2': ['an empty object'],
	// It documents no answer: a list may be there.
	'interviewflowai report getAll': ['an empty list'],
	'interviewflowai candidate getAll': ['an empty list'],
};

/** Lists that come on one page. */
const ONE_PAGE = ['hireflix position getAll', 'jobmojito account getManyLanguages'];

const FILE = {
	data: Buffer.from('Ada Example').toString('base64'),
	mimeType: 'text/plain',
	fileName: 'resume.txt',
};

jest.setTimeout(60_000);

describe.each(Object.keys(NODES) as Vendor[])('%s, when something else answers at its Base URL', (vendor) => {
	let simulators: Simulators;
	let server: OddServer;
	let baseUrl: string;

	beforeAll(async () => {
		simulators = await startSimulators();
		server = new OddServer((simulators[vendor].credentials as { baseUrl: string }).baseUrl);
		baseUrl = await server.start();
	});

	afterAll(async () => {
		await server.stop();
		await Promise.all(
			Object.values(simulators).map(async (one: { stop(): Promise<void> }) => await one.stop()),
		);
	});

	/** Runs an operation with good input; the server passes on this many calls. */
	async function attempt(
		{ resource, operation, good, needsFile }: TriedOperation,
		passes: number,
		changes: object = {},
	) {
		server.passes = Infinity;
		const parameters = {
			resource,
			operation,
			...(await good(simulators)),
			...(needsFile && { binaryField: FILE }),
			...changes,
		} as INodeParameters;
		server.passes = passes;
		server.calls = [];
		return await runAction({
			...NODES[vendor],
			credentialData: { ...simulators[vendor].credentials, baseUrl },
			parameters,
		}).then(
			(items) => ({ items, error: null }),
			(error: NodeError) => ({ items: [], error }),
		);
	}

	const tries = TRIED_OPERATIONS[vendor] ?? [];

	it.each(tries.map((one) => [`${one.resource} ${one.operation}`, one] as const))('%s', async (name, one) => {
		server.hasMorePages = false;
		const { items, error } = await attempt(one, Infinity);
		expect(error).toBeNull();
		expect(items.length).toBeGreaterThan(0);
		const calls = server.calls.length;
		for (let call = 0; call < calls; call++) {
			for (const odd of NAMES) {
				server.odd = ODD_ANSWERS[odd];
				const result = await attempt(one, call);
				const came = `${name}, call ${call + 1} of ${calls}, ${odd}: ${result.error?.message} (${server.calls[call]?.method} ${server.calls[call]?.path})`;
				const key = `${vendor} ${name}`;
				const accepted = [...(ACCEPTED[key] ?? []), ...(ACCEPTED[`${key}, call ${call + 1}`] ?? [])];
				if (accepted.includes(odd)) expect(came).toContain('undefined');
				else expect(came).toMatch(/This is not the \w+ API: check the Base URL|has no interview with/);
			}
		}
	});

	it.each(
		tries
			.filter(({ operation }) => /^getAll$|^getMany/.test(operation))
			.map((one) => [`${one.resource} ${one.operation}`, one] as const),
	)('%s, from its second page on', async (name, one) => {
		server.hasMorePages = true;
		for (const odd of NAMES) {
			server.odd = ODD_ANSWERS[odd];
			const { error } = await attempt(one, 1, { returnAll: true, filters: {} });
			const key = `${vendor} ${name}`;
			if (ACCEPTED[key]?.includes(odd)) continue;
			expect([key, server.calls.length > 1]).toEqual([key, !ONE_PAGE.includes(key)]);
			if (ONE_PAGE.includes(key)) return;
			expect(`${name}, ${odd}: ${error?.message}`).toMatch(/This is not the \w+ API: check the Base URL/);
		}
	});
});
