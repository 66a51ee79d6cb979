import type { IDataObject, INodeExecutionData, INodeParameters, NodeError } from 'n8n-workflow';

import { SPLIT_PACKAGES } from '../../scripts/splitPackages';
import type { Vendor } from '../../simulators/shared/simulator';
import { BareServer, type BareAnswer } from './bareServer';
import { runAction, type ActionSetup } from './runAction';

/** The classes of each vendor's action node and credential. */
export const ACTION_NODES = Object.fromEntries(
	SPLIT_PACKAGES.map(({ page, className }) => [page, { node: className, credential: `${className}Api` }]),
) as Record<Vendor, Pick<ActionSetup, 'node' | 'credential'>>;

/** A resource and an operation with a blank between them. */
type Name = string;

type Parameters = Record<string, unknown>;

type Changes = Partial<ActionSetup>;

export { byId } from '../operations/tries';

/** Runs a vendor's operations. @param credentialData what works, asked for at each run */
export function actionsOf(vendor: Vendor, credentialData: () => object) {
	const run = async (name: Name, parameters: Parameters = {}, changes: Changes = {}) => {
		const [resource, operation] = name.split(' ');
		return await runAction({
			...ACTION_NODES[vendor],
			credentialData: { ...credentialData() } as ActionSetup['credentialData'],
			parameters: { resource, operation, ...parameters } as INodeParameters,
			...changes,
		});
	};

	const rows = async (...call: [Name, Parameters?, Changes?]) => (await run(...call)).map(({ json }) => json);

	const row = async (...call: [Name, Parameters?, Changes?]) => (await rows(...call))[0];

	/** What the user reads: the message and, below it, the description. */
	const refusal = async (...call: [Name, Parameters?, Changes?]): Promise<string> =>
		await run(...call).then(
			(items) => Promise.reject(new Error(`It was not refused: ${JSON.stringify(items)}`)),
			(error: NodeError) => `${error.message} | ${error.description}`,
		);

	/** What becomes of an operation when a server that is not the vendor's returns these answers in turn, the last one forever. */
	const against = async (answers: BareAnswer[], name: Name, parameters?: Parameters, changes?: Changes) => {
		const server = new BareServer();
		server.answers = [...answers];
		const baseUrl = await server.start();
		const outcome = await run(name, parameters, {
			credentialData: { ...credentialData(), baseUrl } as ActionSetup['credentialData'],
			...changes,
		}).then(
			(items) => ({ items: items.map(({ json }) => json), message: 'not refused', description: '' }),
			({ message, description }: NodeError) => ({ items: null, message, description: `${description}` }),
		);
		await server.stop();
		return { ...outcome, calls: server.calls.length };
	};

	return { run, rows, row, refusal, against };
}

/** The input items that the output items belong to. */
export const pairedWith = (items: INodeExecutionData[]) =>
	items.map(({ pairedItem }) => (pairedItem as { item: number }).item);

/** The columns in which two items differ, which have the same ones in the same order. */
export function differences(one: object, other: object): string[] {
	expect(Object.keys(one)).toEqual(Object.keys(other));
	const text = (item: object, column: string) => JSON.stringify((item as IDataObject)[column]);
	return Object.keys(one).filter((column) => text(one, column) !== text(other, column));
}
