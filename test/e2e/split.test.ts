import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { type Simulators, startSimulators, stopSimulators, VENDOR_SETUPS, VENDORS } from '../../demo/vendors';
import { nodeType, TRIGGER, triggerWorkflow } from '../../demo/workflows';
import type { WorkflowDefinition } from '../../host/editor';
import { layOutPackage, recordPackage } from '../../host/communityPackage';
import { installHost } from '../../host/install';
import { startN8n, type N8n } from '../../host/n8n';
import type { Vendor } from '../../simulators/shared/simulator';
import { packTarball } from '../../scripts/pack';
import { SPLIT_FOLDER, SPLIT_PACKAGES } from '../../scripts/splitPackages';
import { fixturesOf } from '../fixtures';

const [COMBINED] = nodeType('').split('.');
const splitName = (vendor: Vendor) => `n8n-nodes-${vendor}`;
const silent = () => {};

jest.setTimeout(120_000);

/** What n8n wrote that is a warning or worse and names one of our packages or credentials. */
const complaints = (n8n: N8n) =>
	n8n
		.log()
		.split('\n')
		.filter((line) => /n8n-nodes-|community/i.test(line) && /warn|error|fail/i.test(line));

/** The same workflow with the node of another package. */
function ofPackage(name: string, workflow: WorkflowDefinition): WorkflowDefinition {
	return JSON.parse(JSON.stringify(workflow).replaceAll(`${COMBINED}.`, `${name}.`)) as WorkflowDefinition;
}

/**
 * An n8n with these packages and with the simulators.
 *
 * @param unlisted folder of a package that lies there as well, but not in n8n's list of installed packages
 */
async function openWith(packages: string[], unlisted: string[] = []) {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-split-'));
	const tarballs = packages.map((folder) => packTarball(userFolder, resolve(folder)));
	for (const folder of unlisted) await layOutPackage(packTarball(userFolder, resolve(folder)), userFolder);
	const host = await installHost(silent);
	const simulators = await startSimulators();
	const n8n = await startN8n({ host, userFolder, packages: tarballs });
	return {
		n8n,
		simulators,
		stop: async () => {
			await n8n.stop();
			await stopSimulators(simulators);
			rmSync(userFolder, { recursive: true, force: true });
		},
	};
}

/** Hireflix's first fixture through an active workflow of a package: the items that came out. */
async function receive(n8n: N8n, simulators: Simulators, packageName: string, credentialId: string) {
	const parameters = { simplify: false, ...VENDOR_SETUPS.hireflix.parameters(simulators) };
	const credential = { id: credentialId, name: 'Hireflix' };
	const workflowId = await n8n.createWorkflow(
		ofPackage(packageName, triggerWorkflow('hireflix', credential, parameters, false)),
	);
	await n8n.activate(workflowId);
	const { nodes } = await n8n.workflow(workflowId);
	const trigger = nodes.find(({ webhookId }) => webhookId);
	const { webhooks } = (await n8n.nodeTypes()).find(({ name }) => name === trigger?.type) as unknown as {
		webhooks: Array<{ path: string }>;
	};
	const url = `${n8n.baseUrl}/webhook/${trigger?.webhookId}/${webhooks[0].path}`;
	simulators.hireflix.addWebhook(url);
	const [one] = fixturesOf('hireflix');
	const { status } = await simulators.hireflix.sendRaw(one.text, { url });
	const [execution] = await n8n.executions(workflowId);
	const [items = []] = await n8n.outputItems(execution.id, TRIGGER);
	return { status, items, expected: one.item };
}

describe('the packages of one vendor, side by side in a real n8n', () => {
	let stage: Awaited<ReturnType<typeof openWith>>;

	beforeAll(async () => {
		stage = await openWith(SPLIT_PACKAGES.map(({ name }) => join(SPLIT_FOLDER, name)));
	}, 600_000);

	afterAll(async () => await stage?.stop());

	it('are listed with two nodes each, and load without a warning', async () => {
		const listed = await stage.n8n.installedPackages();
		for (const vendor of VENDORS) {
			const { node, action } = VENDOR_SETUPS[vendor];
			const name = splitName(vendor);
			const own = listed.find(({ packageName }) => packageName === name);
			expect(own).toMatchObject({ failedLoading: false });
			expect(own?.installedNodes.map(({ type }) => type).sort()).toEqual([
				`${name}.${action}`,
				`${name}.${node}`,
			]);
		}
		expect(complaints(stage.n8n)).toEqual([]);
	});

	it.each(VENDORS)('%s has a credential that works', async (vendor) => {
		const { credential: type } = VENDOR_SETUPS[vendor];
		const data = { ...stage.simulators[vendor].credentials };
		await expect(stage.n8n.testCredential({ type, data })).resolves.toMatchObject({ status: 'OK' });
	});

	it('receive a delivery', async () => {
		const { credential } = VENDOR_SETUPS.hireflix;
		const data = { ...stage.simulators.hireflix.credentials };
		const id = await stage.n8n.createCredential('Hireflix', credential, data);
		const { status, items, expected } = await receive(stage.n8n, stage.simulators, splitName('hireflix'), id);
		expect(status).toBe(200);
		expect(items).toMatchObject([{ event_id: expected.event_id, verification: 'signature' }]);
	});
});

describe('a package of one vendor beside the combined one', () => {
	let stage: Awaited<ReturnType<typeof openWith>>;

	beforeAll(async () => {
		stage = await openWith(['.'], [join(SPLIT_FOLDER, splitName('hireflix'))]);
	}, 600_000);

	afterAll(async () => await stage?.stop());

	it("cannot be installed by n8n, whose table of nodes has a node's displayed name as its key", async () => {
		const { node } = await installHost(silent);
		const entry = { name: splitName('hireflix'), version: '0.1.0' };
		const recorded = recordPackage(node, stage.n8n.userFolder, entry, await stage.n8n.nodeTypes());
		await expect(recorded).rejects.toThrow('UNIQUE constraint failed: installed_nodes.name');
	});

	it('shows every node twice when its files are there nevertheless', async () => {
		const types = (await stage.n8n.nodeTypes()).filter(
			({ displayName }) => displayName === 'Hireflix Trigger',
		);
		expect(types.map(({ name }) => name)).toEqual([
			`${COMBINED}.hireflixTrigger`,
			`${splitName('hireflix')}.hireflixTrigger`,
		]);
		expect(complaints(stage.n8n)).toEqual([]);
	});

	it('shares its credentials then, with which both receive', async () => {
		const { n8n, simulators } = stage;
		const { credential } = VENDOR_SETUPS.hireflix;
		const id = await n8n.createCredential('Hireflix', credential, { ...simulators.hireflix.credentials });
		for (const name of [splitName('hireflix'), COMBINED]) {
			const { status, items, expected } = await receive(n8n, simulators, name, id);
			expect(status).toBe(200);
			expect(items).toMatchObject([{ event_id: expected.event_id }]);
		}
	});
});
