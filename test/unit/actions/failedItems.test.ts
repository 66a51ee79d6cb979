import type { IExecuteFunctions } from 'n8n-workflow';

import { VENDOR_MODULES } from '../../vendorModules';
import { actionContext } from './actionContext';

const OPERATIONS = Object.values(VENDOR_MODULES).flatMap(({ action: node, resources }) =>
	resources.flatMap((resource) =>
		resource.operations.map(
			(operation) =>
				[
					`${node.description.displayName}: ${resource.name} → ${operation.name}`,
					{ node, resource, operation },
				] as const,
		),
	),
);

// n8n before 2.34.6 sends an item with `error` and other keys out as a success.
it.each(OPERATIONS)(
	'%s returns a failed item that every n8n sends to the error output',
	async (_, { node, resource, operation }) => {
		const parameters = { resource: resource.value, operation: operation.value };
		const context = {
			...actionContext({ parameters, items: 2, continueOnFail: true }),
			// Without a Base URL nothing can be called.
			getCredentials: async () => await Promise.resolve({}),
		} as unknown as IExecuteFunctions;
		const [items] = (await node.execute?.call(context)) as Array<Array<{ json: object }>>;
		expect(items).toHaveLength(2);
		for (const { json } of items) expect(Object.keys(json)).toEqual(['error', 'message']);
	},
);
