import { activateAll, type Stage } from '../../demo/stage';
import { VENDORS } from '../../demo/vendors';
import type { Vendor } from '../../simulators/shared/simulator';
import type { Fixture } from '../fixtures';
import { FIXTURE_POSTING, targetOf } from './targetOf';

const silent = () => {};

/** A stage on which one workflow per vendor receives every event. */
export interface ReceivingStage extends Stage {
	workflows: Record<Vendor, string>;
	/** The URL to which the vendor delivers the event of a fixture. */
	targetOf(vendor: Vendor, fixture: Fixture): string;
	/** Of the vendor's workflow. */
	executionCount(vendor: Vendor): Promise<number>;
}

/**
 * Publishes one workflow per vendor on a stage that has none yet. The vendors wait longer than they would: what n8n answers is
 * tested, and not how soon on a busy machine.
 */
export async function openReceivingStage(stage: Stage): Promise<ReceivingStage> {
	for (const vendor of VENDORS) stage.simulators[vendor].sender.timeoutMs = 300_000;
	stage.simulators.heymilo.state.addPosting('Posting of the fixtures').id = FIXTURE_POSTING;
	const workflows = await activateAll(stage, silent);
	return {
		...stage,
		workflows,
		targetOf: (vendor, fixture) => targetOf(stage, vendor, fixture),
		executionCount: async (vendor) => (await stage.n8n.executions(workflows[vendor])).length,
	};
}
