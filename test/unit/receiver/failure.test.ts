import type { IDataObject } from 'n8n-workflow';
import { OperationalError } from 'n8n-workflow';

import { heyMiloReceiver } from '../../../nodes/HeyMilo/receiver';
import { receive } from '../../../nodes/shared/receiver/receive';
import type { VendorReceiver } from '../../../nodes/shared/receiver/vendorReceiver';
import { UNRECOGNIZED } from '../../../nodes/shared/trigger/settings';
import { receiving } from '../triggerContext';

const NAME = 'Zoë Example';

const body = { candidate: { name: NAME }, score: '"Zoe.js:1:1"' };

/** A vendor whose deliveries need no proof. */
const vendor: VendorReceiver = {
	vendor: 'hireflix',
	proof: async () => ({
		verification: 'signature',
		secrets: [],
		matches: () => false,
		confidential: () => [],
	}),
	normalize: () => ({ reason: 'unused' }),
	subscription: () => null,
};

/** The trigger's parameters. */
const GIVEN: Record<string, unknown> = { options: { acceptUnverified: true }, events: [UNRECOGNIZED] };

let nodes = 0;

/** What comes out of a delivery to a node of its own: the answer's status, the items, and every line of the log. */
async function received(
	given: Partial<VendorReceiver>,
	parameters: (name: string) => unknown = () => undefined,
) {
	const node = { id: `node-${++nodes}`, name: 'Hireflix Trigger' };
	const asked = (name: string) => parameters(name) ?? GIVEN[name];
	const { context, response, log } = receiving(JSON.stringify(body), node, asked);
	const { workflowData } = await receive(context, { ...vendor, ...given });
	const items = (workflowData ?? []).flat().map(({ json }): IDataObject => json);
	return { status: response.statusCode, log, items };
}

function thrown(): never {
	const { missing } = body as unknown as { missing: Record<string, Record<string, never>> };
	return missing[NAME].first;
}

/** Everything that a normalizer could throw, with the candidate's name in it. */
const FAILURES: Array<[string, () => unknown, RegExp]> = [
	['a field that is not there', thrown, /TypeError at failure\.test\.ts:\d+:\d+/],
	['a text that is no JSON', () => JSON.parse(NAME), /SyntaxError at failure\.test\.ts:\d+:\d+/],
	[
		'a message with lines that look like a stack',
		() => new RangeError(`of ${NAME}\n    at ${NAME} (Zoe.js:1:1)\n    at Zoe.js:2:2`),
		/RangeError at failure\.test\.ts:\d+:\d+/,
	],
	[
		'an error that is named after the candidate',
		() => Object.assign(new Error(NAME), { name: NAME, code: NAME }),
		/\(Error at failure\.test\.ts:\d+:\d+/,
	],
	[
		'an error without a stack',
		() => Object.assign(new TypeError(NAME), { stack: undefined }),
		/\(TypeError\)/,
	],
	['the name itself', () => NAME, /\(a thrown string\)/],
];

describe('a normalizer that fails', () => {
	it.each(FAILURES)(
		'says with what and where, and nothing of the candidate: %s',
		async (_, failure, expected) => {
			const normalize = () => {
				throw failure();
			};
			const { items, log, status } = await received({ normalize });
			expect(status).toBe(200);
			expect(items).toHaveLength(1);
			const [{ failure_reason: reason, raw }] = items;
			expect(reason).toMatch(expected);
			expect(reason).toMatch(
				/^The body could not be read \(.*\); please report it, without the candidate's data$/,
			);
			expect(raw).toEqual(body);
			expect(log).toEqual([expect.stringMatching(/^Hireflix Trigger: a delivery could not be read: \S/)]);
			for (const text of [String(reason), ...log]) expect(text).not.toMatch(/Zo[eë]|Example|\//);
		},
	);

	it('names three places at most', async () => {
		const deep = (levels: number): never => (levels === 0 ? thrown() : deep(levels - 1));
		const { items } = await received({ normalize: () => deep(20) });
		expect(String(items[0].failure_reason).match(/failure\.test\.ts:/g)).toHaveLength(3);
	});

	it('is also one that cannot tell what its URL was registered for', async () => {
		const { items } = await received({
			normalize: (one, facts, settings, { secret }) =>
				heyMiloReceiver.normalize(one, facts, settings, { context: {} as never, secret }),
		});
		expect(items[0].failure_reason).toMatch(/TypeError at storedRegistrations\.ts/);
	});
});

class CredentialNotFoundError extends OperationalError {}

describe('a credential that cannot be read', () => {
	const refused = async (error: unknown) =>
		await received({
			proof: async () => {
				throw error;
			},
		});

	it.each([
		[
			'of n8n with its message',
			new CredentialNotFoundError('Credential with ID "7" does not exist for type "hireflixApi".\nmore'),
			'CredentialNotFoundError: Credential with ID "7" does not exist for type "hireflixApi".',
		],
		[
			'of JavaScript without',
			new SyntaxError('"whs_secret" is not valid JSON'),
			'SyntaxError at failure.test.ts',
		],
		[
			'of Node.js with its code',
			Object.assign(new Error('connect ECONNREFUSED 10.0.0.5:5432'), { code: 'ECONNREFUSED' }),
			'Error ECONNREFUSED at failure.test.ts',
		],
	])('is answered 503 and logged with its error: one %s', async (_, error, expected) => {
		const { log, status, items } = await refused(error);
		expect([status, items]).toEqual([503, []]);
		expect(log).toHaveLength(1);
		expect(log[0]).toContain(`Hireflix Trigger: the credential could not be read: ${expected}`);
		expect(log[0]).not.toMatch(/whs_secret|10\.0\.0\.5|more/);
	});

	it('is distinguished from a parameter, whose expression may repeat anything', async () => {
		const { log, status } = await received({}, () => {
			throw new OperationalError(`There is no ${NAME}`);
		});
		expect(status).toBe(503);
		expect(log).toEqual([
			expect.stringMatching(/^Hireflix Trigger: a parameter could not be read: OperationalError at /),
		]);
	});
});
