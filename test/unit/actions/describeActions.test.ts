import type { INodeProperties } from 'n8n-workflow';

import { describeActions } from '../../../nodes/shared/actions/describeActions';
import type { Operation } from '../../../nodes/shared/actions/operation';

const text = (name: string, displayOptions?: INodeProperties['displayOptions']): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	displayOptions,
});

const operation = (value: string, name: string, properties: INodeProperties[] = []): Operation => ({
	value,
	name,
	action: `${name} it`,
	description: `About ${value}`,
	properties,
	run: async () => [],
});

const described = describeActions([
	{
		value: 'report',
		name: 'Report',
		operations: [
			operation('get', 'Get', [
				text('interviewId'),
				text('limit', { show: { returnAll: [false] }, hide: { '@version': [2] } }),
			]),
			operation('download', 'Download'),
		],
	},
	{ value: 'candidate', name: 'Candidate', operations: [operation('get', 'Get', [text('interviewId')])] },
]);

describe('the parameters of an action node', () => {
	it('begin with the resources by name, the first given one being chosen', () => {
		expect(described[0]).toMatchObject({
			displayName: 'Resource',
			name: 'resource',
			noDataExpression: true,
			default: 'report',
			options: [
				{ name: 'Candidate', value: 'candidate' },
				{ name: 'Report', value: 'report' },
			],
		});
	});

	it('go on with the operations of each resource, by name, with their sentences', () => {
		const operations = described.filter(({ name }) => name === 'operation');
		expect(operations.map(({ displayOptions }) => displayOptions)).toEqual([
			{ show: { resource: ['report'] } },
			{ show: { resource: ['candidate'] } },
		]);
		expect(operations[0]).toMatchObject({
			noDataExpression: true,
			default: 'get',
			options: [
				{ name: 'Download', value: 'download', action: 'Download it', description: 'About download' },
				{ name: 'Get', value: 'get', action: 'Get it', description: 'About get' },
			],
		});
	});

	it("show an operation's own parameters for it alone, also one of the same name", () => {
		const ids = described.filter(({ name }) => name === 'interviewId');
		expect(ids.map(({ displayOptions }) => displayOptions)).toEqual([
			{ show: { resource: ['report'], operation: ['get'] } },
			{ show: { resource: ['candidate'], operation: ['get'] } },
		]);
	});

	it("keep an operation's own conditions", () => {
		const limit = described.find(({ name }) => name === 'limit');
		expect(limit?.displayOptions).toEqual({
			show: { resource: ['report'], operation: ['get'], returnAll: [false] },
			hide: { '@version': [2] },
		});
	});
});
