import type { ICredentialTestRequest } from 'n8n-workflow';

type Rules = NonNullable<ICredentialTestRequest['rules']>;
type Rule = Rules[number];

/** Rules of both kinds in one list, which n8n takes but its type does not; the first that fits speaks. */
export function rules(...lists: Array<Rule | Rule[]>): Rules {
	return lists.flat() as Rules;
}

/** What an answer with this status means; n8n before 2.4x shows words of its own instead. */
export function onStatus(value: number, message: string): Rule {
	return { type: 'responseCode', properties: { value, message } };
}

/** What a 2xx means whose body holds this value there; `undefined` where the body has no such field. */
export function onBody(key: string, value: unknown, message: string): Rule {
	return { type: 'responseSuccessBody', properties: { key, value, message } } as Rule;
}

export const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * The rules of a credential test by which a web page, an empty answer, a redirect or a 404 says that it is the URL that is wrong
 * and not the key. n8n looks the key up in the body with lodash's `get`, for which a text has a constructor, too.
 *
 * @param documented a field of the vendor's answer; left out where the vendor documents none
 */
export function notTheApi(vendorName: string, documented?: string): Rule[] {
	const message = `This is not the ${vendorName} API: check Base URL. The key was not tested.`;
	return [
		...[...REDIRECTS, 404, 405].map((status) => onStatus(status, message)),
		onBody('constructor.name', 'String', message),
		onBody('constructor.name', undefined, message),
		...(documented === undefined ? [] : [onBody(documented, undefined, message)]),
	];
}

/** Lengths of nothing, `{}` or `[]`, and `null`. */
const NO_ANSWERS = [0, 2, 4];

/** How a web page begins, a list, a text, and a page after a byte order mark or white space. */
const NO_OBJECTS = ['<', '[', '"', ' ', '\n', '\r', '\t', '\uFEFF'];

/** The same for a test that reads the answer as text (`encoding: 'text'`), where no field is in every answer. */
export function noObject(message: string): Rule[] {
	return [
		...NO_ANSWERS.map((length) => onBody('length', length, message)),
		...NO_OBJECTS.map((first) => onBody('0', first, message)),
	];
}
