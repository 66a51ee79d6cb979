import type { Vendor, Simulator } from '../../simulators/shared/simulator';
import { fixturesOf } from '../fixtures';
import { PROVERS } from '../unit/receiver/provers';
import type { ActiveWorkflow, Setup } from './activeWorkflow';
import { connect, TESTED_VENDORS } from './vendors';

/** An active trigger, and what a forger on the network would have to know. */
export interface Proved {
	simulator: Simulator<{ baseUrl: string }>;
	workflow: ActiveWorkflow;
	/** Where the vendor delivers the first fixture to, without the proof. */
	url: string;
	carrier: 'headers' | 'query';
	/** Header or parameter that carries the proof. */
	field: string;
	/** The genuine proof of a body. */
	proofOf(body: Buffer | string): string;
	stop(): Promise<void>;
}

export async function startProved(vendor: Vendor, changes: Partial<Setup> = {}): Promise<Proved> {
	const simulator = await TESTED_VENDORS[vendor].start();
	const workflow = await connect(vendor, simulator, changes);
	const [{ item }] = fixturesOf(vendor);
	const forEvent = simulator.webhooks.find(({ events }) => events.includes(item.vendor_event ?? ''));
	const target = new URL((forEvent ?? simulator.webhooks[0]).url);
	const { webhookSecret } = simulator.credentials as { baseUrl: string; webhookSecret?: string };
	const secret = target.searchParams.get('token') ?? webhookSecret ?? '';
	const { carrier, field, proofOf } = PROVERS[vendor];
	target.search = '';
	return {
		simulator,
		workflow,
		url: target.href,
		carrier,
		field,
		proofOf: (body) => proofOf(Buffer.from(body), secret),
		stop: async () => {
			await workflow.stop();
			await simulator.stop();
		},
	};
}

/** The target and the header lines of a genuine delivery. */
export function genuine({ url, carrier, field, proofOf }: Proved, body: Buffer | string) {
	const proof = proofOf(body);
	return carrier === 'headers'
		? { target: url, lines: [`${field}: ${proof}`] }
		: { target: `${url}?${field}=${proof}`, lines: [] };
}
