import { createContext, runInContext } from 'node:vm';

type Container = Record<string, unknown>;

/** Every field of a body, as the list or object that holds it and its name there. */
export function fieldsOf(
	container: unknown,
	found: Array<[Container, string]> = [],
): Array<[Container, string]> {
	if (typeof container !== 'object' || container === null) return found;
	const holder = container as Container;
	for (const name of Object.keys(holder)) {
		found.push([holder, name]);
		fieldsOf(holder[name], found);
	}
	return found;
}

/** A key of the object's own, even for `__proto__`, as JSON.parse makes it. */
export function setOwn(holder: object, name: string, value: unknown): void {
	Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

const repeated = (text: string, length: number) =>
	text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Texts on which a careless pattern or loop takes quadratic time: at this length, half a minute. */
export function hostileTexts(length = 160 * 1024): Array<[name: string, text: string]> {
	const between = (text: string) => `x${repeated(text, length)}x`;
	return [
		['spaces', between(' ')],
		['tabs and spaces', between('\t ')],
		['line feeds', between('\n')],
		['carriage returns', between('\r')],
		['lines of spaces', between('      \n')],
		['blank lines before a list', between(' \n\t\r\n- ')],
		['digits', `${repeated('1', length)}x`],
		['brackets', repeated('[', length)],
		['a list of lists', repeated('[', length / 2) + repeated(']', length / 2)],
		['quotes and backslashes', repeated('\\"', length)],
		['question marks', `https://x.example.com/${repeated('?#', length)}`],
		['dots', `https://x.example.com/?token=${repeated('.', length)}`],
		['ampersands', `https://x.example.com/?${repeated('&a=%', length)}`],
		['a policy', `https://x.example.com/?Policy=${policy(length)}`],
		['a time', `2026-01-01T${repeated('+0', length)}Z`],
		['less-than signs', repeated('<', length)],
		['tags', repeated('<p>a</b>', length)],
		['tags that do not end', repeated('</b><p a="', length)],
		['entities', repeated('&amp;&#x41;', length)],
		// Each is written as six characters when a body is hashed.
		['lone surrogates', repeated('\ud800', length / 8)],
		['NUL', between('\0')],
		['letters', repeated('Ab', length)],
	];
}

/**
 * Runs what must end. It is no measurement: quadratic time would be longer by far. Jest's own limit cannot stop what never
 * yields to the event loop.
 */
export function mustEnd<Result>(run: () => Result): Result {
	return runInContext('run()', createContext({ run }), { timeout: 10_000 }) as Result;
}

function policy(length: number): string {
	return Buffer.from(repeated('"AWS:EpochTime"   ', length * 0.75)).toString('base64');
}
