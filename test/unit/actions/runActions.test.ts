import type { IDataObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Operation, ReadingOperation } from '../../../nodes/shared/actions/operation';
import { runActions } from '../../../nodes/shared/actions/runActions';
import { actionContext, Expression, node } from './actionContext';

const parameters = { resource: 'report', operation: 'get' };

const SHOWN = { value: 'get', name: 'Get', action: 'Get a report', description: 'Get it', properties: [] };

type Operate = ReadingOperation['run'];

interface Setting {
	items?: number;
	/** As a writing operation, all of whose work is done after it was prepared. */
	isWriting?: boolean;
	continueOnFail?: boolean;
	chosen?: Record<string, unknown>;
	retryOnFail?: boolean;
	executionId?: string;
	runIndex?: number;
	isTool?: boolean;
	input?: IDataObject;
	/** What is checked before anything is sent. */
	check?: (itemIndex: number) => void;
}

async function run(operate: Operate, setting: Setting = {}) {
	const { isWriting = false, chosen = parameters, check, ...given } = setting;
	const operation: Operation = isWriting
		? {
				...SHOWN,
				prepare: (context, itemIndex) => {
					check?.(itemIndex);
					return async () => await operate(context, itemIndex);
				},
			}
		: { ...SHOWN, run: operate };
	const context = actionContext({ ...given, parameters: chosen });
	return await runActions(context, [{ value: 'report', name: 'Report', operations: [operation] }]);
}

const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

/** An operation that takes the longer the earlier its item is, and notes how many run at once. */
function counted(items: number) {
	const seen = { running: 0, most: 0, started: [] as number[] };
	const operate: Operate = async (_context, itemIndex) => {
		seen.started.push(itemIndex);
		seen.most = Math.max(seen.most, ++seen.running);
		await pause((items - itemIndex) * 2);
		seen.running--;
		return [{ json: { itemIndex } }];
	};
	return { seen, operate };
}

describe('an action', () => {
	it('returns the items in the order of the input, each linked to its own', async () => {
		const [output] = await run(
			async (_context, itemIndex) => {
				await pause((3 - itemIndex) * 5);
				return ['a', 'b'].slice(0, itemIndex).map((part) => ({ json: { itemIndex, part } }));
			},
			{ items: 3 },
		);
		expect(output).toEqual([
			{ json: { itemIndex: 1, part: 'a' }, pairedItem: { item: 1 } },
			{ json: { itemIndex: 2, part: 'a' }, pairedItem: { item: 2 } },
			{ json: { itemIndex: 2, part: 'b' }, pairedItem: { item: 2 } },
		]);
	});

	it('keeps binary data', async () => {
		const binary = { report: { data: '', mimeType: 'application/pdf' } };
		const [[item]] = await run(async () => [{ json: {}, binary }]);
		expect(item).toEqual({ json: {}, binary, pairedItem: { item: 0 } });
	});

	it('returns nothing for no input', async () => {
		await expect(run(async () => [{ json: {} }], { items: 0 })).resolves.toEqual([[]]);
	});

	it('reads five at once, never more', async () => {
		const { seen, operate } = counted(12);
		const [output] = await run(operate, { items: 12 });
		expect(seen.most).toBe(5);
		expect(output.map(({ json }) => json.itemIndex)).toEqual([...Array(12).keys()]);
	});

	it('writes one after the other, in order', async () => {
		const { seen, operate } = counted(6);
		await run(operate, { items: 6, isWriting: true });
		expect(seen).toMatchObject({ most: 1, started: [0, 1, 2, 3, 4, 5] });
	});

	it('writes nothing more after a failure', async () => {
		const started: number[] = [];
		const failing = run(
			async (_context, itemIndex) => {
				started.push(itemIndex);
				if (itemIndex === 1) throw new NodeOperationError(node, 'No');
				return [];
			},
			{ items: 4, isWriting: true },
		);
		await expect(failing).rejects.toThrow('No');
		expect(started).toEqual([0, 1]);
	});

	const refusal = () =>
		new NodeApiError(node, {}, { message: 'The vendor says: no', description: 'Click', httpCode: '400' });

	it('fails with message, advice and the index of the item', async () => {
		const failing = run(
			async (_context, itemIndex) => {
				if (itemIndex === 2) throw refusal();
				return [];
			},
			{ items: 3 },
		);
		await expect(failing).rejects.toMatchObject({
			message: 'The vendor says: no',
			description: 'Click',
			context: { itemIndex: 2 },
		});
	});

	it('goes on with On Error: Continue, with the message in the place of the item', async () => {
		const [output] = await run(
			async (_context, itemIndex) => {
				if (itemIndex !== 1) return [{ json: { itemIndex } }];
				throw refusal();
			},
			{ items: 3, continueOnFail: true },
		);
		expect(output).toEqual([
			{ json: { itemIndex: 0 }, pairedItem: { item: 0 } },
			{
				json: { error: 'The vendor says: no', message: 'The vendor says: no. Click' },
				pairedItem: { item: 1 },
			},
			{ json: { itemIndex: 2 }, pairedItem: { item: 2 } },
		]);
	});

	it.each([[{ resource: 'report', operation: 'burn' }], [{ resource: 'nobody', operation: 'get' }]])(
		'says what to do when there is none such as %j',
		async (chosen) => {
			await expect(run(async () => [], { chosen, items: 1 })).rejects.toMatchObject({
				message: `There is no operation "${chosen.operation}" for "${chosen.resource}"`,
				description: 'Select the Resource and the Operation again.',
			});
		},
	);
});

