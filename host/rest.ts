import { randomUUID } from 'node:crypto';

/** What opens n8n's editor. */
export interface Login {
	email: string;
	password: string;
}

/** An answer of n8n other than 2xx; the message is n8n's own. */
export class RestError extends Error {
	override readonly name = 'RestError';

	constructor(
		message: string,
		readonly status: number,
		/** n8n's whole answer, as text. */
		readonly body: string,
		readonly request: string,
	) {
		super(message);
	}
}

/** The editor's side of n8n's internal REST interface: one browser session. */
export interface Rest {
	/**
	 * @param path with its leading slash, e.g. `/rest/workflows`
	 * @param body sent as JSON
	 * @returns what n8n answered, out of its `{ data }` wrapper when it has nothing else in it
	 * @throws RestError
	 */
	request<T>(method: string, path: string, body?: unknown): Promise<T>;
	/** Makes the first owner of a fresh n8n and signs in as it. */
	setUpOwner(login: Login): Promise<void>;
	signIn(login: Login): Promise<void>;
}

const TIMEOUT_MS = 60_000;

export function openRest(baseUrl: string): Rest {
	// n8n binds the cookie to the browser that signed in.
	const browserId = randomUUID();
	let cookie = '';

	const request = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
		const response = await fetch(baseUrl + path, {
			method,
			headers: {
				'browser-id': browserId,
				cookie,
				// n8n ends a connection that was idle for 5 s, just when a busy test may be using it again.
				connection: 'close',
				...(body !== undefined && { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		const text = await response.text();
		if (!response.ok) throw new RestError(messageOf(text), response.status, text, `${method} ${path}`);
		const issued = response.headers.getSetCookie().find((line) => line.startsWith('n8n-auth='));
		if (issued) cookie = issued.split(';')[0];
		return unwrap(text === '' ? undefined : JSON.parse(text)) as T;
	};

	return {
		request,
		setUpOwner: async ({ email, password }) => {
			await request('POST', '/rest/owner/setup', { email, password, firstName: 'Olive', lastName: 'Owner' });
		},
		signIn: async ({ email, password }) => {
			await request('POST', '/rest/login', { emailOrLdapLoginId: email, password });
		},
	};
}

function unwrap(answer: unknown): unknown {
	const isWrapper =
		typeof answer === 'object' && answer !== null && 'data' in answer && Object.keys(answer).length === 1;
	return isWrapper ? answer.data : answer;
}

function messageOf(text: string): string {
	try {
		const { message } = JSON.parse(text) as { message?: unknown };
		if (typeof message === 'string') return message;
	} catch {
		// Not JSON: the text itself says it.
	}
	return text.slice(0, 500);
}
