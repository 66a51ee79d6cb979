import type { Simulators } from '../../../demo/vendors';
import type { Fault } from '../../../simulators/shared/faults';
import type { Vendor } from '../../../simulators/shared/simulator';
import { TRIED_OPERATIONS, type TriedOperation } from '../../operations';

/** As often as a reading call is sent at most. */
const ATTEMPTS = 4;

/** Any call except a download. */
const EVERY_CALL = { path: /^(?!\/(files|recordings|reports)\/)/ };

/** Nobody listens there. */
export const CLOSED_PORT = 'http://127.0.0.1:1';

/** A vendor that writes into its errors what it was sent and what it knows: the key, the body, the webhook secrets. */
export function indiscreet(vendor: Vendor, simulators: Simulators): NonNullable<Fault['message']> {
	const { webhookSecret = '', previousWebhookSecret = '' } = simulators[vendor]
		.credentials as unknown as Partial<Record<string, string>>;
	return ({ headers, body }) =>
		[
			headers['x-api-key'] ?? headers.authorization,
			webhookSecret,
			encodeURIComponent(previousWebhookSecret),
			body,
		].join(' ');
}

/** Every way in which a call fails at the vendor. @param elsewhere where a redirect leads */
export function failuresOf(
	vendor: Vendor,
	simulators: Simulators,
	elsewhere: string,
): Array<[string, Fault]> {
	const message = indiscreet(vendor, simulators);
	const statuses = [400, 401, 403, 404, 422].map((status): [string, Fault] => [
		String(status),
		{ match: EVERY_CALL, status, message },
	]);
	return [
		...statuses,
		['500', { match: EVERY_CALL, status: 500, message, times: ATTEMPTS }],
		[
			'429 until it stops trying',
			{ match: EVERY_CALL, status: 'retry-after', retryAfterSeconds: 1, message, times: ATTEMPTS },
		],
		['lost answer', { match: EVERY_CALL, status: 'drop-after-handling', times: ATTEMPTS }],
		['redirect', { match: EVERY_CALL, status: 302, location: `${elsewhere}/elsewhere`, message }],
	];
}

const CHOSEN: Record<Vendor, string[]> = {
	hireflix: ['report get', 'interview share'],
	heymilo: ['report get', 'candidate add'],
	jobmojito: ['report get', 'candidate register'],
	interviewflowai: ['report get', 'candidate addMany'],
	ribbon: ['report get', 'flow create'],
	micro1: ['report get', 'interview invite'],
};

/** One operation that reads and one that writes. */
export function operationsToFail(vendor: Vendor): TriedOperation[] {
	return TRIED_OPERATIONS[vendor].filter(({ resource, operation }) =>
		CHOSEN[vendor].includes(`${resource} ${operation}`),
	);
}

/**
 * What befalls the call that registers, one after the other while n8n tries again. HeyMilo's other calls succeed;
 * Hireflix has one address for all.
 */
export function activationFaults(vendor: Vendor, simulators: Simulators): Fault[] {
	const match = { method: 'POST', path: /^\/me$|webhooks?$/ };
	const knows = indiscreet(vendor, simulators);
	// The end of what was sent comes first: at HeyMilo it is the token.
	const message: Fault['message'] = (call) => `${call.body.slice(-60)} ${knows(call)}`;
	return [
		{ match, status: 422, message, times: 2 },
		{ match, status: 500, message, times: 4 },
		{ match, status: 'drop-after-handling', times: 4 },
		{ match, status: 403, message, times: 1000 },
	];
}
