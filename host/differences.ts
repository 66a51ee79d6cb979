import { randomUUID } from 'node:crypto';

import type { CredentialTest, EditorDifferences, StoredWorkflow } from './editor';
import type { ExecutionDifferences, ExecutionSummary } from './executions';
import { RestError, type Rest } from './rest';
import { isAtLeast } from './versions';

/** n8n's answer to `GET /rest/workflows/{id}/publication-status`. */
export interface PublicationStatus {
	status: 'in_progress' | 'published' | 'partial' | 'failed' | 'not_published';
	liveVersionId: string | null;
	pendingVersionId: string | null;
	triggers: Array<{ nodeId: string; status: string; errorMessage: string | null }>;
}

/** In what the internal REST interface differs from one n8n to another: all of it is here, each with the versions it was seen on. */
export interface Differences extends EditorDifferences, ExecutionDifferences {
	/** What has become of a publication that was asked for. */
	publicationStatus(workflowId: string): Promise<PublicationStatus>;
}

/** Settings of one version. 1.x opens one connection to SQLite, and requests that save at once wait in vain. */
export function settingsOf(version: string): Record<string, string> {
	return {
		...(isAtLeast(version, '2') ? {} : { DB_SQLITE_POOL_SIZE: '3' }),
		// It asks n8n's servers; an n8n that does not have it does not start with it.
		...(isAtLeast(version, '2.40') ? { N8N_DISABLED_MODULES: 'mcp-registry' } : {}),
	};
}

export function differencesOf(version: string, { request }: Rest): Differences {
	const storedWorkflow = async (id: string) => await request<StoredWorkflow>('GET', `/rest/workflows/${id}`);
	return {
		// 1.123 and 2.1 want `active` said, and where a trigger listens (`webhookId`); 2.40 adds them itself.
		newWorkflow: (definition) =>
			isAtLeast(version, '2.40')
				? { settings: {}, ...definition }
				: {
						settings: {},
						active: false,
						...definition,
						nodes: definition.nodes.map((node) =>
							/Trigger$/.test(String(node.type)) ? { webhookId: randomUUID(), ...node } : node,
						),
					},
		// The editor sent the whole workflow along, before the server read it itself.
		manualRun: async (workflowId, trigger) => ({
			triggerToStartFrom: { name: trigger },
			...(isAtLeast(version, '2.40') ? {} : { workflowData: await storedWorkflow(workflowId) }),
		}),
		testUnsaved: async (type, data) => {
			const unsaved = { id: '', name: 'Unsaved', type, data };
			const test = async (credentials: object) =>
				await request<CredentialTest>('POST', '/rest/credentials/test', { credentials });
			// 1.123 and 2.1 test saved ones only.
			if (isAtLeast(version, '2.40')) return await test(unsaved);
			const { id } = await request<{ id: string }>('POST', '/rest/credentials', {
				...unsaved,
				id: undefined,
			});
			try {
				return await test({ ...unsaved, id });
			} finally {
				await request('DELETE', `/rest/credentials/${id}`);
			}
		},
		// Before there was a publication service, the answer to the request itself said what became of it.
		publicationStatus: async (workflowId) => {
			try {
				return await request('GET', `/rest/workflows/${workflowId}/publication-status`);
			} catch (error) {
				if (!(error instanceof RestError && error.status === 404)) throw error;
				const { activeVersionId } = await storedWorkflow(workflowId);
				const status = activeVersionId === null ? 'not_published' : 'published';
				return { status, liveVersionId: activeVersionId, pendingVersionId: null, triggers: [] };
			}
		},
		// 2.41 returns a cursor; the others go on below an id.
		executionPage: async (query, next) => {
			const page = await request<{ results: ExecutionSummary[]; nextCursor?: string | null }>(
				'GET',
				`/rest/executions?${query}${next ?? ''}`,
			);
			if (page.results.length === 0) return { results: [], next: null };
			if ('nextCursor' in page) {
				const { results, nextCursor } = page;
				return { results, next: nextCursor ? `&cursor=${encodeURIComponent(nextCursor)}` : null };
			}
			const lastId = Math.min(...page.results.map(({ id }) => Number(id)));
			return { results: page.results, next: `&lastId=${lastId}` };
		},
	};
}
