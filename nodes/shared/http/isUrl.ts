/**
 * Whether a text is a URL, relative to the base where there is one. Not `URL.canParse`: once Node 20 has optimized it, it
 * says no to every URL with a letter such as ü.
 */
export function isUrl(text: string, base?: string): boolean {
	try {
		return Boolean(new URL(text, base));
	} catch {
		return false;
	}
}

/** Whether a text is the whole address of something on the web. */
export function isWebAddress(text: string): boolean {
	return isUrl(text) && /^https?:$/.test(new URL(text).protocol);
}
