import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { isSameId } from '../../shared/actions/rows';
import { flag, isNothing, text } from '../../shared/event/fields';
import { agreeing, showing, theOne, withId } from '../../shared/http/agreeing';
import { aListLike, anObject, eitherOf, NOTHING, type Expected } from '../../shared/http/expected';
import { mayHaveActed } from '../../shared/http/failure';
import { hideSecrets } from '../../shared/http/hideSecrets';
import { isUrl } from '../../shared/http/isUrl';
import { answerOr } from '../../shared/http/status';
import type { ApiContext } from '../../shared/http/vendorApi';
import { bare, list, read, write, writeOnce, type ApiVersion } from '../api';

/** What a webhook is made for. */
export interface WantedWebhook {
	postingId: string;
	event: string;
}

/** Managing webhooks in one generation of the API. The rows are the vendor's own. */
interface WebhookCalls {
	/** The webhooks of the workspace, those that ended possibly included; v1 filters, v2 cannot. */
	list(context: ApiContext, wanted?: Partial<WantedWebhook>): AsyncIterable<IDataObject>;
	get(context: ApiContext, id: string): Promise<IDataObject>;
	/** @param secrets parts of the URL that come back neither in the answer nor in an error */
	create(context: ApiContext, wanted: WantedWebhook, url: string, secrets?: string[]): Promise<IDataObject>;
	/** Removes or deactivates; the vendor answers 404 for one that is gone already. */
	remove(context: ApiContext, id: string): Promise<void>;
}

const V2_PATH = '/api/v2/webhooks';

const aWebhook = anObject('webhook_id');

/** Source of v1: docs.admin.heymilo.ai/webhook-management/webhook-documentation. */
export const webhookCalls: Record<ApiVersion, WebhookCalls> = {
	v2: {
		list: (context) => list(context, { path: V2_PATH, idField: 'webhook_id' }),
		get: async (context, id) =>
			await read(context, `${V2_PATH}/${encodeURIComponent(id)}`, theOne('webhook_id', id)),
		create: async (context, wanted, url, secrets = []) => {
			const send = async (urlField: string) =>
				await writeOnce(
					context,
					V2_PATH,
					madeFor(wanted, url, secrets),
					{ ...bodyOf(wanted), [urlField]: url },
					{ secrets, waitsForRateLimit: true },
				);
			// An older v2 names the field as v1 does: its 422 misses `url`, and nothing was made.
			return await answerOr(send('webhook_url'), {
				statuses: ['422'],
				otherwise: async (refusal) =>
					refusal.message.includes('(url)') ? await send('url') : await Promise.reject(refusal),
			});
		},
		remove: async (context, id) => {
			await write(context, 'DELETE', `${V2_PATH}/${encodeURIComponent(id)}`, ended(id));
		},
	},
	v1: {
		list: listV1,
		get: getV1,
		create: async (context, wanted, url, secrets = []) => {
			const body = { ...bodyOf(wanted), url, http_method: 'post' };
			return await bare.writeOnce(context, '/api/webhook/create', madeFor(wanted, url, secrets), body, {
				secrets,
				waitsForRateLimit: true,
			});
		},
		remove: removeV1,
	},
};

/** The webhook that was asked for: an own one that is for another event, or asleep, would bring nothing. */
function madeFor({ postingId, event }: WantedWebhook, url: string, secrets: string[]): Expected<IDataObject> {
	const shown = hideSecrets(url, secrets);
	const leadsThere = (came: unknown) => isNothing(came) || asUrl(String(came)) === asUrl(shown);
	const isEvent = (came: unknown) => isNothing(came) || text(came)?.toLowerCase() === event.toLowerCase();
	return agreeing(
		aWebhook,
		withId('posting_id', postingId),
		showing('event_type', event, isEvent),
		showing('webhook_url', shown, (came, { url: olderName }) => leadsThere(came ?? olderName)),
		showing('is_active', true, (came) => isNothing(came) || flag(came) === true),
	);
}

const asUrl = (url: string): string => (isUrl(url) ? new URL(url).href : url.trim());

/** A webhook that was removed: it is kept, and not active any more. */
const ended = (id: string): Expected<IDataObject> =>
	agreeing(
		theOne('webhook_id', id),
		showing('is_active', false, (came) => isNothing(came) || flag(came) === false),
	);

