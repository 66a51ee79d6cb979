import crypto from 'node:crypto';

import fc from 'fast-check';

import { fingerprint } from '../../../nodes/shared/receiver/recentTable';
import { equalsSecret, sharedSecretProof, verify } from '../../../nodes/shared/receiver/verify';
import { delivery } from '../triggerContext';

describe('equalsSecret', () => {
	it.each([['secret'], ['Zoë 🎤'], ['a'.repeat(4096)]])('accepts %j itself', (secret) => {
		expect(equalsSecret(secret, secret)).toBe(true);
	});

	it.each([
		['shorter', 'secre', 'secret'],
		['longer', 'secret ', 'secret'],
		['another', 'secreT', 'secret'],
		['of as many characters but more bytes', 'secré', 'secre'],
		['empty', '', 'secret'],
		['empty, as the expected one is', '', ''],
		['something, while the expected one is empty', 'secret', ''],
		['composed differently', 'é', 'e\u0301'],
	])('refuses a value that is %s', (_, presented, expected) => {
		expect(equalsSecret(presented, expected)).toBe(false);
	});

	it.each([[undefined], [null], [0], [true], [['secret']], [{ secret: 'secret' }], [Buffer.from('secret')]])(
		'refuses %p, which is no text',
		(presented) => {
			expect(equalsSecret(presented, 'secret')).toBe(false);
		},
	);
});

describe('the comparison', () => {
	it('always compares 64 bytes with 64 bytes, whatever was presented', () => {
		const compare = jest.spyOn(crypto, 'timingSafeEqual');
		const text = fc.string({ unit: 'binary', maxLength: 200 });
		fc.assert(
			fc.property(text, text.filter(Boolean), (presented, expected) => {
				compare.mockClear();
				expect(equalsSecret(presented, expected)).toBe(presented === expected);
				expect(compare.mock.calls.map((sides) => sides.map(({ byteLength }) => byteLength))).toEqual([
					[64, 64],
				]);
			}),
			{ seed: 32, numRuns: 2000 },
		);
		compare.mockRestore();
	});
});

describe('verify', () => {
	const presenting = (secret: unknown) => delivery('{}', { query: { token: secret as string } });
	const proof = (...secrets: string[]) => sharedSecretProof(secrets, ({ query }) => query.token);

	it.each([
		['the current secret', 'new'],
		['the previous secret', 'old'],
	])('accepts %s while both live, and says which it was', (_, secret) => {
		expect(verify(presenting(secret), proof('new', 'old'))).toEqual({
			verification: 'shared_secret',
			secret,
		});
	});

	it.each([['wrong'], ['newold'], ['new,old'], [['new']], [undefined], ['']])('refuses %j', (secret) => {
		expect(verify(presenting(secret), proof('new', 'old'))).toBeNull();
	});

	it.each([['wrong'], [undefined], ['']])(
		'refuses %j although unverified deliveries are accepted, once there is a secret',
		(secret) => {
			expect(verify(presenting(secret), proof('new'), { acceptUnverified: true })).toBeNull();
		},
	);

	it.each([[[]], [['']], [['', '']]])('refuses everything while the secrets are %j', (secrets) => {
		expect(verify(presenting(''), proof(...secrets))).toBeNull();
		expect(verify(presenting('new'), proof(...secrets))).toBeNull();
	});

	it.each([[[]], [['']]])(
		'lets everything in as proving nothing while the secrets are %j and the user accepts that',
		(secrets) => {
			expect(verify(presenting(undefined), proof(...secrets), { acceptUnverified: true })).toEqual({
				verification: 'none',
				secret: null,
			});
		},
	);

	it('ignores an empty secret beside a live one', () => {
		expect(verify(presenting(''), proof('', 'new'), { acceptUnverified: true })).toBeNull();
		expect(verify(presenting('new'), proof('', 'new'))?.secret).toBe('new');
	});

	it('tries every secret, also after one has matched, so the time reveals nothing', () => {
		const tried: string[] = [];
		const matches = (_: unknown, secret: string) => {
			tried.push(secret);
			return secret === 'new';
		};
		expect(
			verify(presenting('new'), {
				verification: 'signature',
				secrets: ['new', 'old'],
				matches,
				confidential: () => [],
			}),
		).toEqual({ verification: 'signature', secret: 'new' });
		expect(tried).toEqual(['new', 'old']);
	});
});

describe('fingerprint', () => {
	it('hides the text, differs between texts and is the same each time', () => {
		expect(String(fingerprint('amara.osei@example.com'))).toMatch(/^\d+,\d+$/);
		expect(fingerprint('amara.osei@example.com')).toEqual(fingerprint('amara.osei@example.com'));
		expect(fingerprint('amara.osei@example.com')).not.toEqual(fingerprint('amara.osei@example.con'));
	});
});
