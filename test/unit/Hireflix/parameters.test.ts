import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { wantedFilter } from '../../../nodes/Hireflix/parameters';
import { actionContext } from '../actions/actionContext';

/** A context in this time zone whose collection of filters holds these. */
function filtering(filters: IDataObject, zone = 'UTC'): IExecuteFunctions {
	return actionContext({ parameters: { filters }, timezone: zone });
}

describe('the filters of interviews', () => {
	it.each([
		['UTC', '2026-03-02T09:00:00Z'],
		['Asia/Tokyo', '2026-03-02T00:00:00Z'],
		['America/Los_Angeles', '2026-03-02T17:00:00Z'],
	])('take a picked time in the zone of the workflow: %s', (zone, utc) => {
		const { invitedAfter } = wantedFilter(filtering({ invitedAfter: '2026-03-02T09:00:00' }, zone), 0);
		expect(new Date(invitedAfter ?? NaN).toISOString()).toBe(new Date(utc).toISOString());
	});

	it('are none where nothing was filled in', () => {
		expect(wantedFilter(filtering({ email: ' ', stage: '', invitedAfter: null }), 0)).toEqual({});
	});

	it.each([
		[{ invitedAfter: 'soon' }, 'Invited After is not a valid date'],
		[{ email: ['a@example.com'] }, 'Candidate Email is a list instead of text'],
		// It would be written into the query.
		[{ stage: 'pending } score: { equal: 5' }, 'Stage is not one of the values to choose from'],
		[{ stage: 'completed' }, 'Stage is not one of the values to choose from'],
	])('name the one that cannot be read: %j', (filters, message) => {
		expect(() => wantedFilter(filtering(filters), 0)).toThrow(message);
	});
});
