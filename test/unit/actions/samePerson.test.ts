import { add } from '../../../nodes/HeyMilo/resources/candidate/add';
import { createInterviewLink } from '../../../nodes/InterviewFlowAi/resources/candidate/createInterviewLink';
import { enrollWithLink } from '../../../nodes/JobMojito/resources/candidate/enrollWithLink';
import { create as createApplicant } from '../../../nodes/Micro1/resources/applicant/create';
import { createLink } from '../../../nodes/Ribbon/resources/interview/createLink';
import type { Operation, WritingOperation } from '../../../nodes/shared/actions/operation';
import { runActions } from '../../../nodes/shared/actions/runActions';
import { actionContext } from './actionContext';

type Row = [
	name: string,
	operation: Operation,
	email: string,
	where: string,
	others: Record<string, unknown>,
];

/** Every operation that reaches one person for each input item, with its parameters besides the address. */
const REACHING: Row[] = [
	['HeyMilo, Add', add, 'email', 'postingId', { name: 'Ada' }],
	['InterviewFlowAI, Create Interview Link', createInterviewLink, 'email', 'interviewerId', { name: 'Ada' }],
	[
		'JobMojito, Enroll With Link',
		enrollWithLink,
		'candidateEmail',
		'interview',
		{ candidateName: 'Ada', candidateCountry: 'NO', resume: 'Drove trucks.', positionFrom: 'existing' },
	],
	['micro1, Create', createApplicant, 'email', 'job', { firstName: 'Ada', lastName: 'Example' }],
	['Ribbon, Create Link', createLink, 'email', 'flowId', {}],
];

describe.each(REACHING)('%s', (_, operation, email, where, others) => {
	/** What becomes of the items: only what each would send, since nothing is sent here. */
	const outcome = async (...people: Array<Record<string, unknown>>) => {
		const worked: number[] = [];
		const { prepare } = operation as WritingOperation;
		const watched: WritingOperation = {
			...(operation as WritingOperation),
			prepare: (context, itemIndex) => {
				prepare(context, itemIndex);
				return async () => [{ json: { sent: worked.push(itemIndex) } }];
			},
		};
		const parameters = people.map((person) => ({
			resource: 'any',
			operation: operation.value,
			[where]: { __rl: true, mode: 'id', value: 'P1' },
			...others,
			...person,
		}));
		const run = async (continueOnFail: boolean) =>
			await runActions(actionContext({ parameters, items: people.length, continueOnFail }), [
				{ value: 'any', name: 'Any', operations: [watched] },
			]);
		return { worked, run };
	};

	it('reaches nobody when two items have one address in two spellings', async () => {
		const { worked, run } = await outcome({ [email]: 'ada@example.com' }, { [email]: ' Ada@Example.com' });
		await expect(run(false)).rejects.toMatchObject({
			message: expect.stringMatching(/^(Candidate )?Email occurs more than once$/) as string,
			description: expect.stringContaining('Input item 1 has the same') as string,
		});
		expect(worked).toEqual([]);
		const [items] = await run(true);
		expect(items.map(({ json }) => 'error' in json)).toEqual([false, true]);
		expect(worked).toEqual([0]);
	});

	it('reaches two people, and one person in two places', async () => {
		const elsewhere = { [where]: { __rl: true, mode: 'id', value: 'P2' } };
		const { worked, run } = await outcome(
			{ [email]: 'ada@example.com' },
			{ [email]: 'bo@example.com' },
			{ [email]: 'ada@example.com', ...elsewhere },
		);
		await run(false);
		expect(worked).toEqual([0, 1, 2]);
	});
});

it('Ribbon makes two links for people without an address', async () => {
	const parameters = { resource: 'any', operation: createLink.value, flowId: 'F1' };
	const sent: string[] = [];
	const watched = { ...(createLink as WritingOperation) };
	watched.prepare = () => async () => [{ json: { sent: sent.push('link') } }];
	await runActions(actionContext({ parameters, items: 2 }), [
		{ value: 'any', name: 'Any', operations: [watched] },
	]);
	expect(sent).toHaveLength(2);
});
