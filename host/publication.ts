import type { Differences, PublicationStatus } from './differences';
import type { Rest } from './rest';

/** The editor's Publish and Unpublish, with the wait for what happens behind them. */
export interface Publication {
	/**
	 * Publishes the newest version of a workflow and waits until its triggers are registered.
	 * n8n 2.40 calls a trigger's `create` up to five times (after 1, 2, 4 and 8 s), so a failure takes 15 s and more to show; 1.x once.
	 * @throws with the triggers' own messages when one could not be registered; with n8n's when it refused to publish at all
	 */
	activate(workflowId: string): Promise<void>;
	/** Unpublishes and waits until the triggers are gone. A `delete` that throws is only in n8n's log: n8n unpublishes anyway. */
	deactivate(workflowId: string): Promise<void>;
}

const POLL_EVERY_MS = 150;
/** n8n's own limit is 84 s. */
const LIMIT_MS = 90_000;

export function publish({ request }: Rest, { publicationStatus }: Differences): Publication {
	const settled = async (workflowId: string): Promise<PublicationStatus> => {
		const deadline = Date.now() + LIMIT_MS;
		for (;;) {
			const status = await publicationStatus(workflowId);
			if (status.status !== 'in_progress') return status;
			if (Date.now() > deadline)
				throw new Error(`Workflow ${workflowId} is still being published after ${LIMIT_MS / 1000} s`);
			await new Promise((resolve) => setTimeout(resolve, POLL_EVERY_MS));
		}
	};

	return {
		activate: async (workflowId) => {
			const { versionId } = await request<{ versionId: string }>('GET', `/rest/workflows/${workflowId}`);
			await request('POST', `/rest/workflows/${workflowId}/activate`, { versionId });
			const { status, liveVersionId, triggers } = await settled(workflowId);
			if (status === 'published' && liveVersionId === versionId) return;
			const failures = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
			throw new Error(failures.join('; ') || `Workflow ${workflowId} is "${status}" after it was published`);
		},
		deactivate: async (workflowId) => {
			await request('POST', `/rest/workflows/${workflowId}/deactivate`, {});
			const { status } = await settled(workflowId);
			if (status !== 'not_published')
				throw new Error(`Workflow ${workflowId} is "${status}" after it was unpublished`);
		},
	};
}
