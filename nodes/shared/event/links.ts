import { fromEpochSeconds, fromIsoTime } from './times';

/** The link without its query and fragment, which is where signatures and expiry times are; null stays null. */
export function withoutQuery(link: string | null): string | null {
	return link === null ? null : link.replace(/[?#].*$/s, '');
}

/** When a signed link expires, as its own parameters tell (Amazon, Google, Azure, Supabase); else null. */
export function linkExpiry(link: string | null): string | null {
	if (link === null || !link.includes('?') || !URL.canParse(link)) return null;
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
	(parameters) => fromEpochSeconds(wholeNumber(parameters.get('Expires'))),
	(parameters) => fromIsoTime(parameters.get('se')),
	(parameters) => fromEpochSeconds(epochIn(parameters.get('Policy'), /"AWS:EpochTime"\s*:\s*(\d{1,12})/)),
	(parameters) =>
		fromEpochSeconds(epochIn(parameters.get('token')?.split('.', 2)[1], /"exp"\s*:\s*(\d{1,12})/)),
];

/** Signature version 4: a basic-format time and a number of seconds from then. */
function signedSince(parameters: URLSearchParams, dateName: string, secondsName: string): string | null {
	const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(parameters.get(dateName) ?? '');
	const seconds = wholeNumber(parameters.get(secondsName));
	if (match === null || seconds === null) return null;
	const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
	return fromEpochSeconds(Date.UTC(year, month - 1, day, hour, minute, second) / 1000 + seconds);
}

function wholeNumber(value: string | null | undefined): number | null {
	return value !== null && value !== undefined && /^\d{1,12}$/.test(value) ? Number(value) : null;
}

/** The epoch seconds that a pattern finds in base64 text; CloudFront writes - _ ~ for + = /. */
function epochIn(base64: string | null | undefined, pattern: RegExp): number | null {
	if (base64 === null || base64 === undefined) return null;
	const decoded = Buffer.from(base64.replace(/~/g, '/'), 'base64').toString('utf8');
	return wholeNumber(pattern.exec(decoded)?.[1]);
}
