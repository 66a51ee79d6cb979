import type { IncomingHttpHeaders } from 'node:http';

/**
 * What happens to a matching call instead of its answer: a bare status, the answer lost after the vendor
 * has acted, or 429 with `Retry-After`.
 */
type FaultKind = number | 'drop-after-handling' | 'retry-after';

export interface Fault {
	match: {
		method?: string;
		/** A string equals the path; an expression is tried on path and query. */
		path: RegExp | string;
		/** Occurs in the request body: distinguishes GraphQL calls. */
		body?: RegExp | string;
	};
	status: FaultKind;
	/** Default 1. */
	times?: number;
	/** For `retry-after`; default 1. */
	retryAfterSeconds?: number;
	/** What the vendor's error says, for vendors that repeat what they were sent; default "Simulated" and the status. */
	message?: (call: ReceivedCall) => string;
	/** Where a redirect leads. */
	location?: string;
}

/** What a fault is matched against. */
interface ReceivedCall {
	method: string;
	/** Without the query. */
	path: string;
	/** Path and query. */
	target: string;
	headers: IncomingHttpHeaders;
	body: string;
}

export class Faults {
	private armed: Array<{ fault: Fault; left: number }> = [];

	add(fault: Fault): void {
		this.armed.push({ fault, left: fault.times ?? 1 });
	}

	clear(): void {
		this.armed = [];
	}

	/** The first armed fault for this call, used up by one. */
	take(request: ReceivedCall): Fault | undefined {
		const found = this.armed.find(({ fault, left }) => left > 0 && strikes(fault.match, request));
		if (found) found.left--;
		return found?.fault;
	}
}

function strikes({ method, path, body }: Fault['match'], request: ReceivedCall): boolean {
	if (method && method.toUpperCase() !== request.method) return false;
	if (typeof path === 'string' ? path !== request.path : !path.test(request.target)) return false;
	if (body === undefined) return true;
	return typeof body === 'string' ? request.body.includes(body) : body.test(request.body);
}
