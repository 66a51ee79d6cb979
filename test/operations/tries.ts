import type { Simulators } from '../../demo/vendors';

export type Parameters = Record<string, unknown>;

/** An operation, tried once with good input and once with input that is refused. */
export interface Try {
	/** Prepares the vendor's state and returns the operation's parameters. */
	good(simulators: Simulators): Promise<Parameters> | Parameters;
	/** What the first item must hold. */
	item?: Record<string, unknown>;
	/** Parameters that are refused; without them the key is wrong. */
	refused?: Parameters;
	/** Whether the input item must bring a file, in its binary field `data`. */
	needsFile?: boolean;
	/** Whether it reaches a person, costs credits or makes something with these parameters: it must not be repeated. */
	isSentOnce?: boolean;
	/** What the error's message and description must say. */
	message: RegExp;
}

/** By the resource and the operation, with a blank between them. */
export type Tries = Record<string, Try>;

/** JSON under status 200 that is nearly what a vendor answers. */
interface OddBody {
	body: unknown;
	/** What the error says; left out: that this is not the vendor's API. */
	message?: RegExp;
	/** The operations that may take it for an answer. */
	answers?: string[];
}

/** What none of a vendor's operations may believe, besides what nobody's may; by what is odd about it. */
export type OddBodies = Record<string, OddBody>;

/** What is chosen in a searchable list by its ID. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** What an operation that takes a file is given. */
export const RESUME = {
	data: Buffer.from('Ada Example').toString('base64'),
	mimeType: 'text/plain',
	fileName: 'resume.txt',
};
