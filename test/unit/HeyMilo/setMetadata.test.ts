import type { IDataObject } from 'n8n-workflow';

import { setMetadata } from '../../../nodes/HeyMilo/resources/interview/setMetadata';
import type { WritingOperation } from '../../../nodes/shared/actions/operation';
import { isUnclear } from '../../../nodes/shared/http/failure';
import { calling, type Answered, type Sent } from '../calling';

/** HeyMilo with `b` and `ats` stored, which merges what it is sent and may refuse or ignore calls. */
function heyMilo(odd: (call: Sent, calls: string[]) => Answered | undefined) {
	let stored: IDataObject = { b: 'keep-me', ats: 'old' };
	const calls: string[] = [];
	const { context } = calling(
		(call) => {
			calls.push(call.method);
			const answer = odd(call, calls);
			if (answer) return answer;
			if (call.method === 'DELETE') stored = {};
			if (call.method === 'POST') stored = { ...stored, ...(call.body?.metadata as IDataObject) };
			return { body: { data: { object: 'metadata', metadata: stored } } };
		},
		{
			interviewId: 'I1',
			keepOthers: true,
			metadata: {
				entries: [
					{ key: 'ats', value: '' },
					{ key: 'new', value: '1' },
				],
			},
		},
	);
	const set = async () => await (setMetadata as WritingOperation).prepare(context, 0)();
	return { set, calls };
}

describe('setting metadata so a key goes', () => {
	it('removes all and stores what stays', async () => {
		const { set, calls } = heyMilo(() => undefined);
		await expect(set()).resolves.toEqual([
			{ json: { interview_id: 'I1', metadata: { b: 'keep-me', new: '1' } } },
		]);
		expect(calls).toEqual(['GET', 'POST', 'GET', 'DELETE', 'POST']);
	});

	it.each<[string, (call: Sent, calls: string[]) => Answered | undefined]>([
		[
			'the second storing is refused',
			(_, calls) => (calls.length === 5 ? { status: 400, body: {} } : undefined),
		],
		['the removal is refused', ({ method }) => (method === 'DELETE' ? { status: 403, body: {} } : undefined)],
		[
			'the second storing is answered with less',
			(_, calls) =>
				calls.length === 5 ? { body: { data: { object: 'metadata', metadata: { new: '1' } } } } : undefined,
		],
		[
			'nothing is removed',
			({ method }) =>
				method === 'DELETE'
					? { body: { data: { object: 'metadata', metadata: { ats: 'old' } } } }
					: undefined,
		],
	])('says what was to stay, and is not tried again, when %s', async (_, odd) => {
		const { set } = heyMilo(odd);
		const error = await set().catch((failure: Error) => failure);
		expect(error).toMatchObject({
			message: expect.stringContaining('the interview may have none now') as string,
			description: expect.stringContaining('{"b":"keep-me","new":"1"}') as string,
		});
		expect(isUnclear(error)).toBe(true);
	});
});
