/** One HTTP request as it goes out. */
export interface Request {
	headers: Record<string, string>;
	body: Buffer;
}

/** Requests to send to one URL. */
export interface Load {
	url: string;
	requests: Request[];
	/**
	 * So many at a time, each as soon as the one before it is answered; or so many a second, evenly, whatever the answers do, from
	 * a moment on that another process keeps to as well: `phase`, from 0 to 1, is the part of the time between two by which they come later.
	 */
	pace: { connections: number } | { perSecond: number; phase: number };
}

/** What came back. */
export interface Answers {
	/** Epoch milliseconds. */
	startedAt: number;
	/** From the first request to the last answer. */
	elapsedMs: number;
	/** From each request to its answer, in the order of the answers. */
	latenciesMs: number[];
	/** How many answers had which status; 0 for a request that got none. */
	statuses: Record<number, number>;
}
