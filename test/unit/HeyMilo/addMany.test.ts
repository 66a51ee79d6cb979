import type { IDataObject } from 'n8n-workflow';

import { addMany } from '../../../nodes/HeyMilo/resources/candidate/addMany';
import { sendPeople } from '../../../nodes/shared/actions/sendPeople';
import type { PeopleOperation } from '../../../nodes/shared/actions/operation';
import { calling } from '../calling';

const UNCONFIRMED = { refusal: 'HeyMilo did not confirm that it added this person', isUnclear: true };

const person = (name: string, external_id?: string): IDataObject => ({
	name,
	email: `${name.toLowerCase()}@example.com`,
	...(external_id ? { metadata: { external_id } } : {}),
});

const added = (interview_id: string, external_id?: string): IDataObject => ({
	object: 'candidate',
	interview_id,
	interview_url: `https://candidates.example.com/${interview_id}`,
	metadata: external_id ? { external_id } : null,
});

/** What becomes of people whom one call adds: by what each is paired with an interview, or why not. */
async function sent(people: IDataObject[], data: unknown) {
	const { context } = calling(() => ({ status: 201, body: { data, meta: null } }));
	const settings = { postingId: '7C41B0E9', inBackground: false };
	const results = await (addMany as PeopleOperation).send(context, settings, people);
	return results.map((one) =>
		'json' in one ? `${String(one.json.interview_id)} by ${String(one.json.paired_by)}` : one,
	);
}

