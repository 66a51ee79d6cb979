/**
 * The endings of the files that interview vendors give, each with the media types it goes by, its own first. Web pages,
 * JSON and XML are missing: where a file was asked for, they are not the file.
 */
const TYPES: Record<string, string[]> = {
	mp4: ['video/mp4', 'application/mp4', 'audio/mp4'],
	m4v: ['video/x-m4v', 'video/mp4'],
	webm: ['video/webm', 'audio/webm'],
	mov: ['video/quicktime'],
	mkv: ['video/x-matroska', 'video/matroska'],
	avi: ['video/x-msvideo', 'video/avi', 'video/msvideo'],
	wmv: ['video/x-ms-wmv'],
	mpg: ['video/mpeg'],
	mpeg: ['video/mpeg'],
	ogv: ['video/ogg'],
	'3gp': ['video/3gpp', 'audio/3gpp'],
	ts: ['video/mp2t'],
	m4a: ['audio/mp4', 'audio/x-m4a', 'audio/m4a'],
	mp3: ['audio/mpeg', 'audio/mp3', 'audio/x-mp3', 'audio/mpeg3', 'audio/x-mpeg'],
	wav: ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
	ogg: ['audio/ogg', 'application/ogg', 'video/ogg'],
	oga: ['audio/ogg'],
	opus: ['audio/opus', 'audio/ogg'],
	aac: ['audio/aac', 'audio/x-aac', 'audio/aacp'],
	flac: ['audio/flac', 'audio/x-flac'],
	pdf: ['application/pdf', 'application/x-pdf'],
	docx: [
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		'application/zip',
		'application/x-zip-compressed',
	],
	doc: ['application/msword'],
	odt: ['application/vnd.oasis.opendocument.text', 'application/zip', 'application/x-zip-compressed'],
	pages: ['application/vnd.apple.pages', 'application/zip', 'application/x-zip-compressed'],
	rtf: ['application/rtf', 'text/rtf', 'text/plain'],
	txt: ['text/plain'],
	md: ['text/markdown', 'text/plain'],
	csv: ['text/csv', 'text/plain'],
	vtt: ['text/vtt', 'text/plain'],
	srt: ['application/x-subrip', 'text/srt', 'text/plain'],
	xlsx: [
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		'application/zip',
		'application/x-zip-compressed',
	],
	pptx: [
		'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		'application/zip',
		'application/x-zip-compressed',
	],
	zip: ['application/zip', 'application/x-zip-compressed', 'application/x-zip'],
	png: ['image/png'],
	jpg: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
	jpeg: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
	gif: ['image/gif'],
	webp: ['image/webp'],
	heic: ['image/heic'],
};

