import type { IExecuteFunctions } from 'n8n-workflow';

/** Shows a notice above the output of the node. */
export function hint(context: IExecuteFunctions, message: string): void {
	context.addExecutionHints({ message, location: 'outputPane' });
}
