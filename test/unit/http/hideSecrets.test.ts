import { SECRET_FIELDS } from '../../../nodes/shared/http/credential';
import { hideSecrets, holdsSecret } from '../../../nodes/shared/http/hideSecrets';
import { VENDOR_MODULES } from '../../vendorModules';

const KEY = 'k3y/with+signs=';

describe('secrets in what a vendor answers', () => {
	it.each([
		['in a text', `Bearer ${KEY} is wrong, ${KEY}!`, 'Bearer *** is wrong, ***!'],
		['in a URL', `https://a.test/?token=${encodeURIComponent(KEY)}`, 'https://a.test/?token=***'],
		['deep inside', { a: [{ b: KEY }] }, { a: [{ b: '***' }] }],
		['as a name', { [KEY]: 1 }, { '***': 1 }],
	])('are hidden %s', (_, given, expected) => {
		expect(hideSecrets(given, ['another secret', KEY])).toEqual(expected);
	});

	it.each([[null], [7], [true], [undefined], ['nothing of the kind'], [{ id: 1, list: [null] }]])(
		'leave %j as it is',
		(value) => {
			expect(hideSecrets(value, [KEY])).toEqual(value);
		},
	);

	it('are not taken for one when empty or short, which would be found everywhere', () => {
		expect(hideSecrets('a short text', ['', ' ', 'short'])).toBe('a short text');
		expect(holdsSecret('a short text', ['', ' ', 'short'])).toBe(false);
	});

	it('are hidden without the white space that was pasted along', () => {
		expect(hideSecrets(`<${KEY}>`, [` ${KEY}\n`])).toBe('<***>');
	});

	it('keep a name that stands for the prototype an own one', () => {
		const value = JSON.parse('{"__proto__":{"polluted":true}}') as object;
		expect(Object.keys(hideSecrets(value, [KEY]))).toEqual(['__proto__']);
	});
});

it('every field of a credential that the editor covers up is one of the secrets', () => {
	const covered = Object.values(VENDOR_MODULES).flatMap(({ credential: { properties } }) =>
		properties.filter(({ typeOptions }) => typeOptions?.password).map(({ name }) => name),
	);
	expect([...new Set(covered)].sort()).toEqual([...SECRET_FIELDS].sort());
});
