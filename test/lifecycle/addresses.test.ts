import type { IDataObject } from 'n8n-workflow';

import type { Vendor } from '../../simulators/shared/simulator';
import { actionsOf, byId } from './actions';
import { json } from './bareServer';

type Written = (email: string) => IDataObject;

const OF_POSTING = { postingId: byId('P1') };
const OF_INTERVIEW = { interview: byId('D1') };
const OF_INTERVIEWER = { interviewerId: 'V' };
const listed = (others: IDataObject, list: IDataObject[]) => ({ ...others, source: 'list', list });

/** Every operation that sends a person's address, in each way that it takes one. */
const OPERATIONS: Array<[Vendor, name: string, Written]> = [
	['ribbon', 'interview createLink', (email) => ({ flowId: byId('F1'), email })],
	['micro1', 'interview invite', (email) => ({ interview: byId('I1'), name: 'Ada', email })],
	['micro1', 'applicant create', (email) => ({ job: byId('J1'), firstName: 'Ada', lastName: 'E.', email })],
	['hireflix', 'interview invite', (email) => ({ positionId: byId('P1'), firstName: 'Ada', email })],
	['heymilo', 'candidate add', (email) => ({ ...OF_POSTING, name: 'Ada', email })],
	['heymilo', 'candidate addMany', (email) => listed(OF_POSTING, [{ name: 'Ada', email }])],
	['heymilo', 'ats pushCandidate', (email) => ({ ats: 'bullhorn', additionalFields: { email } })],
	['jobmojito', 'candidate register', (email) => ({ ...OF_INTERVIEW, name: 'Ada', email })],
	['jobmojito', 'candidate register', (email) => listed(OF_INTERVIEW, [{ name: 'Ada', email }])],
	[
		'jobmojito',
		'candidate enrollWithLink',
		(candidateEmail) => ({ ...OF_INTERVIEW, candidateName: 'Ada', candidateEmail, candidateCountry: 'US' }),
	],
	['jobmojito', 'account inviteUsers', (email) => ({ list: [{ name: 'Ada', email, type: 'merchant' }] })],
	[
		'interviewflowai',
		'candidate createInterviewLink',
		(email) => ({ ...OF_INTERVIEWER, name: 'Ada', email }),
	],
	['interviewflowai', 'candidate addMany', (email) => ({ ...OF_INTERVIEWER, name: 'Ada', email })],
	['interviewflowai', 'candidate addMany', (email) => listed(OF_INTERVIEWER, [{ name: 'Ada', email }])],
];

/** What spreadsheets and web pages have in the place of one address. */
const NO_ADDRESSES = [
	['a name with its address', 'Ada Example <ada@example.com>'],
	['two addresses', 'ada@example.com, bo@example.com'],
	['an invisible character inside', 'ada\u200B@example.com'],
	['a soft hyphen inside', 'ada@exa\u00ADmple.com'],
	['no domain', 'ada@example'],
	['a word', 'unknown'],
	['a link', 'mailto:ada@example.com'],
	['signs around it', '<ada@example.com>'],
	['an empty part', 'ada@example..com'],
	['quotation marks around it', "'ada@example.com'"],
	['curved ones', '‘ada@example.com’'],
	['the end of a link', 'ada@example.com/'],
];

const KEYS = { apiKey: 'key-of-a-test-0123', accessToken: 'token-of-a-test-0123' };

describe.each(OPERATIONS)('%s: %s', (vendor, name, written) => {
	const { against } = actionsOf(vendor, () => KEYS);

	it.each(NO_ADDRESSES)('sends nothing to %s', async (_, email) => {
		const { message, description, calls } = await against([json({})], name, written(email));
		expect(message).toMatch(/email.*is not an email address/i);
		expect(message).not.toContain(email);
		expect(description).toContain(email);
		expect(calls).toBe(0);
	});
});
