import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ExecuteContext, RoutingNode } from 'n8n-core';
import type {
	IDataObject,
	IExecuteData,
	INode,
	INodeType,
	INodeTypes,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { HeyMiloApi } from '../../../credentials/HeyMiloApi.credentials';
import { startHeyMilo } from '../../../simulators/heymilo';
import { credentialsHelper } from '../../lifecycle/credentials';

const WRONG_URL = /^This is not the HeyMilo API: check Base URL and API Version/;

/** What n8n shows; the steps are those of its CredentialsTester (2.40). */
async function tested(data: Record<string, string>): Promise<string> {
	const credential = new HeyMiloApi();
	const { request, rules = [] } = credential.test;
	try {
		const [[{ json }]] = await answered(credential, request as IDataObject, data);
		const failed = rules.find(
			({ type, properties }) =>
				type === 'responseSuccessBody' &&
				(json as unknown as Record<string, unknown>)[properties.key] === properties.value,
		);
		return failed?.properties.message ?? 'OK';
	} catch (error) {
		const { status } = (error as { cause: { response: { status: number } } }).cause.response;
		const failed = rules.find(
			({ type, properties }) => type === 'responseCode' && properties.value === status,
		);
		return failed?.properties.message ?? `Received HTTP status code: ${status}`;
	}
}

async function answered(credential: HeyMiloApi, request: IDataObject, data: Record<string, string>) {
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [credential.name]: { id: '1', name: 'Test' } },
	};
	const nodeType = {
		description: {
			name: node.type,
			version: 1,
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: credential.name, required: true }],
			properties: [{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' }],
		},
	} as unknown as INodeType;
	const nodeTypes = { getByName: () => nodeType, getByNameAndVersion: () => nodeType } as unknown;
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypes as INodeTypes,
	});
	const additionalData = { credentialsHelper: credentialsHelper(data, credential) };
	const inputData = { main: [[{ json: {} }]] };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData as unknown as IWorkflowExecuteAdditionalData,
		'internal',
		{ resultData: { runData: {} } } as unknown as IRunExecutionData,
		0,
		[],
		inputData,
		{ node, data: {}, source: null } as unknown as IExecuteData,
		[],
	);
	const decrypted = { id: '1', name: 'Test', type: credential.name, data };
	return (await new RoutingNode(context, nodeType, decrypted).runNode()) ?? [];
}

describe.each(['v2', 'v1'] as const)('the test of a HeyMilo credential for %s', (apiVersion) => {
	it('accepts the right key, and names where another comes from for a wrong one', async () => {
		const simulator = await startHeyMilo({ apiVersion });
		const data = { ...simulator.credentials };
		await expect(tested(data)).resolves.toBe('OK');
		await expect(tested({ ...data, baseUrl: ` ${data.baseUrl}/ ` })).resolves.toBe('OK');
		await expect(tested({ ...data, apiKey: 'wrong' })).resolves.toMatch(/refused.*Integrations → API Keys/);
		const other = apiVersion === 'v1' ? 'v2' : 'v1';
		await expect(tested({ ...data, apiVersion: other })).resolves.toMatch(WRONG_URL);
		await simulator.stop();
	});

	describe('at another server', () => {
		let server: Server;
		let answer = { status: 200, body: '', type: 'application/json' };

		beforeAll(async () => {
			server = createServer((_request, response) => {
				response.writeHead(answer.status, { 'content-type': answer.type, location: 'https://example.com/' });
				response.end(answer.body);
			});
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		});

		afterAll(() => void server.close());

		it.each([
			['a web page', 200, '<!doctype html><html></html>', 'text/html'],
			['a web page after an empty line', 200, '\r\n<html></html>', 'text/html'],
			['nothing', 200, '', 'application/json'],
			['nothing, by status 204', 204, '', 'application/json'],
			['{}', 200, '{}', 'application/json'],
			['[]', 200, '[]', 'application/json'],
			['a list', 200, '[{"id":1}]', 'application/json'],
			['null', 200, 'null', 'application/json'],
			['a redirect', 301, '', 'text/html'],
			['a 404', 404, '<html></html>', 'text/html'],
		])('says of %s that it is the URL, and not the key', async (_name, status, body, type) => {
			answer = { status, body, type };
			const { port } = server.address() as AddressInfo;
			const baseUrl = `http://127.0.0.1:${port}`;
			await expect(tested({ apiKey: 'a key that is fine', apiVersion, baseUrl })).resolves.toMatch(WRONG_URL);
		});
	});
});
