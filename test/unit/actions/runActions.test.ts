import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../nodes/shared/actions/operation';
import { runActions } from '../../../nodes/shared/actions/runActions';
import { actionContext, node } from './actionContext';

const parameters = { resource: 'report', operation: 'get' };

async function run(
	operate: Operation['run'],
	{ items = 1, isReadOnly = true, continueOnFail = false, chosen = parameters } = {},
) {
	const operation: Operation = {
		value: 'get',
		name: 'Get',
		action: 'Get a report',
		description: 'Get it',
		isReadOnly,
		properties: [],
		run: operate,
	};
	const context = actionContext({ parameters: chosen, items, continueOnFail });
	return await runActions(context, [{ value: 'report', name: 'Report', operations: [operation] }]);
}

const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

/** An operation that takes the longer the earlier its item is, and notes how many run at once. */
function counted(items: number) {
	const seen = { running: 0, most: 0, started: [] as number[] };
	const operate: Operation['run'] = async (_context, itemIndex) => {
		seen.started.push(itemIndex);
		seen.most = Math.max(seen.most, ++seen.running);
		await pause((items - itemIndex) * 2);
		seen.running--;
		return [{ json: { itemIndex } }];
	};
	return { seen, operate };
}

describe('an action', () => {
	it('gives the items in the order of the input, each linked to its own', async () => {
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

	it('gives nothing for no input', async () => {
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
		await run(operate, { items: 6, isReadOnly: false });
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
			{ items: 4, isReadOnly: false },
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

	it('goes on when it is told to, with the message in the place of the item', async () => {
		const [output] = await run(
			async (_context, itemIndex) => {
				if (itemIndex !== 1) return [{ json: { itemIndex } }];
				throw refusal();
			},
			{ items: 3, continueOnFail: true },
		);
		expect(output).toEqual([
			{ json: { itemIndex: 0 }, pairedItem: { item: 0 } },
			{ json: { error: 'The vendor says: no', details: 'Click' }, pairedItem: { item: 1 } },
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
