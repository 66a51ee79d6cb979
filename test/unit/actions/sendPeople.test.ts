import type { IDataObject, INodeExecutionData, NodeError } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { PeopleOperation, Sent, Share } from '../../../nodes/shared/actions/operation';
import { requiredText } from '../../../nodes/shared/actions/reading';
import { sendPeople } from '../../../nodes/shared/actions/sendPeople';
import { actionContext, node } from './actionContext';

interface Call {
	settings: IDataObject;
	people: IDataObject[];
}

/** An operation that adds the person in `email` or the list in `list`, and notes its calls. */
function adding(answer: (call: Call) => Sent[] = accepting) {
	const calls: Call[] = [];
	const operation: PeopleOperation = {
		value: 'addMany',
		name: 'Add Many',
		action: 'Add many',
		description: 'Add many',
		properties: [],
		callSize: 3,
		done: 'added',
		read: (context, itemIndex): Share => {
			const settings = { job: requiredText(context, itemIndex, 'job', 'Job') };
			const list = context.getNodeParameter('list', itemIndex, null) as string[] | null;
			if (list === null)
				return {
					settings,
					people: [{ person: { email: requiredText(context, itemIndex, 'email', 'Email') } }],
				};
			return {
				settings,
				people: list.map((email) => (email === '' ? { fault: fault() } : { person: { email } })),
			};
		},
		send: async (_context, settings, people) => {
			calls.push({ settings, people });
			return answer(calls[calls.length - 1]);
		},
	};
	return { operation, calls };
}

const fault = () => new NodeOperationError(node, 'Entry 2 of the list has no email');

const accepting = ({ people }: Call): Sent[] => people.map(({ email }) => ({ json: { added: email } }));

const person = (email: string, job = 'j1') => ({ job, email });

type Setting = Omit<Parameters<typeof actionContext>[0], 'items'>;

const send = async (operation: PeopleOperation, parameters: IDataObject[], setting: Setting = {}) =>
	await sendPeople(actionContext({ ...setting, parameters, items: parameters.length }), operation);

const jsons = (items: INodeExecutionData[]) => items.map(({ json }) => json);
const emails = (calls: Call[]) => calls.map(({ people }) => people.map(({ email }) => email));

async function stopped(sending: Promise<unknown>): Promise<string> {
	const error = await sending.then(
		() => null,
		(thrown: NodeError) => thrown,
	);
	return `${error?.message} | ${error?.description}`;
}

describe('people of several items', () => {
	it('go into as few calls as their settings and the size of a call allow, each result to its item', async () => {
		const { operation, calls } = adding();
		const items = ['a', 'b', 'c', 'd'].map((email) => person(email));
		const output = await send(operation, [items[0], person('x', 'j2'), ...items.slice(1)]);
		expect(emails(calls)).toEqual([['a', 'b', 'c'], ['d'], ['x']]);
		expect(calls.map(({ settings }) => settings.job)).toEqual(['j1', 'j1', 'j2']);
		expect(output).toEqual(
			['a', 'x', 'b', 'c', 'd'].map((added, item) => ({ json: { added }, pairedItem: { item } })),
		);
	});

	it('are all checked before the first is sent', async () => {
		const { operation, calls } = adding();
		const text = await stopped(send(operation, [person('a'), person('b', 'j2'), person('')]));
		expect(text).toMatch(/^Email is empty; nobody was added \| Fill in Email/);
		expect(calls).toEqual([]);
	});

	it('are sent without the bad ones where the node continues on errors', async () => {
		const { operation, calls } = adding();
		const list = { job: 'j1', list: ['c', '', 'd'] };
		const output = await send(operation, [person('a'), person(''), list], { continueOnFail: true });
		expect(emails(calls)).toEqual([['a', 'c', 'd']]);
		expect(jsons(output)).toEqual([
			{ added: 'a' },
			{ error: 'Email is empty', message: expect.stringContaining('Fill in Email') as string },
			{ added: 'c' },
			{ error: 'Entry 2 of the list has no email', message: 'Entry 2 of the list has no email' },
			{ added: 'd' },
		]);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 2, 2].map((item) => ({ item })));
	});
});

