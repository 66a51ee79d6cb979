import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What may stand at a Base URL instead of a vendor, or between. */
export interface OddAnswer {
	status: number;
	headers: Record<string, string>;
	body: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };

const json = (body: unknown): OddAnswer => ({ status: 200, headers: JSON_TYPE, body: JSON.stringify(body) });

const PAGE =
	'<!doctype html><html><head><title>Sign in</title></head><body><div id="root"></div></body></html>';

export const ODD_ANSWERS = {
	'a web page': { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: PAGE },
	'an empty 200': { status: 200, headers: JSON_TYPE, body: '' },
	'a 204': { status: 204, headers: {}, body: '' },
	'an empty object': json({}),
	null: json(null),
	'an empty list': json([]),
	'a redirect': { status: 301, headers: { location: 'https://www.example.com/' }, body: '' },
} satisfies Record<string, OddAnswer>;

export type OddName = keyof typeof ODD_ANSWERS;

interface Call {
	method: string;
	path: string;
	body: string;
}

/**
 * A bare server that passes calls on to a vendor up to a point, and gives one odd answer to all that follow. Nothing of
 * the simulators is used for that.
 */
export class OddServer {
	/** Every call that came. */
	calls: Call[] = [];
	/** How many calls still reach the vendor. */
	passes = Infinity;
	odd: OddAnswer = ODD_ANSWERS['a web page'];
	/** Makes lists look as if another page followed. */
	hasMorePages = false;
	private readonly server = createServer((request, response) => void this.answer(request, response));

	constructor(private readonly vendor: string) {}

	async start(): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
		const body = Buffer.concat(chunks);
		const { method = 'GET', url = '/' } = request;
		this.calls.push({ method, path: url, body: body.toString() });
		if (this.passes-- <= 0) {
			response.writeHead(this.odd.status, this.odd.headers).end(this.odd.body);
			return;
		}
		const headers = Object.entries(request.headers).filter(
			([name]) => !['host', 'connection', 'content-length'].includes(name),
		);
		const answer = await fetch(`${this.vendor}${url}`, {
			method,
			headers: Object.fromEntries(headers) as Record<string, string>,
			...(body.length > 0 && { body }),
		});
		const type = answer.headers.get('content-type') ?? 'application/json';
		const content = Buffer.from(await answer.arrayBuffer());
		const shown = this.hasMorePages && type.includes('json') ? withMorePages(content) : content;
		response
			.writeHead(answer.status, { 'content-type': type })
			.end(answer.status === 204 ? undefined : shown);
	}
}

/** As many rows as InterviewFlowAI has on a full page. */
const FULL_PAGE = 20;

function withMorePages(content: Buffer): Buffer {
	const body = JSON.parse(content.toString() || 'null') as Record<string, unknown> | null;
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return content;
	const { pagination, data } = body;
	if (typeof pagination === 'object' && pagination !== null) {
		return Buffer.from(JSON.stringify({ ...body, pagination: { ...pagination, has_more: true } }));
	}
	const list = (data as { position?: { interviewList?: object } } | undefined)?.position?.interviewList;
	if (list) {
		const position = { interviewList: { ...list, lastCursor: 'more' } };
		return Buffer.from(JSON.stringify({ ...body, data: { position } }));
	}
	if (!Array.isArray(data) || data.length === 0) return content;
	const [first] = data as Array<Record<string, unknown>>;
	const more = Array.from({ length: Math.max(0, FULL_PAGE - data.length) }, (_, index) => ({
		...first,
		id: `more-${index}`,
		interviewId: `more-${index}`,
	}));
	return Buffer.from(JSON.stringify({ ...body, data: [...(data as unknown[]), ...more] }));
}
