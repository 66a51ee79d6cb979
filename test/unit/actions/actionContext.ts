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
	/** Of every item; or of each. */
	parameters?: Record<string, unknown> | Array<Record<string, unknown>>;
	/** How many; default 1. */
	items?: number;
	continueOnFail?: boolean;
	/** The workflow's. */
	timezone?: string;
	/** Settings of the node: Retry On Fail. */
	retryOnFail?: boolean;
	executionId?: string;
	runIndex?: number;
	/** Run by an AI agent. */
	isTool?: boolean;
	/** What each item has; default nothing. */
	input?: IDataObject;
}

/** A parameter that is an expression, with what it returns. */
export class Expression {
	constructor(
		readonly gives: unknown,
		readonly written = '={{ $json.column }}',
	) {}
}

/** As much of n8n's context as the shared actions use. */
export function actionContext(given: Given) {
	const { parameters = {}, items = 1, continueOnFail = false, timezone = 'UTC' } = given;
	const { retryOnFail, runIndex = 0, isTool = false, input = {} } = given;
	const executionId = 'executionId' in given ? given.executionId : '7';
	return {
		getNode: () => ({
			...node,
			retryOnFail,
			parameters: Object.fromEntries(
				Object.entries(parameters).map(([name, value]) => [name, written(value)]),
			),
		}),
		getWorkflow: () => ({ id: 'workflow' }),
		isToolExecution: () => isTool,
		getNodeParameter: (
			name: string,
			itemIndex: number,
			fallback?: unknown,
			options?: { rawExpressions?: boolean },
		) => {
			const own = Array.isArray(parameters) ? parameters[itemIndex] : parameters;
			const value = valueAt(own, name.split('.'), fallback);
			return options?.rawExpressions ? written(value) : evaluated(value);
		},
		getInputData: () => Array.from({ length: items }, () => ({ json: input })),
		continueOnFail: () => continueOnFail,
		getTimezone: () => timezone,
		getExecutionId: () => executionId,
		getWorkflowDataProxy: () => ({ $runIndex: runIndex }),
	} as unknown as IExecuteFunctions;
}

/** As n8n does: an expression that returns nothing returns undefined, and not the fallback. */
function valueAt(place: unknown, [name, ...rest]: string[], fallback: unknown): unknown {
	if (typeof place !== 'object' || place === null || !Object.hasOwn(place, name)) return fallback;
	const value = (place as IDataObject)[name];
	return rest.length === 0 ? value : valueAt(value, rest, fallback);
}

const written = (value: unknown) => replaced(value, (expression) => expression.written);

const evaluated = (value: unknown) => replaced(value, ({ gives }) => gives);

/** Expressions are in a parameter, or in the fields of a collection or a locator. */
function replaced(value: unknown, replace: (expression: Expression) => unknown): unknown {
	if (value instanceof Expression) return replace(value);
	const isOfFields = typeof value === 'object' && value?.constructor === Object;
	if (!isOfFields || !Object.values(value).some((field) => field instanceof Expression)) return value;
	const fields = Object.entries(value as IDataObject);
	return Object.fromEntries(
		fields.map(([name, field]) => [
			name,
			(field as unknown) instanceof Expression ? replaced(field, replace) : field,
		]),
	);
}