describe('a refused call', () => {
	const refuse = (isUnclear: boolean) => (call: Call) => {
		if (call.settings.job !== 'j2') return accepting(call);
		const error = new NodeApiError(node, {}, { message: 'The vendor says: no', description: 'Click' });
		error.context.isUnclear = isUnclear;
		throw error;
	};

	const items = [person('a'), person('b', 'j2'), person('c', 'j2'), person('d', 'j3')];

	it('stops, and says who was sent before', async () => {
		const { operation, calls } = adding(refuse(false));
		const text = await stopped(send(operation, items));
		expect(text).toMatch(
			/^The vendor says: no \| Click 1 person was added already: do not send them again\./,
		);
		expect(emails(calls)).toEqual([['a'], ['b', 'c']]);
	});

	it('is an error for each of its people, and the others are sent, where the node continues on errors', async () => {
		const { operation } = adding(refuse(false));
		const output = await send(operation, items, { continueOnFail: true });
		const error = { error: 'The vendor says: no', message: 'The vendor says: no. Click' };
		expect(jsons(output)).toEqual([{ added: 'a' }, error, error, { added: 'd' }]);
	});

	it.each([
		[false, [['a'], ['b', 'c'], ['b', 'c']]],
		[true, [['a'], ['b', 'c']]],
	])(
		'when n8n runs the node again, is sent again unless it may have had its effect (%s)',
		async (isUnclear, sent) => {
			const { operation, calls } = adding(refuse(isUnclear));
			const setting = { retryOnFail: true, executionId: `people-${isUnclear}` };
			await stopped(send(operation, items, setting));
			await expect(stopped(send(operation, items, setting))).resolves.toMatch(/^The vendor says: no/);
			expect(emails(calls)).toEqual(sent);
		},
	);
});

describe('a refused person', () => {
	const refuseB = ({ people }: Call): Sent[] =>
		people.map(({ email }) =>
			email === 'b' ? { refusal: 'b@example.com exists' } : { json: { added: email } },
		);

	const items = [person('a'), person('b'), person('c')];

	it('stops with the reason where n8n does not log it, and who was sent all the same', async () => {
		const { operation } = adding(refuseB);
		await expect(stopped(send(operation, items))).resolves.toMatch(
			/^1 of 3 people were not added \| Input item 2: b@example\.com exists\. 2 people were added already/,
		);
	});

	it('is an error item of its own where the node continues on errors', async () => {
		const { operation } = adding(refuseB);
		const output = await send(operation, items, { continueOnFail: true });
		expect(jsons(output)).toEqual([
			{ added: 'a' },
			{ error: 'b@example.com exists', message: 'b@example.com exists' },
			{ added: 'c' },
		]);
	});

	it('is distinguished by a description, where the vendor returns one', async () => {
		const { operation } = adding(({ people }) =>
			people.map(({ email }) => ({
				refusal: 'Exists already',
				description: `The email is ${String(email)}.`,
			})),
		);
		await expect(stopped(send(operation, items))).resolves.toMatch(
			/^3 of 3 people were not added \| Input item 1: Exists already\. The email is a\. Input item 2:/,
		);
		const [first] = await send(operation, items, { continueOnFail: true });
		expect(first.json).toEqual({ error: 'Exists already', message: 'Exists already. The email is a.' });
	});

	it('alone is sent again when n8n runs the node again', async () => {
		const { operation, calls } = adding(refuseB);
		const setting = { retryOnFail: true, executionId: 'rows' };
		await stopped(send(operation, items, setting));
		await stopped(send(operation, items, setting));
		expect(emails(calls)).toEqual([['a', 'b', 'c'], ['b']]);
	});
});

describe('a person who occurs twice', () => {
	const identity = {
		field: 'Email',
		of: ({ job }: IDataObject, { email }: IDataObject) => `${job} ${email}`,
	};

	it('is refused before anybody is sent', async () => {
		const { operation, calls } = adding();
		const sending = send({ ...operation, identity }, [person('a'), { job: 'j1', list: ['b', 'a'] }]);
		await expect(stopped(sending)).resolves.toMatch(
			/^Email occurs more than once; nobody was added \| Input item 1 has the same Email/,
		);
		expect(calls).toEqual([]);
	});

	it('is sent once where the node continues on errors, and in each of two jobs', async () => {
		const { operation, calls } = adding();
		const people = [person('a'), person('a'), person('a', 'j2')];
		const output = await send({ ...operation, identity }, people, { continueOnFail: true });
		expect(emails(calls)).toEqual([['a'], ['a']]);
		expect(jsons(output)).toMatchObject([
			{ added: 'a' },
			{ error: 'Email occurs more than once' },
			{ added: 'a' },
		]);
	});
});
