import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer as it goes over the wire: what stands between n8n and a vendor need not speak its language. */
export interface BareAnswer {
	status: number;
	body: string;
	type?: string;
	location?: string;
}

export const json = (body: unknown): BareAnswer => ({
	status: 200,
	body: JSON.stringify(body),
	type: 'application/json',
});

const WEB_PAGE: BareAnswer = {
	status: 200,
	body: '<!doctype html><html><body><div id="root"></div></body></html>',
	type: 'text/html; charset=utf-8',
};

/** What a wrong Base URL, a proxy or a login page answers with, whatever is asked. */
export const ODD_ANSWERS: Record<string, BareAnswer> = {
	'a web page': WEB_PAGE,
	'an empty 200': { status: 200, body: '' },
	'a 204': { status: 204, body: '' },
	'{}': json({}),
	null: json(null),
	'[]': json([]),
	'a 301': { ...WEB_PAGE, status: 301, location: 'https://example.com/login' },
};

/** Answers each call with the next answer, the last one for ever. */
export async function startBareServer(...answers: BareAnswer[]) {
	const calls: Array<Record<string, unknown>> = [];
	const server = createServer((request, response) => {
		let sent = '';
		request.on('data', (part) => (sent += part));
		request.on('end', () => {
			calls.push(JSON.parse(sent || '{}') as Record<string, unknown>);
			const { status, body, type, location } = answers[Math.min(calls.length, answers.length) - 1];
			response.writeHead(status, {
				...(type ? { 'content-type': type } : {}),
				...(location ? { location } : {}),
			});
			response.end(body);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		/** The body of each call. */
		calls,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
