import { shown, type Figures } from '../shared/report';
import type { Spread } from '../shared/statistics';

/** What a figure has to be. */
export interface Target {
	name: string;
	engine: string;
	figure: Spread;
	/** Bounds of the figure's median. */
	atLeast?: number;
	atMost?: number;
}

/** A row for each target: what was measured, and whether it is met. */
export function targetFigures(targets: readonly Target[]): Figures {
	return {
		head: ['', 'engine', 'target', 'measured', ''],
		rows: targets.map((target) => [
			target.name,
			target.engine,
			target.atLeast === undefined ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`,
			shown(target.figure),
			isMet(target) ? 'met' : 'missed',
		]),
	};
}

function isMet({ figure: { median }, atLeast = -Infinity, atMost = Infinity }: Target): boolean {
	return median >= atLeast && median <= atMost;
}
