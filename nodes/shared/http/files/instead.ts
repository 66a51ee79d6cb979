import { hideSecrets } from '../hideSecrets';
import { familyOf, isNeverText, typeOfBytes } from './type';

/** What came in the place of a file. */
export interface Instead {
	/** In words: "a web page instead". */
	what: string;
	/** Its title or message, without links' queries; null when it has none. */
	says: string | null;
	/** Whether it says that the link has expired. */
	isExpired: boolean;
}

/** What a file can be documented to hold. */
export type FileContent = 'recording' | 'pdf';

const LONGEST_QUOTE = 100;

/** What a web page begins with. Source: WHATWG MIME Sniffing, "identifying a resource with an unknown MIME type"; nginx's own error pages begin with center. */
const PAGE_START =
	/^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype|html|head|body|script|style|title|iframe|table|div|h1|meta|p|br|a|b|center|main|noscript|header|section)(?:[\s/>]|$)/is;
const JSON_VALUE = /^(?:\{\s*["}]|\[\s*[{["\]])/;
const XML = /^<(?:\?xml|Error)[\s>]/i;

/**
 * What storage says of a link that has expired under a status that says less: Amazon, Google and Azure name the error or
 * its time, Supabase puts the real status into the body.
 */
const SAYS_EXPIRED =
	/expir|Access ?Denied|AuthenticationFailed|InvalidJWT|"exp\W{1,3}claim|"statusCode"\s*:\s*"?(?:401|403|404|410)\b|NoSuchKey|not_found/i;

/** Whether the text of an error, whatever its form, means that the link has expired. */
export function saysExpired(text: string): boolean {
	return SAYS_EXPIRED.test(text);
}

interface Kind {
	what: string;
	types: RegExp;
	start: RegExp;
	says: RegExp;
}

const PAGE: Kind = {
	what: 'a web page instead',
	types: /^(?:text\/html|application\/xhtml\+xml)$/,
	start: PAGE_START,
	says: /<title[^>]*>([^<]*)/i,
};

const KINDS: Kind[] = [
	PAGE,
	{
		what: 'a JSON message instead',
		types: /[/+](?:x-)?(?:nd|hal)?json$/,
		start: JSON_VALUE,
		says: /"(?:message|error_description|error|detail|title)"\s*:\s*"((?:[^"\\]|\\.)*)"/i,
	},
	{
		what: 'an XML message instead',
		types: /^(?!image\/)[^/]+\/(?:.*\+)?xml$/,
		start: XML,
		says: /<Message>([^<]*)/i,
	},
	{
		what: 'a playlist (HLS) instead, which only has links to the parts of the recording',
		types: /^(?:application|audio)\/(?:x-|vnd\.apple\.)?mpegurl$/,
		start: /^#EXTM3U/,
		says: /$^/,
	},
];

/**
 * What the beginning of an answer shows to be no file at all, whatever type it bears; null for a file. Bytes that are a
 * film's or a PDF's count more than a declared type, which is many a server's default.
 *
 * @param type as which it would be kept
 * @param url where it came from
 * @param holds what was asked for; undefined where it may be anything
 */
export function whatCameInstead(
	type: string,
	head: Buffer,
	url: string,
	holds: FileContent | undefined,
): Instead | null {
	if (head.length === 0) return nothingSaid('an empty file (0 bytes)');
	const bytesType = typeOfBytes(head);
	if (bytesType !== null)
		return isOther(bytesType, holds) ? nothingSaid(`a file of the type ${bytesType} instead`) : null;
	const text = asText(head);
	const kind = KINDS.find(({ start }) => start.test(text)) ?? KINDS.find(({ types }) => types.test(type));
	if (kind !== undefined) {
		const says = quote(kind, text, url);
		// A page's scripts say anything; its title does not.
		return { what: kind.what, says, isExpired: saysExpired(kind === PAGE ? (says ?? '') : text) };
	}
	if ((holds !== undefined || isNeverText(type)) && !isBinary(head))
		return { ...nothingSaid('text instead'), isExpired: saysExpired(text) };
	return holds === 'pdf' ? nothingSaid('no PDF') : null;
}

const nothingSaid = (what: string): Instead => ({ what, says: null, isExpired: false });

function isOther(bytesType: string, holds: FileContent | undefined): boolean {
	return holds !== undefined && familyOf(bytesType) !== (holds === 'recording' ? 'media' : 'pdf');
}

/** Without the mark of its byte order and leading blanks; UTF-16 loses the zero bytes, which is enough for ASCII. */
function asText(head: Buffer): string {
	return head
		.toString('utf8')
		.replaceAll('\0', '')
		.replace(/^[\uFEFF\uFFFD\s]+/, '');
}

function isBinary(head: Buffer): boolean {
	return head.some((byte) => byte < 32 && ![9, 10, 12, 13, 27].includes(byte));
}

/** The message may repeat the link, whose query signs for it. */
function quote({ says }: Kind, text: string, url: string): string | null {
	const [, found] = says.exec(text) ?? /<Code>([^<]*)/i.exec(text) ?? [];
	const secrets = [...new URL(url).searchParams.values()];
	const words = hideSecrets(found ?? '', secrets)
		.replace(/\?\S*=\S*/g, '')
		.replace(/\s+/g, ' ')
		.trim();
	if (words === '') return null;
	return words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE).trimEnd()}…`;
}
