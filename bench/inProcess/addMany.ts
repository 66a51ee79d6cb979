import { setImmediate } from 'node:timers/promises';

import type { IDataObject } from 'n8n-workflow';

import { startHeyMilo } from '../../simulators/heymilo';
import { runAction } from '../../test/lifecycle/runAction';
import { publish, shown } from '../shared/report';
import { inTurns, ratios, spreadOf } from '../shared/statistics';
import { bytesInUse, secondsOf } from './costs';

const ROUNDS = 5;

const COUNTS = [1_000, 2_500];

/** People in one call. */
const CALL = 100;

type Simulator = Awaited<ReturnType<typeof startHeyMilo>>;

/** Add Many of HeyMilo's candidates from as many input items, beside a plain loop that sends the same calls and parses their answers. */
export async function measureAddMany(): Promise<void> {
	const rows: string[][] = [];
	for (const count of COUNTS) {
		const people = Array.from({ length: count }, (_, index) => ({
			name: `Candidate ${index}`,
			email: `candidate${index}@example.com`,
		}));
		// The first run brings in what the later ones find.
		await withPosting(async (simulator, postingId) => await add(simulator, postingId, people));
		await setImmediate();
		const before = await bytesInUse();
		const { items, calls } = await withPosting(async (simulator, postingId) => ({
			items: await add(simulator, postingId, people),
			calls: simulator.requests.length,
		}));
		await setImmediate();
		const bytes = ((await bytesInUse()) - before) / items.length;
		const timeOf = async (run: typeof add | typeof sendAll) =>
			await withPosting(
				async (simulator, postingId) => await secondsOf(async () => await run(simulator, postingId, people)),
			);
		const times = await inTurns(ROUNDS, {
			node: async () => await timeOf(add),
			loop: async () => await timeOf(sendAll),
		});
		rows.push([
			count.toLocaleString('en'),
			String(calls),
			shown(spreadOf(times.node), 2, ' s'),
			shown(ratios(times.node, times.loop)),
			bytes.toFixed(0),
		]);
	}
	publish('performance.md', 'add-many', {
		head: ['Candidates', 'Calls', 'Add Many', '÷ a plain loop', 'Bytes held for each'],
		rows,
	});
}

/** With the vendor's own limit. */
async function withPosting<Result>(
	run: (simulator: Simulator, postingId: string) => Promise<Result>,
): Promise<Result> {
	const simulator = await startHeyMilo();
	try {
		return await run(simulator, simulator.state.addPosting('Posting of the benchmark').id);
	} finally {
		await simulator.stop();
	}
}

async function add(simulator: Simulator, postingId: string, people: IDataObject[]) {
	const items = await runAction({
		node: 'HeyMilo',
		credential: 'HeyMiloApi',
		credentialData: { ...simulator.credentials },
		parameters: {
			resource: 'candidate',
			operation: 'addMany',
			postingId: { __rl: true, mode: 'id', value: postingId },
			name: '={{ $json.name }}',
			email: '={{ $json.email }}',
		},
		input: people,
	});
	const added = items.filter(({ json }) => typeof json.interview_id === 'string').length;
	if (added !== people.length) throw new Error(`${added} of ${people.length} candidates were added`);
	return items;
}

async function sendAll({ credentials }: Simulator, postingId: string, people: IDataObject[]): Promise<void> {
	const { apiKey, baseUrl } = credentials;
	for (let sent = 0; sent < people.length; sent += CALL) {
		const call = people.slice(sent, sent + CALL);
		const response = await fetch(`${baseUrl}/api/v2/postings/${postingId}/candidates/bulk`, {
			method: 'POST',
			headers: { 'x-api-key': String(apiKey), 'content-type': 'application/json' },
			body: JSON.stringify({ data: call }),
		});
		const { data } = (await response.json()) as { data: unknown[] };
		if (data.length !== call.length) throw new Error(`${data.length} of ${call.length} were added`);
	}
}
