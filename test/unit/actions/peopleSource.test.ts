import { listedPeople } from '../../../nodes/shared/actions/peopleSource';
import { emailOf, textOf } from '../../../nodes/shared/actions/values';
import { actionContext } from './actionContext';

describe('an entry of a list of people', () => {
	const read = (list: unknown) =>
		listedPeople(actionContext({ parameters: { list } }), 0, 'Candidate List', {
			keys: ['name', 'email'],
			others: 'Put your own ID into data.',
			read: ({ given, required }) => ({
				name: textOf(given('name', 'Name')),
				email: required('email', 'Email', emailOf),
			}),
		});
	const ADA = { name: 'Ada', email: 'ada@example.com' };

	it.each([
		['Bo', 'Entry 2 of Candidate List is not an object', /Write it like/],
		[['Bo'], 'Entry 2 of Candidate List is not an object', /Write it like/],
		[null, 'Entry 2 of Candidate List is not an object', /Write it like/],
		[{ name: 'Bo' }, 'Email in entry 2 of Candidate List is empty', /the key "email"/],
		[{ ...ADA, name: ['Ada'] }, 'Name in entry 2 of Candidate List is a list instead of text', /Drag/],
		[{ ...ADA, email: 'ada' }, 'Email in entry 2 of Candidate List is not an email address', /It is: ada\./],
		// It would be lost at the vendor.
		[
			{ ...ADA, Email: 'x' },
			'The key Email in entry 2 of Candidate List is unknown',
			/name, email\. Put your/,
		],
	])("%j is that entry's fault alone", (entry, message, description) => {
		expect(read([ADA, entry, ADA])).toEqual([
			{ person: ADA },
			{
				fault: expect.objectContaining({
					message,
					description: expect.stringMatching(description) as string,
				}) as Error,
			},
			{ person: ADA },
		]);
	});

	it.each([
		['[]', 'Candidate List is empty'],
		['[{', 'Candidate List is not a JSON list'],
		['Ada', 'Candidate List is not a JSON list'],
	])('is looked for in a list, not in %s', (list, message) => {
		expect(() => read(list)).toThrow(message);
	});
});
