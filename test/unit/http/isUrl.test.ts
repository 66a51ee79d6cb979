import { isUrl } from '../../../nodes/shared/http/isUrl';

it('a URL is one, however often it was asked for', () => {
	for (let call = 0; call < 20_000; call++) {
		expect(isUrl('https://bücher.example.com/é')).toBe(true);
	}
	expect(isUrl('/path', 'https://example.com')).toBe(true);
	expect(isUrl('/path')).toBe(false);
	expect(isUrl('')).toBe(false);
});
