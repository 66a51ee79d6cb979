import type { Simulators } from '../../demo/vendors';
import type { Vendor } from '../../simulators/shared/simulator';
import { HEYMILO_OPERATIONS } from './heymilo';
import { HIREFLIX_OPERATIONS } from './hireflix';
import { INTERVIEWFLOWAI_OPERATIONS } from './interviewflowai';
import { JOBMOJITO_OPERATIONS } from './jobmojito';
import { RIBBON_OPERATIONS } from './ribbon';
import { MICRO1_OPERATIONS } from './micro1';

type Parameters = Record<string, unknown>;

/** One operation, tried once with good input and once with input that is refused. */
export interface TriedOperation {
	resource: string;
	operation: string;
	/** Prepares the vendor's state and returns the operation's parameters. */
	good(simulators: Simulators): Promise<Parameters> | Parameters;
	/** What the first item must hold. */
	item?: Record<string, unknown>;
	/** Parameters that are refused; without them the key is wrong. */
	refused?: Parameters;
	/** Whether the input item must bring a file, in its binary field `data`. */
	needsFile?: boolean;
	/** What the error's message and description must say. */
	message: RegExp;
}

/** Every operation of every action node. */
export const TRIED_OPERATIONS: Record<Vendor, TriedOperation[]> = {
	hireflix: HIREFLIX_OPERATIONS,
	heymilo: HEYMILO_OPERATIONS,
	interviewflowai: INTERVIEWFLOWAI_OPERATIONS,
	jobmojito: JOBMOJITO_OPERATIONS,
	ribbon: RIBBON_OPERATIONS,
	micro1: MICRO1_OPERATIONS,
};

/** The operations of a vendor, each with its name for `it.each`. */
export const namedOperations = (vendor: Vendor): Array<[name: string, tried: TriedOperation]> =>
	TRIED_OPERATIONS[vendor].map((tried) => [`${tried.resource} ${tried.operation}`, tried]);
