import { readShipped } from '../../../demo/shipped';
import type { Stage } from '../../../demo/stage';
import { VENDOR_SETUPS, VENDORS } from '../../../demo/vendors';
import { nodeType, type CredentialReference } from '../../../demo/workflows';
import type { Execution } from '../../../host/executions';
import type { Vendor } from '../../../simulators/shared/simulator';
import type { Services } from '../services/openServices';

type Node = {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	credentials?: Record<string, CredentialReference>;
};

type Shipped = {
	name: string;
	nodes: Node[];
	connections: Record<string, unknown>;
	settings: Record<string, unknown>;
	pinData: Record<string, Array<{ json: Record<string, unknown> }>>;
};

/** A file of `workflows/` in n8n, after a user has made the choices that its note names. */
interface ChosenWorkflow {
	id: string;
	/** The item that is pinned to its trigger. */
	pinned: Record<string, unknown>;
	/** Runs it from its trigger on the pinned item. @throws with n8n's message when it fails */
	run(): Promise<Execution>;
}

/** Parameters that a user chooses, by the name of the node. */
type Choices = Readonly<Record<string, Record<string, unknown>>>;

/**
 * Imports a file of `workflows/` with the choices made.
 *
 * @param vendor whose trigger is put in the place of the file's own, under its name
 */
export type Install = (file: string, choices?: Choices, vendor?: Vendor) => Promise<ChosenWorkflow>;

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Makes every credential that a shipped workflow may need, and returns what puts a workflow into n8n with them. */
export async function prepareChoices(stage: Stage, services: Services): Promise<Install> {
	const { n8n } = stage;
	const credentials: Record<string, CredentialReference> = {};
	for (const vendor of VENDORS) {
		credentials[VENDOR_SETUPS[vendor].credential] = await stage.createCredential(vendor);
	}
	for (const [type, data] of Object.entries(services.credentials)) {
		credentials[type] = { id: await n8n.createCredential(type, type, data), name: type };
	}
	credentials.n8nApi = { id: await createApiCredential(n8n), name: 'n8nApi' };
	const sheet = {
		authentication: 'serviceAccount',
		documentId: byId(services.sheets.documentId),
		sheetName: { __rl: true, mode: 'name', value: services.sheets.sheetName },
	};
	/** What is chosen in every node of a type, and the type of its credential. */
	const usual: Record<string, [credential: string, chosen: Record<string, unknown>]> = {
		'n8n-nodes-base.slack': ['slackApi', { channelId: byId('C0RECRUIT') }],
		'n8n-nodes-base.googleSheets': ['googleApi', sheet],
		'n8n-nodes-base.googleDrive': [
			'googleApi',
			{ authentication: 'serviceAccount', folderId: byId('archive-folder') },
		],
		'n8n-nodes-base.hubspot': ['hubspotAppToken', {}],
		'n8n-nodes-base.postgres': ['postgres', {}],
		'n8n-nodes-base.emailSend': [
			'smtp',
			{ fromEmail: 'recruiting@example.com', toEmail: 'hiring.manager@example.com' },
		],
	};

	const chosen = (node: Node, own: Record<string, unknown> = {}): Node => {
		const vendor = VENDORS.find((one) => {
			const { node: trigger, action } = VENDOR_SETUPS[one];
			return [trigger, action].some((type) => node.type === nodeType(type));
		});
		const [type, parameters] = vendor
			? [VENDOR_SETUPS[vendor].credential, {}]
			: (usual[node.type] ?? [node.parameters.nodeCredentialType as string | undefined, {}]);
		return {
			...node,
			parameters: { ...atAddress(n8n.baseUrl, node.parameters), ...parameters, ...own },
			...(type && { credentials: { [type]: credentials[type] } }),
		};
	};

	return async (file, choices = {}, vendor) => {
		const shipped = readShipped<Shipped>(file);
		const [[trigger, [{ json: pinned }]]] = Object.entries(shipped.pinData);
		const nodes = shipped.nodes.map((node) => {
			const isReplaced = vendor !== undefined && node.name === trigger;
			const type = isReplaced ? nodeType(VENDOR_SETUPS[vendor].node) : node.type;
			return chosen({ ...node, type }, choices[node.name]);
		});
		const id = await n8n.createWorkflow({ ...shipped, nodes });
		return {
			id,
			pinned,
			run: async () => {
				const executionId = await n8n.runManually(id, trigger);
				const execution = await n8n.execution(executionId ?? '');
				if (execution.error) {
					const { message, description } = execution.error;
					throw new Error(`${shipped.name}: ${message} ${description ?? ''}`);
				}
				return execution;
			},
		};
	};
}

/** The parameters with this n8n's address in place of the sample. */
function atAddress(address: string, parameters: Node['parameters']): Node['parameters'] {
	const text = JSON.stringify(parameters).replaceAll('https://n8n.example.com', address);
	return JSON.parse(text) as Node['parameters'];
}

/** A credential with a key for n8n's own public API. @returns its id */
async function createApiCredential(n8n: Stage['n8n']): Promise<string> {
	const { rawApiKey } = await n8n.request<{ rawApiKey: string }>('POST', '/rest/api-keys', {
		label: 'Recover crashed executions',
		scopes: ['execution:list', 'execution:read', 'execution:retry'],
		expiresAt: null,
	});
	return await n8n.createCredential('n8nApi', 'n8nApi', {
		apiKey: rawApiKey,
		baseUrl: `${n8n.baseUrl}/api/v1`,
	});
}
