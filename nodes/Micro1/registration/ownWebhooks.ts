import type { IHookFunctions } from 'n8n-workflow';

import { entryOf } from '../../shared/event/table';
import { isUrl } from '../../shared/http/isUrl';
import { byAddress, type ByAddress } from '../../shared/lifecycle/ownAddress';
import { compared } from '../../shared/lifecycle/tokenRegistrations';
import { vendorEvents } from '../../shared/trigger/settings';
import { listWebhooks, type Webhook } from '../api/webhooks';
import { EVENTS_OF_CHOICE } from '../deliveries';
import { storedRegistrations, type Registration } from './storedRegistrations';

/** micro1's events behind what is selected: one choice may stand for two. */
function wantedEvents(context: IHookFunctions): string[] {
	return vendorEvents(context).flatMap((choice) => entryOf(EVENTS_OF_CHOICE, choice) ?? [choice]);
}

/** What micro1 has now. */
export type Account = ByAddress<Webhook>;

export async function lookUp(context: IHookFunctions): Promise<Account> {
	const isOwnQuery = (url: string) => /^(\?token=.*)?$/.test(new URL(url).search);
	return byAddress(context, await listWebhooks(context), isOwnQuery);
}

/** The node's own webhooks beside the settings, which want one for each event. */
export function compare(context: IHookFunctions, { own }: Account) {
	const stored = storedRegistrations(context);
	const isProved = (webhook: Webhook, event: string) =>
		webhook.isActive &&
		isFor(webhook, event) &&
		stored.some((one) => one.event === event && isOf(webhook, one));
	return compared(wantedEvents(context), own, isProved);
}

/** Whether a listed webhook is for an event, in whatever spelling; one that is listed without an event may be. */
export function isFor({ events }: Webhook, event: string): boolean {
	return events.length === 0 || events.some((listed) => folded(listed) === folded(event));
}

const folded = (event: string): string => event.toLowerCase().replace(/[^a-z]+/g, '.');

/** Whether a listed webhook is the one that was registered: by its token or, where the list hides it, by its ID. */
export function isOf({ id, url }: Webhook, registered: Registration): boolean {
	const token = tokenIn(url);
	return token === null ? id === registered.id : token === registered.token;
}

/** The token at the end of a URL; null where the list masks it, or has no query, which micro1 does not document. */
export function tokenIn(url: string): string | null {
	const token = isUrl(url) ? new URL(url).searchParams.get('token') : null;
	return token !== null && /^[0-9a-f]{64}$/.test(token) ? token : null;
}
