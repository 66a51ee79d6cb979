import type { INodeProperties } from 'n8n-workflow';

import type { Operation, Resource } from './operation';

/** The parameters of an action node: Resource, Operation, and each operation's own, shown only for it. */
export function describeActions(resources: Resource[]): INodeProperties[] {
	return [
		{
			...resourceParameter,
			options: resources.map(({ name, value }) => ({ name, value })).sort(byName),
			default: resources[0].value,
		},
		...resources.map(operationParameter),
		...resources.flatMap((resource) =>
			resource.operations.flatMap((operation) => ownProperties(resource, operation)),
		),
	];
}

const resourceParameter: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	default: '',
};

const operationParameterBase: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: '',
};

function operationParameter({ value: resource, operations }: Resource): INodeProperties {
	return {
		...operationParameterBase,
		displayOptions: { show: { resource: [resource] } },
		options: operations
			.map(({ name, value, action, description }) => ({ name, value, action, description }))
			.sort(byName),
		default: operations[0].value,
	};
}

function ownProperties(resource: Resource, operation: Operation): INodeProperties[] {
	return operation.properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { resource: [resource.value], operation: [operation.value], ...property.displayOptions?.show },
		},
	}));
}

function byName(one: { name: string }, other: { name: string }): number {
	return one.name.localeCompare(other.name);
}
