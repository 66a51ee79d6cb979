import { VENDORS } from '../../../nodes/shared/event/schema';
import { fixturesOf } from '../../fixtures';
import { eventOf, facts } from '../normalized';

const cases = VENDORS.flatMap((vendor) =>
	fixturesOf(vendor).map((fixture) => ({ vendor, fixture, name: fixture.name })),
);

describe('every documented delivery', () => {
	it('is there for every vendor', () => {
		expect(new Set(cases.map(({ vendor }) => vendor))).toEqual(new Set(VENDORS));
	});

	it.each(cases)('of $vendor, $name, becomes its item in every column', ({ vendor, fixture }) => {
		const event = eventOf(vendor, fixture.body, { ...facts, rawBody: Buffer.from(fixture.text) });
		expect(event).toStrictEqual({
			...fixture.item,
			received_at: '2026-04-01T08:00:00.000Z',
			verification: 'signature',
			raw: JSON.parse(fixture.text) as unknown,
		});
	});

	it.each(cases)('of $vendor, $name, has no empty text in any flat column', ({ vendor, fixture }) => {
		const empty = Object.entries(eventOf(vendor, fixture.body)).filter(
			([, value]) => value === '' || value === undefined,
		);
		expect(empty).toEqual([]);
	});
});
