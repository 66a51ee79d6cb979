/** Shorter texts are no secrets, and would be found in everything. */
const SHORTEST_SECRET = 8;

const HIDDEN = '***';

/**
 * The same value with `***` in place of every secret that its texts or names hold, as it is or as URLs write it: a
 * vendor may repeat what it was sent, and n8n stores items and logs errors.
 */
export function hideSecrets<Value>(value: Value, secrets: readonly string[]): Value {
	const forms = formsOf(secrets);
	return forms.length === 0 ? value : (hide(value, forms) as Value);
}

/** Whether a text holds one of the secrets. */
export function holdsSecret(text: string | Buffer, secrets: readonly string[]): boolean {
	return formsOf(secrets).some((form) => text.includes(form));
}

function formsOf(secrets: readonly string[]): string[] {
	const long = secrets.map((secret) => secret.trim()).filter(({ length }) => length >= SHORTEST_SECRET);
	return [...new Set(long.flatMap((secret) => [secret, encodeURIComponent(secret)]))];
}

function hide(value: unknown, forms: readonly string[]): unknown {
	if (typeof value === 'string') return hideInText(value, forms);
	if (Array.isArray(value)) return value.map((entry) => hide(entry, forms));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [hideInText(name, forms), hide(entry, forms)]),
	);
}

function hideInText(text: string, forms: readonly string[]): string {
	return forms.reduce((cleaned, form) => cleaned.replaceAll(form, HIDDEN), text);
}
