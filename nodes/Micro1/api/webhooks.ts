import type { IDataObject } from 'n8n-workflow';

import { flag, identifier, isNothing, text, texts } from '../../shared/event/fields';
import { anObject, eitherOf, mapped, under, type Expected } from '../../shared/http/expected';
import type { ApiContext } from '../../shared/http/vendorApi';
import { DONE, listed, read, write, writeOnce } from '../api';

/** A webhook as micro1 lists it. */
export interface Webhook {
	id: string;
	url: string;
	/** By the names that micro1 lists: documented is one; empty where it lists none. */
	events: string[];
	/** False only where its status says so: micro1 documents the word `active`, and no list of words. */
	isActive: boolean;
}

const GONE = ['deleted', 'removed'];

const NOT_ACTIVE = [
	'0',
	'blocked',
	'deactivated',
	'disabled',
	'expired',
	'failed',
	'false',
	'inactive',
	'off',
	'paused',
	'stopped',
	'suspended',
];

/**
 * Every webhook of the account; the list has no pages. Whether it has those that were deleted is not documented: they are
 * left out.
 *
 * @throws NodeApiError
 */
export async function listWebhooks(context: ApiContext): Promise<Webhook[]> {
	const rows = await read(context, '/webhooks', listed(anObject('webhook_id')));
	const isThere = (row: IDataObject) => !isNothing(row.webhook_id) && !GONE.includes(statusOf(row));
	return rows.filter(isThere).map(asWebhook);
}

const statusOf = ({ status }: IDataObject): string =>
	String(status ?? '')
		.trim()
		.toLowerCase();

function asWebhook(row: IDataObject): Webhook {
	const { webhook_id, url, event, events, is_active, active } = row;
	return {
		id: identifier(webhook_id) ?? '',
		url: text(url) ?? '',
		events: [event, events].flatMap((listed) => texts([listed].flat())),
		isActive: !NOT_ACTIVE.includes(statusOf(row)) && flag(is_active) !== false && flag(active) !== false,
	};
}

const idIn = (name: string): Expected<string | null> =>
	mapped(anObject(name), (found) => identifier(found[name]) ?? undefined);

/** Documented is `{id}` without the envelope, while every other call has one, and the list says `webhook_id`. */
const aNewWebhook = eitherOf<string | null>(
	idIn('id'),
	under('data', idIn('id')),
	under('data', idIn('webhook_id')),
	DONE,
);

/**
 * Makes a webhook for one event.
 *
 * @param secrets parts of the URL that come back neither in the answer nor in an error
 * @returns its id; null where micro1 does not tell it
 * @throws NodeApiError
 */
export async function createWebhook(
	context: ApiContext,
	event: string,
	url: string,
	secrets: string[],
): Promise<string | null> {
	const body = { url, event, description: 'n8n' };
	return await writeOnce(context, '/webhook', aNewWebhook, body, { secrets, waitsForRateLimit: true });
}

/** Removes a webhook. @throws NodeApiError, also for one that is gone: with 400, for 404 is documented for recordings only */
export async function deleteWebhook(context: ApiContext, id: string): Promise<void> {
	await write(context, 'DELETE', `/webhook/${encodeURIComponent(id)}`, DONE);
}
