import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer as it goes over the wire: what stands between n8n and a vendor need not speak its language. */
export interface BareAnswer {
	status: number;
	headers: Record<string, string>;
	body: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };

export const json = (body: unknown): BareAnswer => ({
	status: 200,
	headers: JSON_TYPE,
	body: JSON.stringify(body),
});

const PAGE =
	'<!doctype html><html><head><title>Sign in</title></head><body><div id="root"></div></body></html>';

/** What a wrong Base URL, a proxy or a login page answers with, whatever is asked. */
export const ODD_ANSWERS = {
	'a web page': { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: PAGE },
	'an empty 200': { status: 200, headers: JSON_TYPE, body: '' },
	'a 204': { status: 204, headers: {}, body: '' },
	'an empty object': json({}),
	null: json(null),
	'an empty list': json([]),
	'a redirect': { status: 301, headers: { location: 'https://www.example.com/' }, body: '' },
} satisfies Record<string, BareAnswer>;

type OddName = keyof typeof ODD_ANSWERS;

export const ODD_NAMES = Object.keys(ODD_ANSWERS) as OddName[];

/** A call that the vendor handles, and whose answer never comes. */
export const LOST = 'lost';

interface Call {
	method: string;
	path: string;
	body: string;
}

/**
 * Stands where a vendor should be: passes calls on to it up to a point, and returns answers of its own to all that follow.
 * Nothing of the simulators is used for that.
 */
export class BareServer {
	/** Every call that came. */
	calls: Call[] = [];
	/** How many calls still reach the vendor. */
	passes = 0;
	/** What the others get in turn, the last one forever. */
	answers: Array<BareAnswer | typeof LOST> = [];
	/** Makes the vendor's lists look as if another page followed. */
	hasMorePages = false;
	private readonly server = createServer((request, response) => void this.answer(request, response));

	/** @param vendor its base URL, where calls are to be passed on */
	constructor(private readonly vendor = '') {}

	/** @returns the base URL */
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
		const given = this.passes-- > 0 ? 'passed on' : this.nextAnswer();
		if (typeof given === 'object') {
			response.writeHead(given.status, given.headers).end(given.body);
			return;
		}
		const answer = await this.passOn(request, body);
		const type = answer.headers.get('content-type') ?? 'application/json';
		const content = Buffer.from(await answer.arrayBuffer());
		if (given === LOST) {
			response.destroy();
			return;
		}
		const shown = this.hasMorePages && type.includes('json') ? withMorePages(content) : content;
		response
			.writeHead(answer.status, { 'content-type': type })
			.end(answer.status === 204 ? undefined : shown);
	}

	private nextAnswer() {
		return this.answers.length > 1 ? this.answers.shift()! : this.answers[0];
	}

	private async passOn({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Response> {
		const passed = Object.entries(headers).filter(
			([name]) => !['host', 'connection', 'content-length'].includes(name),
		);
		return await fetch(`${this.vendor}${url}`, {
			method,
			headers: Object.fromEntries(passed) as Record<string, string>,
			...(body.length > 0 && { body }),
		});
	}
}

/** As many rows as Ribbon has on a full page, or more than there are on InterviewFlowAI's. */
const FULL_PAGE = 100;

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
	const [name, rows] = Object.entries(body).find(([, value]) => Array.isArray(value)) ?? ['', []];
	const [first] = rows as Array<Record<string, unknown>>;
	if (first === undefined) return content;
	const more = Array.from({ length: FULL_PAGE }, (_, index) => {
		const ids = ['id', 'interviewId', 'interview_id', 'interview_flow_id'].map((id) => [id, `more-${index}`]);
		return { ...first, ...Object.fromEntries(ids) } as object;
	});
	return Buffer.from(JSON.stringify({ ...body, [name]: [...(rows as unknown[]), ...more] }));
}
