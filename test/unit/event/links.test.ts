import { linkExpiry, withoutSignature } from '../../../nodes/shared/event/links';

const file = 'https://files.example.com/report.pdf';

/** CloudFront's own alphabet: - _ ~ for + = / in base64. */
function cloudFront(policy: object): string {
	return Buffer.from(JSON.stringify(policy))
		.toString('base64')
		.replace(/\+/g, '-')
		.replace(/=/g, '_')
		.replace(/\//g, '~');
}

function policyUntil(epoch: number, resource: string): string {
	return cloudFront({
		Statement: [{ Resource: resource, Condition: { DateLessThan: { 'AWS:EpochTime': epoch } } }],
	});
}

function supabaseToken(claims: object): string {
	return ['{"alg":"HS256"}', JSON.stringify(claims), 'signature']
		.map((part) => Buffer.from(part).toString('base64url'))
		.join('.');
}

describe('withoutSignature', () => {
	it.each([
		[`${file}?Expires=1&Signature=a/b?c`, file],
		[`${file}?X-Amz-Date=1&X-Amz-Signature=2&attempt=2`, `${file}?attempt=2`],
		[`${file}?sv=1&sr=b&se=2&sig=3&skoid=4`, file],
		[`${file}?attempt=2\\u0026token=a`, `${file}?attempt=2`],
		[`${file}#page=2`, `${file}#page=2`],
		[`${file}?token=1#page=2`, `${file}#page=2`],
		[`${file}?id=1\nb`, `${file}?id=1\nb`],
		[file, file],
		['', ''],
	])('makes %j to %j', (link, bare) => {
		expect(withoutSignature(link)).toBe(bare);
	});
});

describe('linkExpiry reads when a link expires', () => {
	it.each([
		[
			'Amazon, signature 4',
			`${file}?X-Amz-Date=20260309T133412Z&X-Amz-Expires=604800&X-Amz-Signature=b4`,
			'2026-03-16T13:34:12.000Z',
		],
		[
			'Amazon, over midnight',
			`${file}?X-Amz-Expires=3600&X-Amz-Date=20261231T233000Z`,
			'2027-01-01T00:30:00.000Z',
		],
		[
			'Google, signature 4',
			`${file}?X-Goog-Date=20260228T120000Z&X-Goog-Expires=86400`,
			'2026-03-01T12:00:00.000Z',
		],
		['Azure', `${file}?sv=2022-11-02&se=2026-03-14T16%3A13%3A20Z&sig=x`, '2026-03-14T16:13:20.000Z'],
		[
			'Amazon, signature 2, and Google, signature 2',
			`${file}?Expires=1773504800&Signature=x`,
			'2026-03-14T16:13:20.000Z',
		],
		[
			'CloudFront with a policy',
			`${file}?Policy=${policyUntil(1774456870, `${file}?`)}&Key-Pair-Id=K1`,
			'2026-03-25T16:41:10.000Z',
		],
		[
			'CloudFront, policy of another length',
			`${file}?Policy=${policyUntil(1774456870, `${file}??`)}`,
			'2026-03-25T16:41:10.000Z',
		],
		[
			'CloudFront, policy with characters of all three',
			`${file}?Policy=${policyUntil(1774456870, `${file}/>>>???~~~`)}`,
			'2026-03-25T16:41:10.000Z',
		],
		[
			'Supabase',
			`${file}?token=${supabaseToken({ url: 'a/b.pdf', iat: 1772900000, exp: 1773504800 })}`,
			'2026-03-14T16:13:20.000Z',
		],
	])('%s', (_, link, time) => {
		expect(linkExpiry(link)).toBe(time);
	});

	it('takes the first parameter set that has one', () => {
		expect(linkExpiry(`${file}?X-Amz-Date=nonsense&X-Amz-Expires=60&Expires=1773504800`)).toBe(
			'2026-03-14T16:13:20.000Z',
		);
	});
});

describe('linkExpiry returns null', () => {
	it.each([
		['for null', null],
		['for a link without a query', file],
		['for what is no URL', 'report?Expires=1773504800'],
		['for an unrelated query', `${file}?page=2`],
		['for a time without a duration', `${file}?X-Amz-Date=20260309T133412Z`],
		['for a duration without a time', `${file}?X-Amz-Expires=3600`],
		['for a negative duration', `${file}?X-Amz-Date=20260309T133412Z&X-Amz-Expires=-1`],
		['for a time that no calendar knows', `${file}?X-Amz-Date=20260231T133412Z&X-Amz-Expires=3600`],
		['for a time long ago', `${file}?Expires=1`],
		['for a word as Expires', `${file}?Expires=never`],
		['for more digits than a time has', `${file}?Expires=17735048001773504800`],
		['for an Azure time without a zone', `${file}?se=2026-03-14T16:13:20`],
		['for a policy that is no base64 of a policy', `${file}?Policy=%25%25`],
		['for a token without claims', `${file}?token=abc`],
		['for a token that never expires', `${file}?token=${supabaseToken({ url: 'a.pdf' })}`],
		['for a token whose expiry is no number', `${file}?token=${supabaseToken({ exp: 'soon' })}`],
	])('%s', (_, link) => {
		expect(linkExpiry(link)).toBeNull();
	});
});
