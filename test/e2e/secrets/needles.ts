import { VENDORS, type Simulators } from '../../../demo/vendors';
import { PEOPLE } from '../../../simulators/shared/candidate';
import { fixturesOf } from '../../fixtures';

/** A text that must not be found, and what it is. */
export interface Needle {
	name: string;
	text: string;
}

const SECRET_FIELDS = ['apiKey', 'accessToken', 'webhookSecret', 'previousWebhookSecret'];

/** Every secret of every vendor's credential, in each form in which it could be written down. */
export function secretsOf(simulators: Simulators): Needle[] {
	return VENDORS.flatMap((vendor) => {
		const credentials = simulators[vendor].credentials as unknown as Record<string, string>;
		return SECRET_FIELDS.filter((field) => credentials[field]).flatMap((field) =>
			formsOf(`${vendor}.${field}`, credentials[field]),
		);
	});
}

/** The tokens in the URLs that HeyMilo was ever given, refused or not. */
export function tokensOf({ heymilo }: Simulators): Needle[] {
	const sent = heymilo.requests.flatMap(({ body }) => body.match(/(?<=[?]token=)[0-9a-f]{32}/g) ?? []);
	return [...new Set(sent)].flatMap((token) => formsOf("a HeyMilo registration's token", token));
}

function formsOf(name: string, secret: string): Needle[] {
	return [
		{ name, text: secret },
		{ name: `${name} (URL-encoded)`, text: encodeURIComponent(secret) },
		...[0, 1, 2].flatMap((offset) => inBase64(name, secret, offset)),
	];
}

/** The characters of a Base64 text that depend on nothing but the secret, which begins after `offset` bytes. */
function inBase64(name: string, secret: string, offset: number): Needle[] {
	const encoded = Buffer.from('\0'.repeat(offset) + secret).toString('base64');
	const text = encoded.replace(/=+$/, '').slice(offset && offset + 1, -1);
	const inUrls = text.replace(/\+/g, '-').replace(/\//g, '_');
	return [...new Set([text, inUrls])].map((form) => ({ name: `${name} (Base64)`, text: form }));
}

/** Whom the simulators make up, and whom the tests invite. */
const INVITED = ['Ada Example', ...PEOPLE];

/** Names, addresses and phone numbers of every candidate in the fixtures, and the names of those invited. */
export function candidatesOf(): Needle[] {
	const items = VENDORS.flatMap((vendor) => fixturesOf(vendor)).map(({ item }) => item);
	const told = items.flatMap(({ candidate_name, candidate_email, candidate_phone, candidate_last_name }) => [
		candidate_name,
		candidate_email,
		candidate_phone,
		candidate_last_name,
	]);
	const texts = [...told.filter((text) => typeof text === 'string'), ...INVITED];
	return [...new Set(texts)].map((text) => ({ name: text, text }));
}
