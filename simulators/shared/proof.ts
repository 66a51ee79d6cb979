import type { Registration } from './registration';
import { secret as randomSecret } from './ids';

/** One HTTP request on its way to a registered URL. */
export interface Parcel {
	event: string;
	url: string;
	body: Buffer;
	headers: Record<string, string>;
}

/** `body` is changed after signing; the others spoil the proof itself. */
export type Forgery = 'signature' | 'body' | 'missing' | 'wrong secret';
type SpoiltProof = Exclude<Forgery, 'body'>;

/** Adds to a parcel what proves its origin, or spoils it as asked. */
export type Proof = (parcel: Parcel, to: Registration, spoilt?: SpoiltProof) => Parcel;

interface HeaderProof {
	name: string;
	value: (body: Buffer, secret: string) => string;
	secretOf: (to: Registration) => string | undefined;
}

export function headerProof({ name, value, secretOf }: HeaderProof): Proof {
	return (parcel, to, spoilt) => {
		const headers = { ...parcel.headers };
		delete headers[name];
		const secret = secretOf(to);
		if (secret && spoilt !== 'missing') {
			const proof = value(parcel.body, spoilt === 'wrong secret' ? randomSecret() : secret);
			headers[name] = spoilt === 'signature' ? flipFirst(proof) : proof;
		}
		return { ...parcel, headers };
	};
}

/**
 * For vendors that send no proof of their own: the receiver's token in the URL is all there is.
 * The token is `known` where it occurs in the URL, else the longest query value, else the last part of the path.
 */
export function urlTokenProof(known?: string): Proof {
	return (parcel, _to, spoilt) =>
		spoilt ? { ...parcel, url: spoilUrl(parcel.url, known, REPLACEMENTS[spoilt]) } : parcel;
}

const REPLACEMENTS: Record<SpoiltProof, (token: string) => string> = {
	signature: flipFirst,
	missing: () => '',
	'wrong secret': (token) => randomSecret().slice(0, token.length),
};

function spoilUrl(text: string, known: string | undefined, replacement: (token: string) => string): string {
	const url = new URL(text);
	const values = [...url.searchParams].sort(([, a], [, b]) => b.length - a.length);
	const inQuery = values.find(([, value]) => value === known) ?? values[0];
	if (inQuery && !(known && url.pathname.includes(known))) {
		const [name, value] = inQuery;
		const replaced = replacement(value);
		if (replaced) url.searchParams.set(name, replaced);
		else url.searchParams.delete(name);
	} else {
		const parts = url.pathname.split('/');
		const at = known && parts.includes(known) ? parts.indexOf(known) : parts.length - 1;
		parts[at] = replacement(parts[at]);
		url.pathname = parts.filter((part, index) => part || index === 0).join('/');
	}
	return url.href;
}

/** Same length and alphabet, another value. */
function flipFirst(text: string): string {
	return (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
}
