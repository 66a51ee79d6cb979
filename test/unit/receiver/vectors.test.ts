import { hmacSha256 } from '../../../nodes/shared/receiver/verify';

const bytes = (byte: number, count: number) => Buffer.alloc(count, byte);
const counting = Buffer.from(Array.from({ length: 25 }, (_, index) => index + 1));

/** Published keys, messages and HMAC-SHA256 digests in hexadecimal. */
const VECTORS: Array<[source: string, key: string | Buffer, message: string | Buffer, digest: string]> = [
	[
		'RFC 4231, test case 1',
		bytes(0x0b, 20),
		'Hi There',
		'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
	],
	[
		'RFC 4231, test case 2',
		'Jefe',
		'what do ya want for nothing?',
		'5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
	],
	[
		'RFC 4231, test case 3',
		bytes(0xaa, 20),
		bytes(0xdd, 50),
		'773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
	],
	[
		'RFC 4231, test case 4',
		counting,
		bytes(0xcd, 50),
		'82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
	],
	[
		'RFC 4231, test case 6',
		bytes(0xaa, 131),
		'Test Using Larger Than Block-Size Key - Hash Key First',
		'60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
	],
	[
		'RFC 4231, test case 7',
		bytes(0xaa, 131),
		'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
		'9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
	],
	[
		"GitHub's documentation, Testing the webhook payload validation",
		"It's a Secret to Everybody",
		'Hello, World!',
		'757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
	],
];

describe('hmacSha256', () => {
	it.each(VECTORS)('returns the published digest: %s', (_, key, message, digest) => {
		expect(hmacSha256(key, message, 'hex')).toBe(digest);
		expect(hmacSha256(key, message, 'base64')).toBe(Buffer.from(digest, 'hex').toString('base64'));
	});

	it('returns the published digest truncated to 128 bits: RFC 4231, test case 5', () => {
		const digest = hmacSha256(bytes(0x0c, 20), 'Test With Truncation', 'hex');
		expect(digest.slice(0, 32)).toBe('a3b6167473100ee06e0c796c2955552b');
	});

	it('returns the published signature of Standard Webhooks', () => {
		const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
		const message = 'msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}';
		expect(hmacSha256(key, message, 'base64')).toBe('g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
	});

	it('reads text as UTF-8', () => {
		const fromBytes = hmacSha256(Buffer.from('kéy'), Buffer.from('Zoë'), 'hex');
		expect(hmacSha256('kéy', 'Zoë', 'hex')).toBe(fromBytes);
	});
});
