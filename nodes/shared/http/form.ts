import { randomUUID } from 'node:crypto';

/** One field of a multipart form: a text, or a file. */
export type FormPart =
	{ name: string; value: string } | { name: string; fileName: string; mimeType: string; content: Buffer };

/** The bytes of a form, in one piece; n8n's own type for forms needs a package that nodes may not import. */
export function encodeForm(parts: FormPart[]): { body: Buffer; contentType: string } {
	const boundary = `form-${randomUUID()}`;
	const chunks = parts.flatMap((part) => [
		Buffer.from(`--${boundary}\r\n${formHeaders(part)}\r\n\r\n`),
		'content' in part ? part.content : Buffer.from(part.value),
		Buffer.from('\r\n'),
	]);
	const body = Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
	return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}

/** The texts of a form by name, without its files. */
export function textsOf(parts: FormPart[]): Record<string, string> {
	return Object.fromEntries(parts.flatMap((part) => ('value' in part ? [[part.name, part.value]] : [])));
}

function formHeaders(part: FormPart): string {
	const disposition = `Content-Disposition: form-data; name="${quotable(part.name)}"`;
	if (!('content' in part)) return disposition;
	const type = part.mimeType.replace(/[\r\n]/g, '');
	return `${disposition}; filename="${quotable(part.fileName)}"\r\nContent-Type: ${type}`;
}

/** As browsers write names in a form (HTML standard, multipart/form-data encoding algorithm). */
function quotable(name: string): string {
	return name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}
