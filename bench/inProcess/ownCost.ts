import type { INodeType } from 'n8n-workflow';

import type { Vendor } from '../../nodes/shared/event/interviewEvent';
import { VENDORS } from '../../nodes/shared/event/schema';
import { bodyOf } from '../shared/bodies';
import { publish, shown } from '../shared/report';
import { inTurns, ratios, spreadOf } from '../shared/statistics';
import { arrive, deliver, floor, type Arrival } from './receivingContext';

const ROUNDS = 15;

/** Bytes of all deliveries of one round. */
const BYTES_A_ROUND = 8_000_000;
const MOST_DELIVERIES = 1000;

const SIZES = [1_000, 20_000, 100_000, 1_000_000, 4_000_000, 16_000_000];

let nextInterview = 0;

/** How long a trigger takes from n8n's request to the items, beside the least that any receiver must do. */
export async function measureOwnCost(triggers: Record<Vendor, INodeType>): Promise<void> {
	const rows: string[][] = [];
	for (const vendor of VENDORS) {
		for (const size of SIZES.filter((one) => isReached(vendor, one))) {
			const measured = await compare(triggers[vendor], vendor, size);
			rows.push(measured);
			process.stdout.write(`${measured.join('  ')}\n`);
		}
	}
	publish('performance.md', 'own-cost', {
		head: ['Vendor', 'Bytes', 'The floor, µs', 'webhook(), µs', 'webhook() ÷ floor', 'webhook(), ns a byte'],
		rows,
	});
}

/** Some bodies are as long for every interview: they are measured once. */
function isReached(vendor: Vendor, size: number): boolean {
	return size === SIZES[0] || bodyOf(vendor, size, 0).length > size * 0.9;
}

async function compare(trigger: INodeType, vendor: Vendor, size: number): Promise<string[]> {
	const count = Math.max(1, Math.min(MOST_DELIVERIES, Math.round(BYTES_A_ROUND / size)));
	const bytes = bodyOf(vendor, size, 0).length;
	const measure = async (run: (arrival: Arrival) => unknown) => {
		let nanoseconds = 0;
		for (let left = count; left > 0; left--) {
			// As in n8n, the body has been parsed just before.
			const arrival = arrive(vendor, bodyOf(vendor, size, nextInterview++));
			const started = process.hrtime.bigint();
			await run(arrival);
			nanoseconds += Number(process.hrtime.bigint() - started);
		}
		return nanoseconds / 1000 / count;
	};
	const webhook = async (arrival: Arrival) => {
		const { workflowData } = await deliver(trigger, arrival);
		if (workflowData?.[0]?.length !== 1) throw new Error(`A delivery of ${vendor} gave no item`);
	};
	const contestants = {
		floor: async () => await measure(floor),
		webhook: async () => await measure(webhook),
	};
	// Warm: n8n runs for weeks.
	await inTurns(3, contestants);
	const microseconds = await inTurns(size > 1_000_000 ? 5 : ROUNDS, contestants);
	const own = spreadOf(microseconds.webhook);
	return [
		vendor,
		String(bytes),
		shown(spreadOf(microseconds.floor), 0),
		shown(own, 0),
		shown(ratios(microseconds.webhook, microseconds.floor)),
		((own.median * 1000) / bytes).toFixed(2),
	];
}
