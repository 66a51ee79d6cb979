import { activateAll, type Stage } from '../../demo/stage';
import type { Vendor } from '../../simulators/shared/simulator';
import { openStage } from './openStage';

/** The posting of HeyMilo's fixtures. */
export const FIXTURE_POSTING = '7C41B0E9';

const silent = () => {};

/** A stage on which a workflow a vendor receives every event. */
export interface ReceivingStage extends Stage {
	workflows: Record<Vendor, string>;
	/** The URL to which the vendor delivers an event. @param vendorEvent the vendor's name for it */
	targetOf(vendor: Vendor, vendorEvent: string | null | undefined): string;
	/** Of the vendor's workflow. */
	executionCount(vendor: Vendor): Promise<number>;
}

/** @param environment further settings of n8n */
export async function openReceivingStage(
	environment: Readonly<Record<string, string>> = {},
): Promise<ReceivingStage> {
	const stage = await openStage(environment);
	stage.simulators.heymilo.state.addPosting('Posting of the fixtures').id = FIXTURE_POSTING;
	const workflows = await activateAll(stage, silent);
	return {
		...stage,
		workflows,
		targetOf: (vendor, vendorEvent) => {
			const registered = stage.simulators[vendor].webhooks.filter(({ active }) => active);
			const meant = registered.find(
				({ events, scope }) =>
					vendor !== 'heymilo' || (events.includes(vendorEvent ?? '') && scope === FIXTURE_POSTING),
			);
			return (meant ?? registered[0]).url;
		},
		executionCount: async (vendor) => (await stage.n8n.executions(workflows[vendor])).length,
	};
}
