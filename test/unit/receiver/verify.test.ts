import { fingerprint } from '../../../nodes/shared/receiver/deliveryMemory';
import {
	equalsSecret,
	hmacSha256Base64,
	sharedSecretProof,
	verify,
} from '../../../nodes/shared/receiver/verify';
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

describe('hmacSha256Base64', () => {
	// RFC 4231, test cases 1, 2 and 4; the others have keys that are no UTF-8 text.
	it.each([
		[
			'1',
			'\x0b'.repeat(20),
			Buffer.from('Hi There'),
			'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
		],
		[
			'2',
			'Jefe',
			Buffer.from('what do ya want for nothing?'),
			'5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
		],
		[
			'4',
			String.fromCharCode(...Array.from({ length: 25 }, (_, index) => index + 1)),
			Buffer.alloc(50, 0xcd),
			'82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
		],
	])('gives the digest of RFC 4231, test case %s', (_, key, message, digest) => {
		expect(hmacSha256Base64(key, message)).toBe(Buffer.from(digest, 'hex').toString('base64'));
	});

	it('reads text as UTF-8', () => {
		expect(hmacSha256Base64('kéy', 'Zoë')).toBe(hmacSha256Base64('kéy', Buffer.from('Zoë', 'utf8')));
	});
});

describe('verify', () => {
	const presenting = (secret: unknown) => delivery('{}', { query: { token: secret as string } });
	const proof = (...secrets: string[]) => sharedSecretProof(secrets, ({ query }) => query.token);

	it.each([
		['the current secret', 'new'],
		['the previous secret', 'old'],
	])('accepts %s while both live', (_, secret) => {
		expect(verify(presenting(secret), proof('new', 'old'), false)).toBe('shared_secret');
	});

	it.each([['wrong'], ['newold'], ['new,old'], [['new']], [undefined], ['']])('refuses %j', (secret) => {
		expect(verify(presenting(secret), proof('new', 'old'), false)).toBeNull();
	});

	it.each([['wrong'], [undefined], ['']])(
		'refuses %j although unverified deliveries are accepted, once there is a secret',
		(secret) => {
			expect(verify(presenting(secret), proof('new'), true)).toBeNull();
		},
	);

	it.each([[[]], [['']], [['', '']]])('refuses everything while the secrets are %j', (secrets) => {
		expect(verify(presenting(''), proof(...secrets), false)).toBeNull();
		expect(verify(presenting('new'), proof(...secrets), false)).toBeNull();
	});

	it.each([[[]], [['']]])(
		'lets everything in as proving nothing while the secrets are %j and the user accepts that',
		(secrets) => {
			expect(verify(presenting(undefined), proof(...secrets), true)).toBe('none');
		},
	);

	it('ignores an empty secret beside a live one', () => {
		expect(verify(presenting(''), proof('', 'new'), true)).toBeNull();
		expect(verify(presenting('new'), proof('', 'new'), false)).toBe('shared_secret');
	});

	it('tries every secret, also after one has matched, so that the time tells nothing', () => {
		const tried: string[] = [];
		const matches = (_: unknown, secret: string) => {
			tried.push(secret);
			return secret === 'new';
		};
		expect(
			verify(
				presenting('new'),
				{ verification: 'signature', secrets: ['new', 'old'], matches, confidential: () => [] },
				false,
			),
		).toBe('signature');
		expect(tried).toEqual(['new', 'old']);
	});
});

describe('fingerprint', () => {
	it('hides the text, differs between texts and is the same each time', () => {
		expect(fingerprint('amara.osei@example.com')).not.toContain('amara');
		expect(fingerprint('amara.osei@example.com')).toBe(fingerprint('amara.osei@example.com'));
		expect(fingerprint('amara.osei@example.com')).not.toBe(fingerprint('amara.osei@example.con'));
	});
});
