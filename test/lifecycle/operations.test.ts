import type { INodeExecutionData, NodeError } from 'n8n-workflow';

import { type Simulators, startSimulators, stopSimulators } from '../../demo/vendors';
import type { Operation } from '../../nodes/shared/actions/operation';
import { VENDORS } from '../../nodes/shared/event/schema';
import type { Vendor } from '../../simulators/shared/simulator';
import { namedOperations, ODD_BODIES, type TriedOperation } from '../operations';
import { RESUME } from '../operations/tries';
import { VENDOR_MODULES } from '../vendorModules';
import { ACTION_NODES } from './actions';
import { BareServer, json, LOST, ODD_ANSWERS, type BareAnswer } from './bareServer';
import { runAction, type ActionSetup } from './runAction';

/** What may come besides an error, by operation, or by one of its calls: an empty list where the vendor documents one at that place, or no body. */
const ACCEPTED: Record<string, string[]> = {
	// Documented so; that JobMojito is there is known from the call before.
	'jobmojito result requestAnotherAttempt, call 2': ['an empty object'],
	// It documents no answer: a list may be there.
	'interviewflowai report getAll': ['an empty list'],
	'interviewflowai candidate getAll': ['an empty list'],
};

/** Lists that come on one page. */
const ONE_PAGE = [
	'hireflix position getAll',
	'jobmojito account getManyLanguages',
	'ribbon team getAll',
	'ribbon team getManyMembers',
];

/** How many times a repeatable call is sent at most. */
const ATTEMPTS = 4;

jest.setTimeout(60_000);

/** The operations of a vendor's node, each with its name as in the table. */
const offered = (vendor: Vendor): Array<[string, Operation]> =>
	VENDOR_MODULES[vendor].resources.flatMap(({ value, operations }) =>
		operations.map((operation): [string, Operation] => [`${value} ${operation.value}`, operation]),
	);

/** How an answer says no under status 200. */
const REFUSALS = [
	{ success: false, message: 'No credits' },
	{ errors: [{ message: 'No credits' }], data: null },
	{ error: 'No credits' },
];

