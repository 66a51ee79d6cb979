import { percentile, ratios, spreadOf, type Spread } from '../shared/statistics';
import type { Figures } from '../shared/report';
import { shown } from '../shared/report';
import type { Downloads } from './download';
import type { Round } from './throughput';

/** How many times as many deliveries one contestant answers as another, round by round. */
export function rateRatio(of: Round[], to: Round[]): Spread {
	return ratios(
		of.map(({ answered }) => answered),
		to.map(({ answered }) => answered),
	);
}

/**
 * The 99th percentile of one contestant's waits in terms of another's: of all rounds together, since one has too few for it,
 * with the lowest and the highest round.
 */
export function waitRatio(of: Round[], to: Round[]): Spread {
	const byRound = ratios(of.map(p99), to.map(p99));
	return { ...byRound, median: waited(of, 99) / waited(to, 99) };
}

const p99 = (round: Round) => waited([round], 99);

const waited = (rounds: Round[], percent: number) =>
	percentile(
		rounds.flatMap(({ latenciesMs }) => latenciesMs),
		percent,
	);

/** Over the waits of all rounds. */
const pooled = (rounds: Round[], percent: number) => `${waited(rounds, percent).toFixed(0)} ms`;

/** A row for each workflow, with its ratio to the first one. */
export function rateFigures(contestants: ReadonlyArray<readonly [string, Round[]]>): Figures {
	const [[, first]] = contestants;
	return {
		head: [
			'Workflow',
			'answered a second',
			'of the first',
			'done a second',
			'p99',
			"n8n's processor time",
			'isolates',
		],
		rows: contestants.map(([name, rounds]) => [
			name,
			shown(spreadOf(rounds.map(({ answered }) => answered)), 1),
			shown(rateRatio(rounds, first)),
			shown(spreadOf(rounds.map(({ done }) => done)), 1),
			pooled(rounds, 99),
			shown(spreadOf(rounds.map(({ processorMs }) => processorMs)), 1, ' ms'),
			spreadOf(rounds.map(({ isolates }) => isolates)).median.toFixed(1),
		]),
	};
}

/** A trigger of ours beside the Webhook node that was given the same bodies. */
export interface Pair {
	name: string;
	ours: Round[];
	core: Round[];
}

export function pairFigures(pairs: readonly Pair[]): Figures {
	return {
		head: ['', 'answered a second', 'Webhook node', 'ratio', 'p99', 'Webhook node'],
		rows: pairs.map(({ name, ours, core }) => [
			name,
			shown(spreadOf(ours.map(({ answered }) => answered)), 1),
			shown(spreadOf(core.map(({ answered }) => answered)), 1),
			shown(rateRatio(ours, core)),
			pooled(ours, 99),
			pooled(core, 99),
		]),
	};
}

/** A row for each workflow, with the waits of all its rounds. */
export function waitFigures(contestants: ReadonlyArray<readonly [string, Round[]]>): Figures {
	const [[, first]] = contestants;
	return {
		head: ['Workflow', 'answers', 'median', 'p99', "÷ the first's p99"],
		rows: contestants.map(([name, rounds]) => [
			name,
			String(rounds.flatMap(({ latenciesMs }) => latenciesMs).length),
			pooled(rounds, 50),
			pooled(rounds, 99),
			shown(waitRatio(rounds, first)),
		]),
	};
}

export function downloadFigures({ ours, core, plain, growth }: Downloads): Figures {
	return {
		head: ['', 'MB a second', 'of plain Node', 'n8n grew by at most'],
		rows: [
			['Node alone, into a file', shown(spreadOf(plain), 0), shown(ratios(plain, plain)), ''],
			["n8n's HTTP Request node", shown(spreadOf(core), 0), shown(ratios(core, plain)), ''],
			[
				'Report → Get',
				shown(spreadOf(ours), 0),
				shown(ratios(ours, plain)),
				`${Math.max(...growth).toFixed(0)} MB`,
			],
		],
	};
}
