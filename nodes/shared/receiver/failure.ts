/** How many places of a stack are named; the first is where it happened. */
const MOST_PLACES = 3;

const MOST_SIGNS = 200;

/** A line of a stack, by its file's name, line and column. What runs inside Node.js or V8 has no file. */
const PLACE = /^\s+at .*?([\w.-]{1,64}\.[cm]?[jt]s:\d+:\d+)\)?$/;

/** JavaScript's own errors: their messages repeat what could not be read, a candidate's name or a secret. */
const REPEATING = /^(Aggregate|Eval|Range|Reference|Syntax|Type|URI|Internal|Assertion)?Error$/;

/**
 * An error as it may be logged and shown: its class and where in the code it was thrown, such as
 * `TypeError at index.js:120:15, index.js:98:3`. Never its message, which may repeat a delivery.
 */
export function failureIn(error: unknown): string {
	if (!(error instanceof Error)) return `a thrown ${error === null ? 'null' : typeof error}`;
	const stack = String(error.stack);
	// The message stands at the beginning of the stack, and could hold lines that look like places.
	const start = stack.indexOf(error.message);
	const places = stack
		.slice(start === -1 ? 0 : start + error.message.length)
		.split('\n')
		.flatMap((line) => PLACE.exec(line)?.[1] ?? [])
		.slice(0, MOST_PLACES);
	return [
		className(error),
		...codeOf(error),
		...(places.length === 0 ? [] : [`at ${places.join(', ')}`]),
	].join(' ');
}

/** What Node.js and databases call the error, such as ECONNREFUSED. */
function codeOf(error: Error): string[] {
	const { code } = error as NodeJS.ErrnoException;
	return typeof code === 'string' && /^[A-Z][A-Z\d_]{1,39}$/.test(code) ? [code] : [];
}

/** The same with the first line of the message where n8n wrote it, which speaks of credentials and knows no delivery. */
export function failureOfHost(error: unknown): string {
	if (!(error instanceof Error) || REPEATING.test(className(error))) return failureIn(error);
	const [message] = error.message.split('\n', 1);
	return `${className(error)}: ${message.slice(0, MOST_SIGNS)}`;
}

/** The class, also where it is named in no message; only as an identifier, should somebody have put another text there. */
function className({ name, constructor }: Error): string {
	const own = name === 'Error' ? constructor.name : name;
	return /^[A-Za-z]\w{0,63}$/.test(own) ? own : 'Error';
}
