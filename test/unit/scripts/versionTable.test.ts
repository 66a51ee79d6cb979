import { merged, readTable, tableOf } from '../../../scripts/versionTable';

const OLD = {
	version: '1.123.81',
	cells: new Map([
		['Loads', 'yes'],
		['Reconciles', 'yes'],
	]),
};
const NEW = {
	version: '2.40.7',
	cells: new Map([
		['Loads', '**1 of 2 failed**'],
		['Stores', 'yes'],
	]),
};

describe('the table of results', () => {
	it('has a row for all that was tried, and a dash where it was not promised', () => {
		expect(tableOf([OLD, NEW])).toBe(
			[
				'| What was tried | 1.123.81 | 2.40.7 |',
				'|---|---|---|',
				'| Loads | yes | **1 of 2 failed** |',
				'| Reconciles | yes | – |',
				'| Stores | – | yes |',
				'',
			].join('\n'),
		);
	});

	it('is read as it was written, and nothing is read where there is none', () => {
		expect(readTable(tableOf([OLD, NEW]))).toEqual([OLD, NEW]);
		expect(readTable('\n')).toEqual([]);
	});

	it('has the column of a version replaced, and a new one where its number belongs', () => {
		const again = { ...NEW, cells: new Map([['Loads', 'yes']]) };
		expect(merged([OLD, NEW], again)).toEqual([OLD, again]);
		expect(merged([OLD, NEW], { ...again, version: '2.9.1' }).map(({ version }) => version)).toEqual([
			'1.123.81',
			'2.9.1',
			'2.40.7',
		]);
	});
});
