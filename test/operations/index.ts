import type { Vendor } from '../../simulators/shared/simulator';
import { HEYMILO_OPERATIONS } from './heymilo';
import { HIREFLIX_ODD_BODIES, HIREFLIX_OPERATIONS } from './hireflix';
import { INTERVIEWFLOWAI_ODD_BODIES, INTERVIEWFLOWAI_OPERATIONS } from './interviewflowai';
import { JOBMOJITO_ODD_BODIES, JOBMOJITO_OPERATIONS } from './jobmojito';
import { MICRO1_OPERATIONS } from './micro1';
import { RIBBON_OPERATIONS } from './ribbon';
import type { OddBodies, Tries, Try } from './tries';

export interface TriedOperation extends Try {
	resource: string;
	operation: string;
}

const operationsOf = (tries: Tries): TriedOperation[] =>
	Object.entries(tries).map(([name, tried]) => {
		const [resource, operation] = name.split(' ');
		return { resource, operation, ...tried };
	});

/** Every operation of every action node. */
export const TRIED_OPERATIONS: Record<Vendor, TriedOperation[]> = {
	hireflix: operationsOf(HIREFLIX_OPERATIONS),
	heymilo: operationsOf(HEYMILO_OPERATIONS),
	interviewflowai: operationsOf(INTERVIEWFLOWAI_OPERATIONS),
	jobmojito: operationsOf(JOBMOJITO_OPERATIONS),
	ribbon: operationsOf(RIBBON_OPERATIONS),
	micro1: operationsOf(MICRO1_OPERATIONS),
};

export const ODD_BODIES: Partial<Record<Vendor, OddBodies>> = {
	hireflix: HIREFLIX_ODD_BODIES,
	interviewflowai: INTERVIEWFLOWAI_ODD_BODIES,
	jobmojito: JOBMOJITO_ODD_BODIES,
};

/** The operations of a vendor, each with its name for `it.each`. */
export const namedOperations = (vendor: Vendor): Array<[name: string, tried: TriedOperation]> =>
	TRIED_OPERATIONS[vendor].map((tried) => [`${tried.resource} ${tried.operation}`, tried]);
