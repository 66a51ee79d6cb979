import { listEntries, readCandidate } from '../../../nodes/HeyMilo/resources/candidate/newCandidate';
import { listedPeople } from '../../../nodes/shared/actions/peopleSource';
import { actionContext } from '../actions/actionContext';

const candidate = (fields: Record<string, unknown>) =>
	readCandidate(
		actionContext({ parameters: { name: 'Ada Example', email: 'ada@example.com', ...fields } }),
		0,
	);

describe("a candidate's phone number", () => {
	it.each([
		['+1 (555) 010-0123', '+15550100123'],
		['+39 06 555 01234', '+390655501234'],
		['+44 (20) 7946 0018', '+442079460018'],
	])('%s is sent as %s', (phone, phone_number) => {
		expect(candidate({ additionalFields: { phone } })).toMatchObject({ phone_number });
	});

	it.each(['+44 (0)20 7946 0018', '+44 (020) 7946 0018', '+49 ( 0 ) 151 55501002'])(
		'%s is not made the number of somebody else',
		(phone) => {
			expect(() => candidate({ additionalFields: { phone } })).toThrow('Phone has a zero in brackets');
		},
	);
});

describe("a candidate's address", () => {
	it('loses the invisible characters at its ends', () => {
		expect(candidate({ email: 'ada@example.com\u200b' }).email).toBe('ada@example.com');
	});
});

it('an entry of a list has every field that HeyMilo documents', () => {
	const entry = {
		name: 'Ada Example',
		email: 'ada@example.com',
		phone_number: '+15550100123',
		metadata: { external_id: '7' },
		data: { team: ['Night'] },
	};
	const context = actionContext({ parameters: { list: [entry] } });
	expect(listedPeople(context, 0, 'Candidate List', listEntries)).toEqual([{ person: entry }]);
});
