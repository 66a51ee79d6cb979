import { textsOf } from '../../../nodes/shared/http/form';
import { hidePeople } from '../../../nodes/shared/http/hidePeople';

describe('people in what a vendor says', () => {
	it.each([
		['an address', 'ada@example.com was invited before', {}, '*** was invited before'],
		['an address in quotes', 'User "ada.x+1@mail.example.com" exists', {}, 'User "***" exists'],
		['a phone number', 'No text can be sent to +44 1632 960417.', {}, 'No text can be sent to ***.'],
		['a phone number that is a number', 'No text to 34600555014.', {}, 'No text to ***.'],
		['a number that was sent as a phone', 'Bad: 555014', { candidate_phone_number: 555014 }, 'Bad: ***'],
		['a name that was sent', 'Ada Example is known', { name: 'Ada Example ' }, '*** is known'],
		['a name between others', '候选人李明已存在', { name: '李明' }, '候选人***已存在'],
		['names in a list', 'Ada, Bo', { data: [{ first_name: 'Ada' }, { candidate_name: 'Bo' }] }, '***, ***'],
		['a part of a form', 'Ada is known', textsOf([{ name: 'candidate_name', value: 'Ada' }]), '*** is known'],
	])('%s', (_, sentence, sent, expected) => {
		expect(hidePeople(sentence, sent)).toBe(expected);
	});

	it.each([
		['an id', 'Posting 7C41B0E9 not found', { posting_id: '7C41B0E9' }],
		['an id with digits only in parts', 'Result 06c5a393-9dce-4212-8169-412073160999 not found', {}],
		['a date', 'From 2026-03-01 to 2026-04-01 is too long', {}],
		['a name that is another’s', 'No active avionte connection (ats_name)', { ats_name: 'avionte' }],
		['one letter', 'A posting was not found', { name: 'A' }],
		['a part of a word', 'Limit of the plan reached', { first_name: 'Li', last_name: 'pla' }],
	])('are not %s', (_, sentence, sent) => {
		expect(hidePeople(sentence, sent)).toBe(sentence);
	});
});
