import type { Simulators } from '../../demo/vendors';
import type { Vendor } from '../../simulators/shared/simulator';
import { HEYMILO_OPERATIONS } from './operations/heymilo';
import { HIREFLIX_OPERATIONS } from './operations/hireflix';
import { INTERVIEWFLOWAI_OPERATIONS } from './operations/interviewflowai';
import { JOBMOJITO_FILE_OPERATIONS, JOBMOJITO_OPERATIONS } from './operations/jobmojito';

type Parameters = Record<string, unknown>;

/** One operation, tried once with good input and once with input that is refused. */
export interface TriedOperation {
	resource: string;
	operation: string;
	/** Prepares the vendor's state and gives the operation's parameters. */
	good(simulators: Simulators): Promise<Parameters> | Parameters;
	/** What the first item must hold. */
	item?: Record<string, unknown>;
	/** Parameters that are refused; without them the key is wrong. */
	refused?: Parameters;
	/** Whether the operation works on a file that comes with the input item. */
	needsFile?: boolean;
	/** What the error's message and description must say. */
	message: RegExp;
}

/** Every operation of every action node. */
export const TRIED_OPERATIONS: Partial<Record<Vendor, TriedOperation[]>> = {
	hireflix: HIREFLIX_OPERATIONS,
	heymilo: HEYMILO_OPERATIONS,
	interviewflowai: INTERVIEWFLOWAI_OPERATIONS,
	jobmojito: [
		...JOBMOJITO_OPERATIONS,
		...JOBMOJITO_FILE_OPERATIONS.map((operation) => ({ ...operation, needsFile: true })),
	],
};
