import { locatorParameter } from '../../../nodes/shared/actions/properties';
import { requiredText, wantedCount } from '../../../nodes/shared/actions/reading';
import { asItems, matching, takeRows } from '../../../nodes/shared/actions/rows';
import { actionContext } from './actionContext';

/** Pages of ten rows, of which it is known how many were read. */
function pages(count: number) {
	const seen = { read: 0, isClosed: false };
	async function* rows() {
		try {
			for (; seen.read < count;) {
				seen.read++;
				for (let row = 0; row < 10; row++) yield (seen.read - 1) * 10 + row;
			}
		} finally {
			seen.isClosed = true;
		}
	}
	return { seen, rows: rows() };
}

describe('the rows of a paged list', () => {
	it.each([
		[1, 1, 1],
		[9, 9, 1],
		[10, 10, 1],
		[11, 11, 2],
		[30, 30, 3],
		[31, 30, 3],
		[Infinity, 30, 3],
	])('%d are %d, out of %d pages', async (count, length, read) => {
		const { seen, rows } = pages(3);
		await expect(takeRows(rows, count)).resolves.toEqual([...Array(length).keys()]);
		expect(seen).toEqual({ read, isClosed: true });
	});
});

describe('how many rows are wanted', () => {
	it.each([
		[{ returnAll: true, limit: 5 }, Infinity],
		[{ returnAll: false, limit: 5 }, 5],
		[{ returnAll: 'true', limit: 7 }, 7],
		[{}, 50],
	])('%j is %d', (parameters, count) => {
		expect(wantedCount(actionContext({ parameters }), 0)).toBe(count);
	});
});

describe('a text that must not be empty', () => {
	const read = (value: unknown) =>
		requiredText(actionContext({ parameters: { id: value as string } }), 3, 'id', 'Interview ID');

	it.each([
		[' i1 ', 'i1'],
		[17, '17'],
		[0, '0'],
	])('is %j', (value, expected) => {
		expect(read(value)).toBe(expected);
	});

	it.each([[''], ['  '], [null], [undefined], [{}], [['i1']], [true]])(
		'is asked for by its name instead of %j',
		(value) => {
			expect(() => read(value)).toThrow(
				expect.objectContaining({
					message: 'Interview ID is empty',
					description: 'Fill in Interview ID, or drag the column that holds it into the field.',
					context: expect.objectContaining({ itemIndex: 3 }) as unknown,
				}),
			);
		},
	);
});

describe('a searchable list', () => {
	const entries = ['Sales', 'Presales', 'Office'].map((name) => ({ name, value: name }));

	it.each([
		['SALES ', ['Sales', 'Presales']],
		['', ['Sales', 'Presales', 'Office']],
		[undefined, ['Sales', 'Presales', 'Office']],
		['x', []],
	])('holds for %j what contains it', (typed, names) => {
		expect(matching(entries, typed).results.map(({ name }) => name)).toEqual(names);
	});

	it('may be answered with an id instead', () => {
		const parameter = locatorParameter({
			displayName: 'Position',
			name: 'positionId',
			searchListMethod: 'searchPositions',
			exampleId: '6992',
		});
		expect(parameter).toMatchObject({ type: 'resourceLocator', default: { mode: 'list', value: '' } });
		expect(parameter.modes?.map(({ name, placeholder }) => [name, placeholder])).toEqual([
			['list', 'Select…'],
			['id', 'e.g. 6992'],
		]);
		expect(parameter.modes?.[0].typeOptions).toEqual({
			searchListMethod: 'searchPositions',
			searchable: true,
		});
	});
});

it('rows are items', () => {
	expect(asItems([{ id: 1 }, { id: 2 }])).toEqual([{ json: { id: 1 } }, { json: { id: 2 } }]);
});