describe('the answer to Add Many', () => {
	it('is paired by the external ID, whatever the order', async () => {
		const people = [person('Ada', 'A1'), person('Bo', 'B2')];
		await expect(sent(people, [added('two', 'B2'), added('one', 'A1')])).resolves.toEqual([
			'one by external_id',
			'two by external_id',
		]);
	});

	it('is paired by its place where an external ID is missing, is not unique or is not echoed', async () => {
		const expected = ['one by position', 'two by position'];
		await expect(
			sent([person('Ada', 'A1'), person('Bo')], [added('one', 'A1'), added('two')]),
		).resolves.toEqual(expected);
		const twins = [person('Ada', 'A1'), person('Bo', 'A1')];
		await expect(sent(twins, [added('one', 'A1'), added('two', 'A1')])).resolves.toEqual(expected);
		const people = [person('Ada', 'A1'), person('Bo', 'B2')];
		await expect(sent(people, [added('one'), added('two')])).resolves.toEqual(expected);
	});

	it.each([
		['candidate_email', (one: IDataObject) => ({ candidate_email: one.email })],
		['user', (one: IDataObject) => ({ user: { email: one.email } })],
		['candidate_name', (one: IDataObject) => ({ candidate_name: one.name })],
	])('is paired by %s, too, where the order is another', async (_, named) => {
		const people = [person('Ada'), person('Bo')];
		const rows = [
			{ ...added('two'), ...named(people[1]) },
			{ ...added('one'), ...named(people[0]) },
		];
		await expect(sent(people, rows)).resolves.toEqual(['one by candidate', 'two by candidate']);
	});

	it('is of the person whose own metadata name another one', async () => {
		const people = ['Ada', 'Bo'].map((name) => ({
			...person(name),
			metadata: { external_id: name, owner: 'Bo' },
		}));
		const rows = people.map(({ metadata }) => ({ ...added(metadata.external_id), metadata }));
		await expect(sent(people, rows)).resolves.toEqual(['Ada by external_id', 'Bo by external_id']);
	});

	it('may have metadata in another notation', async () => {
		const metadata = { external_id: 'A1', at: '2026-03-01T08:00:00Z', round: 2 };
		const rows = [
			{ ...added('one'), metadata: { ...metadata, at: '2026-03-01T08:00:00+00:00', round: '2.0' } },
		];
		await expect(sent([{ ...person('Ada'), metadata }], rows)).resolves.toEqual(['one by external_id']);
	});

	it('is paired by what it says of the people where that is in another order', async () => {
		const people = [person('Ada'), person('Bo')];
		const rows = [
			{ ...added('two'), email: 'Bo@example.com' },
			{ ...added('one'), email: 'ada@example.com' },
		];
		const inOrder = ['one by candidate', 'two by candidate'];
		await expect(sent(people, rows)).resolves.toEqual(inOrder);
		const ofAts = (ats_id: string) => ({ metadata: { ats_id } });
		const own = people.map((one, index) => ({ ...one, ...ofAts(`A${index}`) }));
		const told = [
			{ ...added('two'), ...ofAts('A1') },
			{ ...added('one'), ...ofAts('A0') },
		];
		await expect(sent(own, told)).resolves.toEqual(inOrder);
		await expect(sent(own, [told[0], added('one')])).resolves.toEqual([UNCONFIRMED, UNCONFIRMED]);
		await expect(sent(people, rows.reverse())).resolves.toEqual(['one by position', 'two by position']);
	});

	it('assigns no two people the same interview', async () => {
		const people = [person('Ada', 'A1'), person('Bo', 'B2'), person('Cy', 'C3')];
		const rows = [added('one', 'A1'), added('one', 'B2'), added('three', 'C3')];
		await expect(sent(people, rows)).resolves.toEqual([UNCONFIRMED, UNCONFIRMED, 'three by external_id']);
	});

	it('assigns nobody the interview of somebody else', async () => {
		const people = [person('Ada', 'A1'), person('Bo', 'B2')];
		const told = sent(people, [added('two', 'B2'), added('one')]);
		await expect(told).resolves.toEqual([UNCONFIRMED, UNCONFIRMED]);
	});

	it('is paired by an external ID that comes back as a number', async () => {
		const echoed = (id: string, external_id: number) => ({ ...added(id), metadata: { external_id } });
		await expect(
			sent([person('Ada', '1'), person('Bo', '2')], [echoed('two', 2), echoed('one', 1)]),
		).resolves.toEqual(['one by external_id', 'two by external_id']);
	});

	it('confirms nobody whom it does not name', async () => {
		const people = [person('Ada', 'A1'), person('Bo', 'B2')];
		await expect(sent(people, [added('two', 'B2')])).resolves.toEqual([UNCONFIRMED, 'two by external_id']);
		await expect(sent([person('Ada'), person('Bo')], [added('one')])).resolves.toEqual([
			UNCONFIRMED,
			UNCONFIRMED,
		]);
		await expect(sent([person('Ada')], [])).resolves.toEqual([UNCONFIRMED]);
	});

	it('that does not confirm somebody is not asked for again when n8n tries again', async () => {
		const { context, sent: calls } = calling(() => ({ status: 201, body: { data: [] } }), {
			source: 'list',
			postingId: '7C41B0E9',
			inBackground: false,
			list: [person('Ada')],
		});
		for (let attempt = 0; attempt < 2; attempt++) {
			await expect(sendPeople(context, addMany as PeopleOperation)).rejects.toMatchObject({
				description: expect.stringContaining(UNCONFIRMED.refusal) as string,
			});
		}
		expect(calls).toHaveLength(1);
	});

	it('returns the reason for an entry that was refused, without the person', async () => {
		const refused = { interview_id: null, error: 'ada@example.com is blocked' };
		await expect(sent([person('Ada'), person('Bo')], [refused, added('two')])).resolves.toEqual([
			{ refusal: 'HeyMilo says: *** is blocked' },
			'two by position',
		]);
	});

	it.each([{}, null, '<html></html>', { interview_id: 'one' }, ['one']])('is refused as %j', async (data) => {
		await expect(sent([person('Ada')], data)).rejects.toThrow('This is not the HeyMilo API');
	});
});

it('the same address twice is refused before anybody is sent', async () => {
	const list = [
		{ name: 'Ada', email: 'ada@example.com' },
		{ name: 'Ada', email: 'Ada@Example.com' },
	];
	const parameters = { postingId: '7C41B0E9', source: 'list', list, inBackground: false };
	const { context, sent: calls } = calling(() => ({ body: { data: [] } }), parameters);
	await expect(sendPeople(context, addMany as PeopleOperation)).rejects.toThrow(
		'Email occurs more than once; nobody was added',
	);
	expect(calls).toEqual([]);
});
