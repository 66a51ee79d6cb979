import type { Rest } from './rest';

/** A workflow as the editor saves it. n8n fills in missing node ids and webhook ids. */
export interface WorkflowDefinition {
	name: string;
	nodes: ReadonlyArray<Readonly<Record<string, unknown>>>;
	connections: Readonly<Record<string, unknown>>;
	settings?: Readonly<Record<string, unknown>>;
	/** Items that take the place of what a node would emit in a manual run, by its name. */
	pinData?: Readonly<Record<string, unknown>>;
}

export interface StoredWorkflow {
	id: string;
	name: string;
	active: boolean;
	versionId: string;
	activeVersionId: string | null;
	nodes: Array<{
		id: string;
		name: string;
		type: string;
		webhookId?: string;
		parameters: Record<string, unknown>;
	}>;
}

/** A node type as the editor gets it; the whole description is there, these are the fields that are relied upon. */
export interface NodeType {
	/** `<package name>.<node name>` */
	name: string;
	displayName: string;
	version: number | number[];
	[field: string]: unknown;
}

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** What the editor sends along when a dropdown of a node asks for its entries. */
interface DropdownRequest {
	/** `<package name>.<node name>` */
	nodeType: string;
	/** Type version; default: 1. */
	version?: number;
	/** Name under the node's `methods.loadOptions` or `methods.listSearch`. */
	method: string;
	/** The parameter's path, e.g. `position` for the editor's `parameters.position`. */
	parameter: string;
	/** The node's other parameters, as they stand. */
	parameters?: Readonly<Record<string, unknown>>;
	/** By credential type. */
	credentials?: Readonly<Record<string, { id: string; name: string }>>;
}

interface DropdownOption {
	name: string;
	value: string | number | boolean;
	description?: string;
}

interface ListSearchResult {
	results: Array<DropdownOption & { url?: string }>;
	paginationToken?: unknown;
}

interface InstalledPackage {
	packageName: string;
	installedVersion: string;
	installedNodes: Array<{ name: string; type: string; latestVersion: number }>;
	/** True when n8n warns about it under Settings > Community nodes. */
	failedLoading?: boolean;
}

/** What a person does in n8n's editor, over the requests the editor makes. Every method throws RestError when n8n refuses. */
export interface Editor {
	createCredential(name: string, type: string, data: Readonly<Record<string, unknown>>): Promise<string>;
	/** Saves a credential's fields anew; the ones left out are emptied. */
	updateCredential(
		credentialId: string,
		name: string,
		type: string,
		data: Readonly<Record<string, unknown>>,
	): Promise<void>;
	/** The Test button, for a stored credential (its id) or for what has been typed in. */
	testCredential(
		credential: string | { type: string; data: Readonly<Record<string, unknown>> },
	): Promise<CredentialTest>;
	createWorkflow(definition: WorkflowDefinition): Promise<string>;
	/**
	 * Saves a new version; a published workflow goes on with the old one until it is activated again.
	 * Nodes given without their `webhookId` get a new one, and with it a new webhook URL: start from what `workflow()` answers.
	 */
	updateWorkflow(workflowId: string, changes: Partial<WorkflowDefinition>): Promise<void>;
	workflow(workflowId: string): Promise<StoredWorkflow>;
	/**
	 * "Execute workflow" from the given trigger: the execution's id, or null while a trigger with a webhook listens for
	 * its test event.
	 */
	runManually(workflowId: string, trigger: string): Promise<string | null>;
	/** The entries of a dropdown with `loadOptionsMethod`. */
	loadOptions(dropdown: DropdownRequest): Promise<DropdownOption[]>;
	/** The entries of a resource locator's list. */
	searchList(dropdown: DropdownRequest, filter?: string, paginationToken?: string): Promise<ListSearchResult>;
	nodeTypes(): Promise<NodeType[]>;
	/** Settings > Community nodes. */
	installedPackages(): Promise<InstalledPackage[]>;
}

/** In what one n8n differs from another for the editor. */
export interface EditorDifferences {
	/** A workflow as `POST /rest/workflows` takes it. */
	newWorkflow(definition: WorkflowDefinition): object;
	/** What `POST /rest/workflows/{id}/run` takes. */
	manualRun(workflowId: string, trigger: string): Promise<object>;
	/** The Test button for a credential that was not saved. */
	testUnsaved(type: string, data: Readonly<Record<string, unknown>>): Promise<CredentialTest>;
}

export function openEditor(
	{ request }: Rest,
	{ newWorkflow, manualRun, testUnsaved }: EditorDifferences,
): Editor {
	return {
		createCredential: async (name, type, data) =>
			(await request<{ id: string }>('POST', '/rest/credentials', { name, type, data })).id,
		updateCredential: async (credentialId, name, type, data) => {
			await request('PATCH', `/rest/credentials/${credentialId}`, { name, type, data });
		},
		testCredential: async (credential) => {
			if (typeof credential !== 'string') return await testUnsaved(credential.type, credential.data);
			const credentials = await request('GET', `/rest/credentials/${credential}?includeData=true`);
			return await request<CredentialTest>('POST', '/rest/credentials/test', { credentials });
		},
		createWorkflow: async (definition) =>
			(await request<{ id: string }>('POST', '/rest/workflows', newWorkflow(definition))).id,
		updateWorkflow: async (workflowId, changes) => {
			await request('PATCH', `/rest/workflows/${workflowId}`, changes);
		},
		workflow: async (workflowId) => await request('GET', `/rest/workflows/${workflowId}`),
		runManually: async (workflowId, trigger) => {
			const answer = await request<{ executionId?: string }>(
				'POST',
				`/rest/workflows/${workflowId}/run`,
				await manualRun(workflowId, trigger),
			);
			return answer.executionId ?? null;
		},
		loadOptions: async (dropdown) =>
			await request('POST', '/rest/dynamic-node-parameters/options', dropdownBody(dropdown)),
		searchList: async (dropdown, filter, paginationToken) =>
			await request('POST', '/rest/dynamic-node-parameters/resource-locator-results', {
				...dropdownBody(dropdown),
				filter,
				paginationToken,
			}),
		nodeTypes: async () => await request('GET', '/types/nodes.json'),
		installedPackages: async () => await request('GET', '/rest/community-packages'),
	};
}

function dropdownBody({
	nodeType,
	version = 1,
	method,
	parameter,
	parameters = {},
	credentials,
}: DropdownRequest) {
	return {
		path: `parameters.${parameter}`,
		nodeTypeAndVersion: { name: nodeType, version },
		currentNodeParameters: parameters,
		methodName: method,
		credentials,
	};
}