describe('a write', () => {
	const fault = (itemIndex: number) => (index: number) => {
		if (index === itemIndex)
			throw new NodeOperationError(node, 'Name is empty', { description: 'Fill in Name' });
	};

	it('sends nothing while the last item is wrong', async () => {
		const sent: number[] = [];
		const running = run(async (_, index) => [{ json: { sent: sent.push(index) } }], {
			isWriting: true,
			items: 4,
			check: fault(3),
		});
		await expect(running).rejects.toMatchObject({ message: 'Name is empty', context: { itemIndex: 3 } });
		expect(sent).toEqual([]);
	});

	it('sends the others where the node continues on errors', async () => {
		const setting = { isWriting: true, items: 3, check: fault(1), continueOnFail: true } as const;
		const [output] = await run(async (_, index) => [{ json: { sent: index } }], setting);
		expect(output.map(({ json }) => json)).toEqual([
			{ sent: 0 },
			{ error: 'Name is empty', message: 'Name is empty. Fill in Name' },
			{ sent: 2 },
		]);
	});
});

describe('a node that n8n runs again (Retry On Fail)', () => {
	let execution = 0;

	/** Three items, of which the second one fails with this at first. */
	async function twice(failure: Error, setting: Setting = {}) {
		const sent: number[] = [];
		const failures = [failure];
		const operate: Operate = async (_, index) => {
			sent.push(index);
			if (index === 1 && failures.length > 0) throw failures.pop()!;
			return [{ json: { index } }];
		};
		const given: Setting = {
			isWriting: true,
			items: 3,
			retryOnFail: true,
			executionId: String(++execution),
			...setting,
		};
		const first = await run(operate, given).catch((error: Error) => error);
		const second = await run(operate, given).catch((error: Error) => error);
		return { sent, first, second, operate, given };
	}

	const refusal = () => new NodeApiError(node, {}, { message: 'No', httpCode: '422' });

	function unclear(): NodeApiError {
		const error = new NodeApiError(node, {}, { message: 'It is not certain' });
		error.context.isUnclear = true;
		return error;
	}

	it('does not send again what has succeeded, and returns its result', async () => {
		const { sent, second } = await twice(refusal());
		expect(sent).toEqual([0, 1, 1, 2]);
		expect(second).toEqual([[0, 1, 2].map((index) => ({ json: { index }, pairedItem: { item: index } }))]);
	});

	it('does not send again what may have succeeded', async () => {
		const { sent, second } = await twice(unclear());
		expect(sent).toEqual([0, 1]);
		expect(second).toMatchObject({ message: 'It is not certain' });
	});

	it('knows this too where errors are items, which make n8n run the node again as well', async () => {
		const { sent, second } = await twice(unclear(), { continueOnFail: true });
		expect(sent).toEqual([0, 1, 2]);
		expect(second).toMatchObject([[{ json: { index: 0 } }, { json: { error: 'It is not certain' } }, {}]]);
	});

	it.each<[string, Setting]>([
		['another execution', { executionId: 'another' }],
		['another run of the node, in a loop', { runIndex: 1 }],
	])('sends in %s', async (_, change) => {
		const { sent, operate, given } = await twice(refusal());
		await run(operate, { ...given, ...change });
		expect(sent.slice(4)).toEqual([0, 1, 2]);
	});

	/** A tool of an AI agent, whose calls may all have had their effect, and what it sent. */
	function tool(executionId: string) {
		const sent: unknown[] = [];
		const operate: Operate = async (context) => {
			sent.push(context.getNodeParameter('name', 0));
			throw unclear();
		};
		const call = async (name: unknown, setting: Setting = {}) => {
			const given = { isWriting: true, isTool: true, retryOnFail: true, executionId } as const;
			await run(operate, { ...given, chosen: { ...parameters, name }, ...setting }).catch(() => {});
		};
		return { sent, call };
	}

	it('knows a tool of an AI agent, of which each try is another run, by what it is called with', async () => {
		const { sent, call } = tool('of an agent');
		for (const runIndex of [0, 1, 2]) await call('Ada', { runIndex });
		await call('Bo');
		expect(sent).toEqual(['Ada', 'Bo']);
	});

	it('does again for an agent what it asks for again after a success', async () => {
		const { sent, operate, given } = await twice(refusal(), { isTool: true, items: 1 });
		await run(operate, given);
		expect(sent).toEqual([0, 0, 0]);
	});

	it.each([
		['the description of an argument speaks of a date', "={{ $fromAI('name', 'Whose Start Date is next') }}"],
		['the time stands beside what the agent gave', '={{ [$fromAI("name"), $now] }}'],
	])('knows the calls of an agent apart where %s', async (name, written) => {
		const { sent, call } = tool(name);
		for (const person of ['Ada', 'Bo', 'Ada']) {
			await call(new Expression(person, written), { input: { name: person, toolCallId: sent.length } });
		}
		expect(sent).toEqual(['Ada', 'Bo']);
	});

	it('sends no third time for two equal calls at once, of which one was unclear', async () => {
		let calls = 0;
		const operate: Operate = async () => {
			if (++calls > 1) return [];
			throw unclear();
		};
		const given = { isWriting: true, isTool: true, retryOnFail: true, executionId: 'at once' } as const;
		const call = async () => await run(operate, given).catch(() => {});
		await Promise.all([call(), call()]);
		await call();
		expect(calls).toBe(2);
	});

	it.each([
		['returns another value at each try', '={{ $now.toMillis() }}'],
		['has a quotation mark in a pattern before the time', `={{ "a".replace(/'/g, "") + $now + "it's" }}`],
		['takes one of several at each try', '={{ [0, 1].randomItem() }}'],
	])('sends a tool once, too, where an expression %s', async (name, written) => {
		const { sent, call } = tool(name);
		for (const turn of [0, 1]) await call(new Expression(turn, written));
		expect(sent).toHaveLength(1);
	});

	it('sends a tool once, too, where the execution has no ID, behind an MCP Server Trigger', async () => {
		const { sent, call } = tool('none');
		for (let turn = 0; turn < 2; turn++) await call('Ada', { executionId: undefined });
		expect(sent).toHaveLength(1);
	});

	it('keeps nothing without Retry On Fail', async () => {
		const { sent, operate, given } = await twice(refusal(), { retryOnFail: false });
		await run(operate, { ...given, retryOnFail: true });
		expect(sent).toEqual([0, 1, 0, 1, 2, 0, 1, 2]);
	});

	it('reads again', async () => {
		const { sent } = await twice(refusal(), { isWriting: false });
		expect(sent).toEqual([0, 1, 2, 0, 1, 2]);
	});

	it('forgets within minutes', async () => {
		jest.useFakeTimers({ now: Date.now() });
		try {
			const { sent, operate, given } = await twice(refusal());
			jest.setSystemTime(Date.now() + 9 * 60_000);
			await run(operate, given);
			expect(sent).toEqual([0, 1, 1, 2]);
			jest.setSystemTime(Date.now() + 2 * 60_000);
			await run(operate, given);
			expect(sent.slice(4)).toEqual([0, 1, 2]);
		} finally {
			jest.useRealTimers();
		}
	});
});
