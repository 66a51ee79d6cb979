/** Texts and comments of a GraphQL document: whichever begins first holds the other. */
const TEXTS_AND_COMMENTS = /"""(?:\\"""|[^])*?"""|"(?:\\.|[^"\\\n\r])*"|#[^\n\r]*/g;

/**
 * Whether a GraphQL document may change something. Any document with the word `mutation` outside of its texts and
 * comments counts, also where it only names a field or a variable: that one is then sent once, which is never wrong.
 */
export function mayChange(document: string): boolean {
	return /\bmutation\b/.test(document.replace(TEXTS_AND_COMMENTS, ' '));
}
