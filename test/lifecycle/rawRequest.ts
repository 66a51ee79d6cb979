import { connect } from 'node:net';

/**
 * Posts with exactly these header lines, which no HTTP client would send, and returns the status. `content-length` is
 * added unless a line says how the body is framed.
 */
export async function postRaw(url: string, lines: string[], body: Buffer | string = ''): Promise<number> {
	const { hostname, port, pathname, search } = new URL(url);
	const bytes = Buffer.from(body);
	const framed = lines.some((line) => /^transfer-encoding:/i.test(line));
	const head = [
		`POST ${pathname}${search} HTTP/1.1`,
		`host: ${hostname}:${port}`,
		'connection: close',
		...(framed ? [] : [`content-length: ${bytes.length}`]),
		...lines,
	];
	return await new Promise((resolve, reject) => {
		const answer: Buffer[] = [];
		const socket = connect(Number(port), hostname, () => {
			socket.write(`${head.join('\r\n')}\r\n\r\n`, 'latin1');
			socket.write(bytes);
		});
		socket.setTimeout(10_000, () => socket.destroy(new Error('No answer within 10 seconds')));
		socket.on('data', (chunk) => answer.push(chunk));
		socket.on('error', reject);
		socket.on('close', () => resolve(Number(Buffer.concat(answer).toString('latin1').split(' ')[1])));
	});
}
