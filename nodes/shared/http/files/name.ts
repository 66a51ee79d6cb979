/** Windows and Linux take 255; what is put in front of it, or a folder around it, must fit as well. */
const LONGEST_NAME_BYTES = 150;

/** A name of 255 Chinese characters, percent-encoded, is shorter. */
const LONGEST_HEADER = 4096;

/** Devices of Windows, whatever follows after a dot. Source: Microsoft, "Naming Files, Paths, and Namespaces". */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i;

/** Control characters, those that turn the direction of text, other invisible ones, halves of characters, line separators. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A file's name that every file system takes: no separators, nothing invisible, no device of Windows, no dot or blank at
 * either end, at most 150 bytes of UTF-8.
 *
 * @param ending without the dot; may be empty
 */
export function safeFileName(baseName: string, ending: string): string {
	const suffix = ending === '' ? '' : `.${ending}`;
	const clean = baseName
		.slice(0, LONGEST_NAME_BYTES * 4)
		.normalize('NFC')
		.replace(INVISIBLE, '')
		.replace(/[\\/:*?"<>|]/g, '_')
		.replace(/\s/g, ' ');
	const cut = withoutEdges(firstBytes(withoutEdges(clean), LONGEST_NAME_BYTES - 1 - suffix.length));
	return `${DEVICE.test(cut) ? '_' : ''}${cut || 'file'}${suffix}`;
}

function withoutEdges(name: string): string {
	return name.replace(/^[. ]+/, '').replace(/[. ]+$/, '');
}

/** As many whole characters as fit into the bytes. */
function firstBytes(text: string, bytes: number): string {
	let size = 0;
	let end = 0;
	for (const character of text) {
		size += Buffer.byteLength(character);
		if (size > bytes) break;
		end += character.length;
	}
	return text.slice(0, end);
}

/**
 * The endings that a file may have, without the dot and in lower case: of the link that led to it, of the one it came
 * from, and of the name in its `Content-Disposition`.
 */
export function endingsOf(links: string[], disposition: unknown): string[] {
	const paths = links.map((link) => new URL(link).pathname.split('/').at(-1)?.split(';')[0]);
	return [...paths, ...dispositionNames(disposition)].flatMap((name) => endingOf(percentDecoded(name ?? '')));
}

/** `filename*` before `filename`, as RFC 6266 says; a quoted value may hold semicolons and backslashes. */
function dispositionNames(header: unknown): string[] {
	if (typeof header !== 'string') return [];
	const parameters = [
		...header
			.slice(0, LONGEST_HEADER)
			.matchAll(/(?:^|;)\s*([\w*.-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g),
	];
	return ['filename*', 'filename'].flatMap((wanted) =>
		parameters
			.filter(([, name]) => name.toLowerCase() === wanted)
			.map(([, , quoted, plain]) => quoted?.replace(/\\(["\\])/g, '$1') ?? plain),
	);
}

function endingOf(name: string): string[] {
	const last = name.replace(INVISIBLE, '').split(/[\\/]/).at(-1) ?? '';
	const ending = /\.([A-Za-z0-9]{1,5})["' .]*$/.exec(last)?.[1];
	return ending === undefined ? [] : [ending.toLowerCase()];
}

function percentDecoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