/** How the bytes of a file begin, as Latin-1 text, where that is beyond doubt. Source: WHATWG MIME Sniffing, file(1). */
const SIGNATURES: Array<[start: RegExp, type: string]> = [
	// Readers take it anywhere in the first 1,024 bytes; what stands before it is a line break or a byte order mark.
	[/^(?:\xEF\xBB\xBF)?\s*%PDF-/, 'application/pdf'],
	[/^.{4}ftypqt {2}/s, 'video/quicktime'],
	[/^.{4}ftypM4[AB] /s, 'audio/mp4'],
	[/^.{4}ftyp3g/s, 'video/3gpp'],
	[/^.{4}ftyp(?:iso|mp4|avc|dash|M4V|mmp4|MSNV|f4v)/s, 'video/mp4'],
	[/^\cZ\x45\xDF\xA3.{0,60}webm/s, 'video/webm'],
	[/^\cZ\x45\xDF\xA3.{0,60}matroska/s, 'video/x-matroska'],
	[/^RIFF.{4}WAVE/s, 'audio/wav'],
	[/^RIFF.{4}AVI /s, 'video/x-msvideo'],
	[/^RIFF.{4}WEBP/s, 'image/webp'],
	[/^OggS/, 'audio/ogg'],
	[/^(?:ID3|\xFF[\xFB\xFA\xF3\xF2])/, 'audio/mpeg'],
	[/^\xFF[\xF1\xF9]/, 'audio/aac'],
	[/^fLaC/, 'audio/flac'],
	[/^PK\cC\cD.*word\/document\.xml/s, TYPES.docx[0]],
	[/^PK\cC\cD/, 'application/zip'],
	[/^\{\\rtf/, 'application/rtf'],
	[/^\x89PNG\r\n/, 'image/png'],
	[/^\xFF\xD8\xFF/, 'image/jpeg'],
	[/^GIF8[79]a/, 'image/gif'],
];

/** What storage sends for a file whose type it does not know; the last two are what a form's upload leaves behind. */
const VAGUE =
	/^(?:application|binary|content|file|multipart|unknown)\/(?:x-)?(?:octet-?stream|binary|data|download|force-?download|save|file|unknown|form-data|www-form-urlencoded)$/;

/** Defaults of web servers, which also stand for files of which there is a better name. */
const GENERIC = ['text/plain', 'application/zip', 'application/x-zip-compressed'];

/** A media type without its parameters, in lower case; null for none, and for one that says nothing. */
function declaredType(header: unknown): string | null {
	const type = String(header ?? '')
		.split(';')[0]
		.trim()
		.toLowerCase();
	return /^[\w.+-]+\/[\w.+-]+$/.test(type) && !VAGUE.test(type) ? type : null;
}

/** The media type that the first bytes of a file stand for; null where they could be anything. */
export function typeOfBytes(head: Buffer): string | null {
	const text = head.toString('latin1');
	return SIGNATURES.find(([start]) => start.test(text))?.[1] ?? null;
}

/**
 * Whether the bytes are beyond doubt something else than the server declares. Within a family they are not: a film's
 * container is a sound's as well, and a Word file is a ZIP file.
 */
function contradicts(bytesType: string | null, declared: string | null): boolean {
	const [came, said] = [familyOf(bytesType), familyOf(declared)];
	return came !== null && said !== null && came !== said;
}

/** Whether files of this type always have bytes that are no character's. */
export function isNeverText(type: string | null): boolean {
	return ['media', 'image', 'pdf', 'archive'].includes(familyOf(type) ?? '');
}

/** Types that their bytes distinguish; null for none, and for one whose bytes could be anything. */
export function familyOf(type: string | null): Family | null {
	return FAMILIES.find(([types]) => types.test(type ?? ''))?.[1] ?? null;
}

type Family = 'media' | 'image' | 'pdf' | 'document' | 'archive' | 'text';

const FAMILIES: Array<[types: RegExp, family: Family]> = [
	[/^(?:audio|video)\/|^application\/(?:mp4|ogg)$/, 'media'],
	[/^image\/(?!svg)/, 'image'],
	[/^application\/(?:x-)?pdf$/, 'pdf'],
	[/\/(?:rtf|msword)$/, 'document'],
	[
		/^application\/(?:x-zip|zip|vnd\.(?:openxmlformats-officedocument|oasis\.opendocument|apple)\.)/,
		'archive',
	],
	[/^text\/|[/+](?:json|xml)$/, 'text'],
];

interface TypeAndEnding {
	mimeType: string;
	/** Without the dot, in lower case; empty when there is none. */
	ending: string;
}

/**
 * The type of a file and the ending that goes with it. The declared type counts, unless the bytes contradict it; without one
 * the first ending that is known; then the bytes. If none of them says, it is `application/octet-stream`: n8n would take it
 * for text.
 *
 * @param header `Content-Type`, as the server sent it
 * @param endings of the link and of the name in the header, the one to be believed first in front
 */
export function typeAndEnding(header: unknown, endings: string[], bytesType: string | null): TypeAndEnding {
	const said = declaredType(header);
	const declared = contradicts(bytesType, said) ? null : said;
	const known = endings.find(
		(ending) =>
			Object.hasOwn(TYPES, ending) &&
			(declared === null || TYPES[ending].includes(declared)) &&
			!contradicts(bytesType, TYPES[ending][0]),
	);
	if (known !== undefined) {
		const isSpecific = declared !== null && !GENERIC.includes(declared);
		return { mimeType: isSpecific ? declared : TYPES[known][0], ending: known };
	}
	const type = declared ?? bytesType;
	return {
		mimeType: type ?? 'application/octet-stream',
		ending: endingOfType(type) ?? endings.at(0) ?? '',
	};
}

/** The ending whose own type it is, else one that goes by it. */
function endingOfType(type: string | null): string | undefined {
	if (type === null) return undefined;
	const endings = Object.keys(TYPES);
	return (
		endings.find((ending) => TYPES[ending][0] === type) ??
		endings.find((ending) => TYPES[ending].includes(type))
	);
}
