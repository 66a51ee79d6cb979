import { hidePeople } from './hidePeople';

const MESSAGE_LIMIT = 300;

/**
 * The sentence in an error body, whatever its envelope: `{message}`, `{error}`, `{error: {message, errors[]}}`,
 * `{errors: [{message}]}` (GraphQL) or `{detail: [{loc, msg}]}` (FastAPI), with the parameter it concerns.
 */
export function vendorMessage(body: unknown): string | null {
	const found = sentence(body);
	return found === null ? null : found.slice(0, MESSAGE_LIMIT);
}

/**
 * What the vendor says in an error body: as an error's message, which gets into n8n's log, and in full for its
 * description where that says more. Null when there is no sentence in it.
 *
 * @param sent the call, whose names and addresses the vendor may be repeating
 */
export function asSaid(
	vendorName: string,
	body: unknown,
	sent: unknown,
): { message: string; inFull: string } | null {
	const whole = vendorMessage(body);
	if (whole === null) return null;
	const discreet = hidePeople(whole, sent);
	return {
		message: `${vendorName} says: ${discreet}`,
		inFull: discreet === whole ? '' : `In full: ${whole.replace(/\.?$/, '.')} `,
	};
}

function sentence(body: unknown): string | null {
	if (typeof body === 'string') return /^\s*</.test(body) || body.trim() === '' ? null : body.trim();
	if (Array.isArray(body)) {
		const sentences = body.map(sentence).filter((entry) => entry !== null);
		return sentences.length > 0 ? sentences.join('; ') : null;
	}
	if (typeof body !== 'object' || body === null) return null;
	const { errors, details, detail, error, message, msg, loc, param, name } = body as Record<string, unknown>;
	const inner = sentence(nonEmpty(errors) ?? nonEmpty(details) ?? detail ?? error);
	const own = sentence(message ?? msg);
	const text = [own, inner]
		.filter((entry, index, all) => entry !== null && all.indexOf(entry) === index)
		.join(': ');
	if (text === '') return null;
	const parameter = Array.isArray(loc) ? loc.filter((part) => part !== 'body').join('.') : (param ?? name);
	return typeof parameter === 'string' && parameter !== '' ? `${text} (${parameter})` : text;
}

function nonEmpty(list: unknown): unknown {
	return Array.isArray(list) && list.length === 0 ? undefined : list;
}
