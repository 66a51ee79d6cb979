import { signatureProof, verify } from '../../../nodes/shared/receiver/verify';
import { delivery } from '../triggerContext';

// RFC 4231, test case 2.
const SECRET = 'Jefe';
const MESSAGE = 'what do ya want for nothing?';
const DIGEST = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';

const verdict = (signature: unknown, encoding: 'base64' | 'hex', text = MESSAGE, secrets = ['old', SECRET]) =>
	verify(
		delivery(text, { headers: { 'x-signature': signature as string } }),
		signatureProof(secrets, 'x-signature', encoding),
		false,
	)?.verification ?? null;

describe('a signature over the body', () => {
	it('is accepted in hexadecimal or in base64, as the vendor writes it', () => {
		expect(verdict(DIGEST, 'hex')).toBe('signature');
		expect(verdict(Buffer.from(DIGEST, 'hex').toString('base64'), 'base64')).toBe('signature');
		expect(verdict(DIGEST, 'base64')).toBeNull();
	});

	it.each([[undefined], [''], [[DIGEST]], [DIGEST.slice(1)], [`${DIGEST}0`], [`sha256=${DIGEST}`]])(
		'is refused as %j',
		(signature) => {
			expect(verdict(signature, 'hex')).toBeNull();
		},
	);

	it('is refused for another secret, and for a body that differs by a space', () => {
		expect(verdict(DIGEST, 'hex', MESSAGE, ['old'])).toBeNull();
		expect(verdict(DIGEST, 'hex', `${MESSAGE} `)).toBeNull();
	});
});
