import { RoutingNode } from 'n8n-core';
import type { IDataObject, INodeType } from 'n8n-workflow';

import { HeyMiloApi } from '../../../credentials/HeyMiloApi.credentials';
import { startHeyMilo } from '../../../simulators/heymilo';
import { BareServer, json as jsonOf, ODD_ANSWERS } from '../../lifecycle/bareServer';
import { credentialsHelper } from '../../lifecycle/credentials';
import { executeContext } from '../executeContext';

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
	const nodeType = {
		description: {
			version: 1,
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: credential.name, required: true }],
			properties: [{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' }],
		},
	} as unknown as INodeType;
	const own = { id: '1', name: 'Test' };
	const helper = { credentialsHelper: credentialsHelper(data, credential) };
	const context = executeContext(nodeType, { [credential.name]: own }, helper);
	const decrypted = { ...own, type: credential.name, data };
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

	it.each(
		Object.entries({
			...ODD_ANSWERS,
			'a web page after an empty line': { ...ODD_ANSWERS['a web page'], body: '\r\n<html></html>' },
			'a list': jsonOf([{ id: 1 }]),
			'a 404': { ...ODD_ANSWERS['a web page'], status: 404 },
		}),
	)('says of %s that it is the URL, and not the key', async (_, answer) => {
		const server = new BareServer();
		server.answers = [answer];
		const baseUrl = await server.start();
		await expect(tested({ apiKey: 'a key that is fine', apiVersion, baseUrl })).resolves.toMatch(WRONG_URL);
		await server.stop();
	});
});
