import { asEntry, matching } from '../../../nodes/shared/actions/entries';
import { locatorParameter } from '../../../nodes/shared/actions/properties';
import { asItems, rowReducer, takeRows } from '../../../nodes/shared/actions/rows';
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

	it.each([
		[['a', 'Sales', 'Team'], [{ value: 'a', name: 'Sales' }]],
		[['a', null, ' ', 'Team'], [{ value: 'a', name: 'Team' }]],
		[[7, { a: 1 }], [{ value: '7', name: '7' }]],
		[[null, 'Sales'], []],
	])(
		'has for %j the first name that says something, and nothing without an ID',
		([id, ...names], expected) => {
			expect(asEntry(id, ...names)).toEqual(expected);
		},
	);

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

it('a simplified row has its columns, null where there is none, and times that a person can read', () => {
	const shown = rowReducer(actionContext({}), 0, ['id', 'created_at', 'endedAt', 'score']);
	expect(shown({ created_at: 1795739423.090472, endedAt: 'later', score: 1795739423, other: 1 })).toEqual({
		id: null,
		created_at: '2026-11-27T00:30:23.090Z',
		endedAt: 'later',
		score: 1795739423,
	});
});
