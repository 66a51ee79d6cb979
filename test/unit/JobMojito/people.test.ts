import { aRowForEach, sentOf } from '../../../nodes/JobMojito/resources/people';

const PEOPLE = [{ email: 'ada@example.com' }, { email: 'Bo@example.com' }, { email: 'cleo@example.com' }];

const row = (email: unknown, link: string) => ({ email, result: 'ok', interview_url: link });

const linksOf = (body: unknown) =>
	aRowForEach(PEOPLE)
		.find(body)
		?.map((one) => one.interview_url);

describe('the rows of a batch', () => {
	it('are those of the people, in their order, whatever the order of the answer', () => {
		const rows = [row('cleo@example.com', 'C'), row(' ADA@example.com', 'A'), row('bo@example.com', 'B')];
		expect(linksOf(rows)).toEqual(['A', 'B', 'C']);
		expect(linksOf({ results: rows })).toEqual(['A', 'B', 'C']);
	});

	it('are no answer where a place has the address of somebody else under another name', () => {
		const rows = ['bo@example.com', 'ada@example.com', 'cleo@example.com'].map((email) => ({
			...row(undefined, email),
			user: { email },
		}));
		expect(linksOf(rows)).toBeUndefined();
	});

	it('count by their place where JobMojito has written an address differently', () => {
		expect(linksOf([row('ada@example.com', 'A'), row(null, 'B'), row('cleo@example.com', 'C')])).toEqual([
			'A',
			'B',
			'C',
		]);
	});

	it('are no answer when it is not certain whose they are', () => {
		const rows = [row('bo@example.com', 'B'), row('someone@example.com', 'A'), row('cleo@example.com', 'C')];
		expect(linksOf(rows)).toBeUndefined();
	});

	it.each([
		['nobody', []],
		['fewer people', [row('ada@example.com', 'A')]],
		['no outcomes', PEOPLE],
		['no list', { ok: true }],
	])('are no answer with %s', (_, body) => {
		expect(linksOf(body)).toBeUndefined();
	});
});

describe('the outcome of a person', () => {
	it.each(['ok', 'Invited', 'Skipped'])('is the row when JobMojito says %s', (result) => {
		expect(sentOf({ email: 'ada@example.com', result }, {})).toEqual({
			json: { email: 'ada@example.com', result },
		});
	});

	it('is a refusal without the person, who is in its description only', () => {
		const person = { name: 'Ada Example', email: 'ada@example.com' };
		const result = 'Error: Ada Example <ada@example.com> has been invited already.';
		expect(sentOf({ ...person, result }, person)).toEqual({
			refusal: 'JobMojito says: *** <***> has been invited already',
			description: 'The email is ada@example.com.',
		});
		expect(sentOf({ ...person, result: 'Error' }, person)).toMatchObject({
			refusal: 'JobMojito says: no reason given',
		});
	});
});
