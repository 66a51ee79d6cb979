import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { VendorApi } from '../http/vendorApi';
import { secretFields, type WebhookSecrets } from '../trigger/secrets';

/** The credential field that holds a vendor's webhook secret. */
export interface SecretField {
	displayName: string;
	/** Where the secret comes from, as clicks. */
	whereToFind: string;
	/** Only for a secret that the user makes up: a vendor's own is what it is. */
	carrier?: SecretCarrier;
}

/** How a vendor brings the secret back, and what it may consist of to arrive unchanged. */
interface SecretCarrier {
	name: string;
	allowed: RegExp;
	/** The same in words, after "only". */
	inWords: string;
}

/** Clients differ in how they write anything beyond ASCII in a header; white space around it is dropped. */
export const IN_HEADER: SecretCarrier = {
	name: 'a header',
	allowed: /^[\x20-\x7e]*$/,
	inWords: 'letters without accents, digits, spaces and the signs of an English keyboard',
};

/** What RFC 3986 calls unreserved. In a pasted URL, + arrives as a space, & and # end it, and % begins an escape. */
export const IN_URL: SecretCarrier = {
	name: 'a URL',
	allowed: /^[A-Za-z0-9._~-]*$/,
	inWords: 'letters without accents, digits and - . _ ~',
};

/** Anyone who guesses a secret can forge events; nobody guesses 16 random characters. */
const LEAST_LENGTH = 16;

/**
 * Refuses a trigger that could not tell a genuine delivery from a forged one, or would refuse every genuine one.
 *
 * @throws NodeOperationError naming the field to fill or to change
 */
export async function requireSecret(
	context: IHookFunctions,
	api: VendorApi,
	field: SecretField,
): Promise<void> {
	const { current, previous } = secretFields(
		await context.getCredentials<WebhookSecrets>(api.credentialType),
	);
	requireUsable(context, api, field, field.displayName, current);
	requireUsable(context, api, field, `Previous ${field.displayName}`, previous);
	const options = context.getNodeParameter('options', {}) as IDataObject;
	if (current !== '' || previous !== '' || options.acceptUnverified === true) return;
	throw new NodeOperationError(
		context.getNode(),
		`Fill in ${field.displayName} in the ${api.vendorName} credential: without it, deliveries cannot be verified`,
		{
			description: `${field.whereToFind} If you cannot, add the option Accept Unverified Deliveries to this node; anyone who learns the URL can then send events.`,
		},
	);
}

function requireUsable(
	context: IHookFunctions,
	{ vendorName }: VendorApi,
	{ whereToFind, carrier }: SecretField,
	displayName: string,
	secret: string,
): void {
	if (carrier === undefined || secret === '') return;
	const flaw = flawOf(secret, carrier);
	if (flaw === null) return;
	throw new NodeOperationError(
		context.getNode(),
		`Change ${displayName} in the ${vendorName} credential: ${flaw}. Use at least ${LEAST_LENGTH} characters, and only ${carrier.inWords}.`,
		{ description: `${whereToFind} Use the same text in both places.` },
	);
}

function flawOf(secret: string, { name, allowed }: SecretCarrier): string | null {
	if (!allowed.test(secret)) {
		return `${name} cannot carry all of its characters unchanged, so every delivery would be refused`;
	}
	return secret.length < LEAST_LENGTH ? 'it is so short that it can be guessed' : null;
}
