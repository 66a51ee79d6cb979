import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { PeopleOperation, Sent } from '../../../nodes/shared/actions/operation';
import { sendPeople } from '../../../nodes/shared/actions/sendPeople';
import { actionContext, node } from './actionContext';

/** Adds the people of each input item; what is sent is noted. */
function adding(lists: IDataObject[][], send: (people: IDataObject[]) => Sent[]) {
	const sent: IDataObject[][] = [];
	const operation: PeopleOperation = {
		value: 'addMany',
		name: 'Add Many',
		action: 'Add many people',
		description: 'Add them',
		effect: 'writeOnce',
		properties: [],
		callSize: 2,
		done: 'added',
		identity: { field: 'Email', of: ({ to }, { email }) => JSON.stringify([to, email]) },
		read: (_context, itemIndex) => ({
			settings: { to: 'all' },
			people: lists[itemIndex].map((person) => ({ person })),
		}),
		send: async (_context, _settings, people) => {
			sent.push(people);
			return send(people);
		},
	};
	return { operation, sent };
}

let executions = 0;

/** A node with Retry On Fail: each try of it has the same execution. */
function retrying(items: number, continueOnFail = false): IExecuteFunctions {
	const id = `execution ${++executions}`;
	return Object.assign(actionContext({ items, continueOnFail }), {
		getNode: () => ({ ...node, retryOnFail: true }),
		getExecutionId: () => id,
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
	});
}

const unclear = (): NodeOperationError => {
	const error = new NodeOperationError(node, 'The connection broke');
	error.context.isUnclear = true;
	return error;
};

describe('people in bulk', () => {
	it('are refused where one occurs twice in a run, before anybody is sent', async () => {
		const [ada, bo] = [{ email: 'ada@example.com' }, { email: 'bo@example.com' }];
		const { operation, sent } = adding([[ada, bo], [bo]], (people) => people.map((json) => ({ json })));
		const context = actionContext({ items: 2 });
		await expect(
			sendPeople(Object.assign(context, { getExecutionId: () => '' }), operation),
		).rejects.toMatchObject({
			message: 'Email occurs more than once; nobody was added',
			description: expect.stringContaining('Input item 1 has the same Email') as string,
			context: { itemIndex: 1 },
		});
		expect(sent).toEqual([]);
	});

	it('fail again when n8n tries again after an unclear failure, and nobody is sent twice', async () => {
		const people = ['ada', 'bo', 'cleo'].map((name) => ({ email: `${name}@example.com` }));
		let isBroken = false;
		const { operation, sent } = adding([people], (call) => {
			if (isBroken) throw unclear();
			isBroken = true;
			return call.map((json) => ({ json }));
		});
		const context = retrying(1);
		for (let attempt = 1; attempt <= 2; attempt++) {
			await expect(sendPeople(context, operation)).rejects.toMatchObject({
				message: expect.stringContaining('The connection broke') as string,
				description: expect.stringContaining('2 people were added already') as string,
			});
		}
		expect(sent).toEqual([people.slice(0, 2), people.slice(2)]);
	});
});
