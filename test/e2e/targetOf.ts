import type { Stage } from '../../demo/stage';
import type { Vendor } from '../../simulators/shared/simulator';
import type { Fixture } from '../fixtures';

/** The posting of HeyMilo's fixtures. */
export const FIXTURE_POSTING = '7C41B0E9';

/** The URL to which the vendor delivers the event of a fixture. */
export function targetOf({ simulators }: Stage, vendor: Vendor, { item }: Fixture): string {
	const meant = simulators[vendor].webhooks.filter(
		({ active, events, scope }) =>
			active &&
			(vendor !== 'heymilo' || (events.includes(item.vendor_event ?? '') && scope === FIXTURE_POSTING)),
	);
	return meant[0].url;
}
