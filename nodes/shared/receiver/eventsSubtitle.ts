import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** The selected events under the node on the canvas, by the names that "Trigger On" shows. */
export function eventsSubtitle({ options = [] }: INodeProperties): string {
	const names = Object.fromEntries(
		(options as INodePropertyOptions[]).map(({ name, value }) => [String(value), name]),
	);
	return `={{ $parameter["events"].map((event) => (${JSON.stringify(names)})[event] ?? event).join(", ") }}`;
}
