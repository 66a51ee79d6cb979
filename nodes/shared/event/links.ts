import { asNumber } from './numbers';
import { asTime, fromEpoch, fromIsoTime } from './times';
import { isUrl } from '../http/isUrl';

/** Parameters that sign a link, or say for how long: Amazon, CloudFront, Google, Azure, Supabase, and the usual names. */
const SIGNING =
	/^(?:x-(?:amz|goog)-.*|awsaccesskeyid|googleaccessid|key-pair-id|policy|expires?|expiry|exp|signature|sign?|hmac|token|auth|s[eprtv]|spr|srt|sk(?:oid|tid|[tesv]))$/i;

/** What divides parameters, also as JSON and HTML write it. */
const AND = /&(?:amp;)?|\\u0026/i;

/**
 * The link without what signs it, which another delivery of the same has anew; what else it asks for stays, since another
 * attempt may differ in nothing else.
 */
export function withoutSignature(link: string): string {
	const [, address, query, fragment] = /^([^?#]*)\??([^#]*)(.*)$/s.exec(link) ?? [link, link, '', ''];
	const kept = query.split(AND).filter((one) => one !== '' && !SIGNING.test(one.replace(/=.*$/s, '')));
	return `${address}${kept.length > 0 ? '?' : ''}${kept.join('&')}${fragment}`;
}

/** When a signed link expires, as its own parameters tell (Amazon, Google, Azure, Supabase); else null. */
export function linkExpiry(link: string | null): string | null {
	if (link === null || !link.includes('?') || !isUrl(link)) return null;
	const parameters = new URL(link).searchParams;
	for (const read of expiryReaders) {
		const expiry = read(parameters);
		if (expiry !== null) return expiry;
	}
	return null;
}

type ExpiryReader = (parameters: URLSearchParams) => string | null;

const expiryReaders: ExpiryReader[] = [
	(parameters) => signedSince(parameters, 'X-Amz-Date', 'X-Amz-Expires'),
	(parameters) => signedSince(parameters, 'X-Goog-Date', 'X-Goog-Expires'),
	(parameters) => asTime(parameters.get('Expires')),
	(parameters) => asTime(parameters.get('se')),
	(parameters) => epochIn(parameters.get('Policy'), /"AWS:EpochTime"\s*:\s*(\d{1,12})/),
	(parameters) => epochIn(parameters.get('token')?.split('.', 2)[1], /"exp"\s*:\s*(\d{1,12})/),
];

const BASIC_TIME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** Signature version 4: a basic-format time and a number of seconds from then. */
function signedSince(parameters: URLSearchParams, dateName: string, secondsName: string): string | null {
	const basic = parameters.get(dateName);
	if (basic === null) return null;
	const start = fromIsoTime(basic.replace(BASIC_TIME, '$1-$2-$3T$4:$5:$6Z'));
	const seconds = asNumber(parameters.get(secondsName));
	if (start === null || seconds === null || seconds < 0) return null;
	return fromEpoch(Date.parse(start) + seconds * 1000);
}

/** The epoch time that a pattern finds in base64 text; CloudFront writes - _ ~ for + = /. */
function epochIn(base64: string | null | undefined, pattern: RegExp): string | null {
	if (base64 === null || base64 === undefined) return null;
	const decoded = Buffer.from(base64.replace(/~/g, '/'), 'base64').toString('utf8');
	return asTime(pattern.exec(decoded)?.[1]);
}
