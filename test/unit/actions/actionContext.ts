import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';

export const node: INode = {
	id: '1',
	name: 'Vendor',
	type: 'vendor',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

interface Given {
	parameters?: IDataObject;
	/** How many; default 1. */
	items?: number;
	continueOnFail?: boolean;
}

/** As much of n8n's context as the shared actions use; every item has the same parameters. */
export function actionContext({ parameters = {}, items = 1, continueOnFail = false }: Given) {
	return {
		getNode: () => node,
		getNodeParameter: (name: string, _itemIndex: number, fallback?: unknown) =>
			Object.hasOwn(parameters, name) ? parameters[name] : fallback,
		getInputData: () => Array.from({ length: items }, () => ({ json: {} })),
		continueOnFail: () => continueOnFail,
	} as unknown as IExecuteFunctions;
}