describe.each(VENDORS)('%s', (vendor) => {
	const tries = namedOperations(vendor);
	const operations = Object.fromEntries(offered(vendor));
	const { displayName } = VENDOR_MODULES[vendor].action.description;
	const notTheApi = RegExp(`^This is not the ${displayName} API: check the Base URL in the credential`);
	const own = ODD_BODIES[vendor] ?? {};
	const oddAnswers: Record<string, BareAnswer> = {
		...ODD_ANSWERS,
		...Object.fromEntries(Object.entries(own).map(([odd, { body }]) => [odd, json(body)])),
	};
	let simulators: Simulators;
	let server: BareServer;
	let baseUrl: string;

	beforeAll(async () => {
		simulators = await startSimulators();
		server = new BareServer((simulators[vendor].credentials as { baseUrl: string }).baseUrl);
		baseUrl = await server.start();
	});

	beforeEach(() => {
		server.hasMorePages = false;
	});

	afterAll(async () => {
		await server.stop();
		await stopSimulators(simulators);
	});

	/** Runs an operation; the server passes on this many calls. */
	async function run(
		{ resource, operation, needsFile }: TriedOperation,
		parameters: object,
		passes = Infinity,
		changes: Partial<ActionSetup> = {},
	) {
		server.passes = passes;
		server.calls = [];
		return await runAction({
			...ACTION_NODES[vendor],
			credentialData: { ...simulators[vendor].credentials, baseUrl },
			parameters: { resource, operation, ...parameters },
			...(needsFile && { file: RESUME }),
			...changes,
		}).then(
			(items) => ({ items, error: null }),
			(error: NodeError) => ({ items: [] as INodeExecutionData[], error }),
		);
	}

	it('has an entry in the table for every operation', () => {
		expect(tries.map(([name]) => name).sort()).toEqual(Object.keys(operations).sort());
	});

	it.each(tries)('refuses %s, says why, and makes it an item where the node continues', async (_, one) => {
		const wrong = { apiKey: 'wrong', accessToken: 'wrong' };
		const credentialData = { ...simulators[vendor].credentials, baseUrl, ...(!one.refused && wrong) };
		const changes = { credentialData, file: undefined };
		const parameters = one.refused ?? (await one.good(simulators));
		const { error } = await run(one, parameters, Infinity, changes);
		expect(`${error?.message} ${error?.description}`).toMatch(one.message);
		const { items } = await run(one, parameters, Infinity, { ...changes, continueOnFail: true });
		// What is so for all of the items is not said of the one.
		const message = error?.message.replace(/; nobody was \w+$/, '');
		expect(items).toEqual([
			{
				json: { error: message, message: `${message?.replace(/\.$/, '')}. ${error?.description}` },
				pairedItem: { item: 0 },
			},
		]);
	});

	it.each(tries)('runs %s, and believes nothing else that answers at its Base URL', async (name, one) => {
		let parameters = await one.good(simulators);
		const isRead = 'run' in operations[name];
		const { items, error } = await run(one, parameters);
		expect(error).toBeNull();
		expect(items[0].json).toMatchObject(one.item ?? {});
		const calls = server.calls.length;
		for (let call = 0; call < calls; call++) {
			for (const [odd, answer] of Object.entries(oddAnswers)) {
				const { message = notTheApi, answers = [] } = own[odd] ?? {};
				if (answers.includes(name)) continue;
				if (!isRead) parameters = await one.good(simulators);
				server.answers = [answer];
				const result = await run(one, parameters, call);
				const said = result.error?.message;
				const { method, path } = server.calls[call];
				const came = `${name}, call ${call + 1} of ${calls}, ${odd}: ${said} (${method} ${path})`;
				const key = `${vendor} ${name}`;
				const accepted = [...(ACCEPTED[key] ?? []), ...(ACCEPTED[`${key}, call ${call + 1}`] ?? [])];
				if (accepted.includes(odd)) {
					expect(came).toContain('undefined');
					continue;
				}
				expect([came, said]).toEqual([came, expect.stringMatching(message)]);
				if (message === notTheApi) {
					expect(result.error?.description).toContain(`The Base URL is ${baseUrl}.`);
				}
				// Nobody knows what such a server has done, so it is not asked again.
				expect([came, server.calls.length]).toEqual([came, call + 1]);
				// What a redirect refuses was not done, whatever it was.
				const isUnclear = one.isSentOnce === true && call === calls - 1 && odd !== 'a redirect';
				expect([came, came.includes('not certain')]).toEqual([came, isUnclear]);
			}
			for (const refusal of REFUSALS) {
				if (!isRead) parameters = await one.good(simulators);
				server.answers = [json(refusal)];
				const result = await run(one, parameters, call);
				expect(`${name}, call ${call + 1} of ${calls}: ${result.error?.message}`).toMatch(
					/\w+ says: No credits/,
				);
			}
		}
	});

	it.each(tries)(
		'sends %s again after an error of the server, but once where it must not be repeated',
		async (_, one) => {
			await run(one, await one.good(simulators));
			const before = server.calls.length - 1;
			server.answers = [{ ...json({ message: 'Down' }), status: 500 }];
			const { error } = await run(one, await one.good(simulators), before);
			expect(error?.message).toContain('says: Down');
			expect(error?.message.includes('it is not certain whether')).toBe(one.isSentOnce === true);
			expect(server.calls).toHaveLength(before + (one.isSentOnce ? 1 : ATTEMPTS));
		},
	);

	const lists = tries.filter(([, { operation }]) =>
		/^get(All|Many.*|CreditsUsed|Analytics)$/.test(operation),
	);

	it.each(lists)('believes nothing else on a later page of %s', async (name, one) => {
		server.hasMorePages = true;
		const key = `${vendor} ${name}`;
		const parameters = { ...(await one.good(simulators)), returnAll: true, filters: {} };
		for (const [odd, answer] of Object.entries(oddAnswers)) {
			if (ACCEPTED[key]?.includes(odd)) continue;
			server.answers = [answer];
			const { error } = await run(one, parameters, 1);
			expect([key, server.calls.length]).toEqual([key, ONE_PAGE.includes(key) ? 1 : 2]);
			if (ONE_PAGE.includes(key)) return;
			const { message = notTheApi } = own[odd] ?? {};
			expect([odd, error?.message]).toEqual([odd, expect.stringMatching(message)]);
		}
	});

	const writes = tries.filter(([name]) => !('run' in operations[name]));

	it.each(writes)('checks every item before %s sends the first', async (_, one) => {
		const good = await one.good(simulators);
		const empty: string[] = [];
		for (const name of Object.keys(good)) {
			const parameters = { ...good, [name]: emptyFromSecond(good[name]) };
			const { error } = await run(one, parameters, Infinity, { input: [{}, {}] });
			if (!/ is empty| do not say/.test(error?.message ?? '')) continue;
			empty.push(name);
			expect([name, server.calls]).toEqual([name, []]);
			expect(error?.context.itemIndex).toBe(1);
		}
		expect(empty).not.toEqual([]);
	});

	const sentOnce = tries.filter(([, { isSentOnce }]) => isSentOnce);

	it.each(sentOnce)('does not send %s twice, not even when n8n runs the node again', async (name, one) => {
		await run(one, await one.good(simulators));
		// The first one may have begun a list that is looked at, and that needs a page more from then on.
		await run(one, await one.good(simulators));
		const { length } = server.calls;
		const parameters = await one.good(simulators);
		server.answers = [LOST];
		for (const calls of [length, 0]) {
			const { error } = await run(one, parameters, length - 1, { retriedExecution: `${vendor} ${name}` });
			expect(`${error?.message} ${error?.description}`).toMatch(
				/could not be reached; it is not certain whether .* did it all the same.*before you run this node again/,
			);
			expect(server.calls).toHaveLength(calls);
		}
	});
});

/** The same parameter as an expression, of which nothing is left for the second item. */
function emptyFromSecond(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(emptyFromSecond);
	if (typeof value !== 'object' || value === null) {
		return `={{ $itemIndex === 0 ? ${JSON.stringify(value)} : "" }}`;
	}
	if ('__rl' in value)
		return { ...value, value: emptyFromSecond((value as unknown as { value: unknown }).value) };
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, emptyFromSecond(inner)]));
}
