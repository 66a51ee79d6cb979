import type { IExecuteFunctions } from 'n8n-workflow';

/** What each run of a node has said already: many items may have one thing to say. */
const said = new WeakMap<IExecuteFunctions, Set<string>>();

/** Shows a notice above the output of the node, once. */
export function hint(context: IExecuteFunctions, message: string): void {
	const before = said.get(context) ?? new Set();
	if (before.has(message)) return;
	said.set(context, before.add(message));
	context.addExecutionHints({ message, location: 'outputPane' });
}
