import { isDeepStrictEqual } from 'node:util';

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
	/**
	 * n8n 2.40 reads at once, but not in one transaction, whether it still publishes and which triggers there are: a reading
	 * between the two shows the triggers of before. So what is not wanted is read twice.
	 */
	const settled = async (
		workflowId: string,
		isWanted: (status: PublicationStatus) => boolean,
	): Promise<PublicationStatus> => {
		const deadline = Date.now() + LIMIT_MS;
		for (let before: PublicationStatus | undefined; ;) {
			const status = await publicationStatus(workflowId);
			const isCertain = isWanted(status) || isDeepStrictEqual(status, before);
			if (status.status !== 'in_progress' && isCertain) return status;
			before = status;
			if (Date.now() > deadline)
				throw new Error(`Workflow ${workflowId} is still being published after ${LIMIT_MS / 1000} s`);
			await new Promise((resolve) => setTimeout(resolve, POLL_EVERY_MS));
		}
	};

	return {
		activate: async (workflowId) => {
			const { versionId } = await request<{ versionId: string }>('GET', `/rest/workflows/${workflowId}`);
			await request('POST', `/rest/workflows/${workflowId}/activate`, { versionId });
			const isLive = ({ status, liveVersionId }: PublicationStatus) =>
				status === 'published' && liveVersionId === versionId;
			const settledStatus = await settled(workflowId, isLive);
			if (isLive(settledStatus)) return;
			const { status, triggers } = settledStatus;
			const failures = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
			throw new Error(failures.join('; ') || `Workflow ${workflowId} is "${status}" after it was published`);
		},
		deactivate: async (workflowId) => {
			await request('POST', `/rest/workflows/${workflowId}/deactivate`, {});
			const isGone = ({ status }: PublicationStatus) => status === 'not_published';
			const settledStatus = await settled(workflowId, isGone);
			if (!isGone(settledStatus))
				throw new Error(`Workflow ${workflowId} is "${settledStatus.status}" after it was unpublished`);
		},
	};
}