async function getV1(context: ApiContext, id: string): Promise<IDataObject> {
	return await bare.read(context, `/api/webhook/fetch/${encodeURIComponent(id)}`, theOne('webhook_id', id));
}

/** What it answers is not documented: unless it shows the webhook that ended, that one is looked at. */
async function removeV1(context: ApiContext, id: string): Promise<void> {
	const path = `/api/webhook/deactivate/${encodeURIComponent(id)}`;
	const expects = eitherOf<IDataObject | null>(ended(id), NOTHING);
	const answer = await bare.write(context, 'POST', path, expects);
	if (answer !== null && flag(answer.is_active) === false) return;
	const left = await answerOr(getV1(context, id), {
		statuses: ['404'],
		otherwise: async () => await listedV1(context, id),
	});
	if (flag(left?.is_active) !== true) return;
	throw mayHaveActed(
		new NodeApiError(
			context.getNode(),
			{},
			{
				message: 'HeyMilo was asked to deactivate this webhook, and it is still active',
				description: `The webhook is ${id}. Look at it with Webhook → Get, and deactivate it in HeyMilo if it stays active.`,
			},
		),
	);
}

const bodyOf = ({ postingId, event }: WantedWebhook): IDataObject => ({
	posting_id: postingId,
	event_type: event,
});

/** The webhook in the list; none where it is gone. */
async function listedV1(context: ApiContext, id: string): Promise<IDataObject | undefined> {
	for await (const row of listV1(context)) if (isSameId(row.webhook_id, id)) return row;
	return undefined;
}

/** All on one page. */
async function* listV1(
	context: ApiContext,
	wanted: Partial<WantedWebhook> = {},
): AsyncGenerator<IDataObject> {
	const { postingId, event } = wanted;
	const query = { ...(postingId && { posting_id: postingId }), ...(event && { event_type: event }) };
	yield* await bare.read(context, '/api/webhook/all', aListLike(aWebhook), query);
}

/** A webhook as the trigger sees it, whichever generation of the API made it. */
export interface Webhook {
	id: string;
	postingId: string;
	event: string;
	url: string;
	/** Null where the answer has something that is neither yes nor no. */
	isActive: boolean | null;
}

/** What the trigger needs of it. */
interface WebhookApi {
	list(context: ApiContext): Promise<Webhook[]>;
	/** @param secrets parts of the URL that come back neither in the answer nor in an error */
	create(context: ApiContext, wanted: WantedWebhook, url: string, secrets: string[]): Promise<Webhook>;
	/** Removes or deactivates; the vendor answers 404 for one that is gone already. */
	remove(context: ApiContext, id: string): Promise<void>;
}

export const webhookApis: Record<ApiVersion, WebhookApi> = {
	v2: forTrigger(webhookCalls.v2),
	v1: forTrigger(webhookCalls.v1),
};

function forTrigger(calls: WebhookCalls): WebhookApi {
	return {
		list: async (context) => {
			const webhooks: Webhook[] = [];
			// One without an ID is not this node's: each of those came with one.
			for await (const row of calls.list(context)) {
				if (!isNothing(row.webhook_id)) webhooks.push(asWebhook(row));
			}
			return webhooks;
		},
		create: async (...asked) => asWebhook(await calls.create(...asked)),
		remove: calls.remove,
	};
}

/** A webhook as either generation returns it; an older v2 names the URL as v1 does. */
export function asWebhook(row: IDataObject): Webhook {
	return {
		id: String(row.webhook_id),
		postingId: String(row.posting_id),
		event: String(row.event_type),
		url: String(row.webhook_url ?? row.url ?? ''),
		// The list of v2 has active ones only.
		isActive: row.is_active === undefined ? true : flag(row.is_active),
	};
}

/** A webhook as an item may show it: the token in a trigger's URL proves deliveries to that trigger. */
export function withoutToken(row: IDataObject): IDataObject {
	const hide = (value: unknown) =>
		typeof value === 'string' ? value.replace(/([?&]token=)[0-9a-f]{32}$/, '$1***') : value;
	return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, hide(value)])) as IDataObject;
}
