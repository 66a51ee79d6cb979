/** One URL that a vendor calls, no matter who registered it. */
export interface Registration {
	id: string;
	url: string;
	/** Empty: every event. */
	events: string[];
	active: boolean;
	/** What it is limited to (HeyMilo: the posting); null: the whole account. */
	scope: string | null;
	/** Custom headers sent with every delivery (JobMojito). */
	headers: Record<string, string>;
	/** The registrant's own mark (Hireflix `external`). */
	external: string | null;
	/** `dashboard`, or the generation of the API that made it: `api`, `v1`, `v2`. */
	madeBy: string;
	/** Epoch milliseconds. */
	createdAt: number;
	updatedAt: number;
}

export type RegistrationInput = Pick<Registration, 'url'> &
	Partial<Omit<Registration, 'url' | 'createdAt' | 'updatedAt'>>;

export function registration(input: RegistrationInput, id: string, nowMs: number): Registration {
	return {
		id,
		events: [],
		active: true,
		scope: null,
		headers: {},
		external: null,
		madeBy: 'dashboard',
		createdAt: nowMs,
		updatedAt: nowMs,
		...input,
	};
}

export function isMeant(to: Registration, event: string, scope: string | null): boolean {
	return (
		to.active &&
		(to.events.length === 0 || to.events.includes(event)) &&
		(to.scope === null || to.scope === scope)
	);
}

/** A URL as a list returns it once the vendor has parsed it: the host in lower case, without its usual port. Assumed. */
export function asListed(url: string): string {
	return URL.canParse(url) ? new URL(url).href : url;
}
