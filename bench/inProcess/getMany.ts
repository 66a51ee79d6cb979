import { startHeyMilo } from '../../simulators/heymilo';
import { runAction } from '../../test/lifecycle/runAction';
import { publish, shown } from '../shared/report';
import { inTurns, ratios, spreadOf } from '../shared/statistics';
import { bytesInUse, secondsOf } from './costs';

const ROUNDS = 5;

const COUNTS = [2_500, 10_000];

const PAGE = 100;

/** Get Many of HeyMilo's candidates, beside a plain loop that fetches and parses the same pages and keeps nothing. */
export async function measureGetMany(): Promise<void> {
	const rows: string[][] = [];
	for (const count of COUNTS) {
		// The vendor's own limit would end the comparison after three rounds.
		const simulator = await startHeyMilo({ rateLimit: Infinity });
		try {
			const posting = simulator.state.addPosting('Posting of the benchmark');
			for (let index = 0; index < count; index++) {
				await simulator.invite({
					jobId: posting.id,
					name: `Candidate ${index}`,
					email: `candidate${index}@example.com`,
				});
			}
			const { apiKey, baseUrl } = simulator.credentials;
			const path = `${baseUrl}/api/v2/postings/${posting.id}/candidates`;
			const get = async (simplify: boolean) =>
				await runAction({
					node: 'HeyMilo',
					credential: 'HeyMiloApi',
					credentialData: { ...simulator.credentials },
					parameters: {
						resource: 'candidate',
						operation: 'getAll',
						postingId: { __rl: true, mode: 'id', value: posting.id },
						returnAll: true,
						simplify,
					},
				});
			const held = async (simplify: boolean) => {
				const before = await bytesInUse();
				const items = await get(simplify);
				const bytes = ((await bytesInUse()) - before) / items.length;
				if (items.length !== count) throw new Error(`${items.length} of ${count} candidates came`);
				return bytes;
			};
			const times = await inTurns(ROUNDS, {
				node: async () => await secondsOf(async () => await get(true)),
				loop: async () => await secondsOf(async () => await fetchAll(path, String(apiKey))),
			});
			rows.push([
				count.toLocaleString('en'),
				String(count / PAGE),
				shown(spreadOf(times.node), 2, ' s'),
				shown(ratios(times.node, times.loop)),
				(await held(true)).toFixed(0),
				(await held(false)).toFixed(0),
			]);
		} finally {
			await simulator.stop();
		}
	}
	publish('performance.md', 'get-many', {
		head: [
			'Candidates',
			'Pages',
			'Get Many',
			'÷ a plain loop',
			'Bytes held for each, simplified',
			'Bytes held for each, in full',
		],
		rows,
	});
}

async function fetchAll(path: string, apiKey: string): Promise<void> {
	for (let cursor = ''; ;) {
		const response = await fetch(`${path}?limit=${PAGE}${cursor && `&starting_after=${cursor}`}`, {
			headers: { 'x-api-key': apiKey },
		});
		const { data, pagination } = (await response.json()) as {
			data: Array<{ interview_id: string }>;
			pagination: { has_more: boolean };
		};
		if (!pagination.has_more) return;
		cursor = data[data.length - 1].interview_id;
	}
}
