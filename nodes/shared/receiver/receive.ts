import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { DeliveryFacts, Normalized } from '../event/build';
import { isRecognized } from '../event/interviewEvent';
import { acknowledge, emit, refuse } from './answer';
import { claimDelivery } from './deduplicate';
import { isTooDeep } from './depth';
import { failureIn, failureOfHost } from './failure';
import { isWanted, otherJobs } from './filter';
import { eventItem } from './items';
import { readDelivery } from './readDelivery';
import { readProof } from './readProof';
import { readTriggerSettings, type TriggerSettings } from '../trigger/settings';
import { eventIn, loggableReason } from './unrecognized';
import type { Delivery, Proved, VendorReceiver } from './vendorReceiver';
import { verify, withoutSecrets } from './verify';

/**
 * The way of every delivery: verify → normalize → deduplicate → filter → answer. Never throws, since n8n
 * would store a failed execution for whatever a stranger sends.
 */
export async function receive(
	context: IWebhookFunctions,
	vendor: VendorReceiver,
): Promise<IWebhookResponseData> {
	const received = await readDelivery(context).catch(() => null);
	if (received === null) return refuse(context, 400, 'Not readable');
	const admission = await admit(context, vendor, received);
	if (admission === null) return refuse(context, 503, 'Not ready to verify deliveries');
	const { settings, proved, delivery } = admission;
	if (proved === null) return refuse(context, 401, 'Not verified');

	const { receivedAt, rawBody } = delivery;
	const facts: DeliveryFacts = { receivedAt, verification: proved.verification, rawBody };
	const normalized = normalize(context, vendor, delivery, facts, proved, settings);
	const read = eventIn(normalized, vendor, delivery, facts);
	const claim = await claimDelivery(context, vendor, read, settings);
	if (claim === null) return acknowledge();
	const { event, previous } = claim;

	if (isWanted(vendor, event, previous, settings)) return emit(eventItem(event, settings));
	const others = otherJobs(vendor, event, settings);
	if (others.length > 0) {
		const named = others.filter((id) => LOGGABLE_ID.test(id)).join(', ');
		context.logger.info(
			`${context.getNode().name}: an event did not start the workflow, since the node is limited to others than ${named || 'its own'}`,
		);
	}
	if (!isRecognized(event)) {
		const reason = loggableReason(normalized);
		context.logger.warn(
			`${context.getNode().name}: an unrecognized delivery did not start the workflow. ${reason}. SHA-256 of its body: ${event.raw_sha256}`,
		);
	}
	return acknowledge();
}

/** A text of another kind may be about a person. */
const LOGGABLE_ID = /^[\w-]{1,64}$/;

interface Admission {
	settings: TriggerSettings;
	/** Null for a delivery that must be refused. */
	proved: Proved | null;
	/** As it may be shown. */
	delivery: Delivery;
}

/**
 * The node's settings and what the delivery proved; null when either cannot be read, such as a credential
 * that is gone. Then nothing can be verified, and the vendor may try again.
 */
async function admit(
	context: IWebhookFunctions,
	vendor: VendorReceiver,
	delivery: Delivery,
): Promise<Admission | null> {
	const { name } = context.getNode();
	let settings: TriggerSettings;
	try {
		settings = readTriggerSettings(context);
	} catch (error) {
		context.logger.error(`${name}: a parameter could not be read: ${failureIn(error)}`);
		return null;
	}
	try {
		const { proof, proved } = await readProof(context, vendor, (secrets) =>
			verify(delivery, secrets, settings),
		);
		// What is refused is not looked into.
		return { settings, proved, delivery: proved ? withoutSecrets(delivery, proof) : delivery };
	} catch (error) {
		context.logger.error(`${name}: the credential could not be read: ${failureOfHost(error)}`);
		return null;
	}
}

function normalize(
	context: IWebhookFunctions,
	vendor: VendorReceiver,
	delivery: Delivery,
	facts: DeliveryFacts,
	{ secret }: Proved,
	{ scoreMaximum }: TriggerSettings,
): Normalized {
	if (isTooDeep(delivery.body)) {
		return { reason: 'The body is nested too deeply for n8n to store it: raw has it as text' };
	}
	try {
		return vendor.normalize(delivery, facts, { scoreMaximum }, { context, secret });
	} catch (error) {
		// A body that no test foresaw still reaches the user.
		const failure = failureIn(error);
		context.logger.error(`${context.getNode().name}: a delivery could not be read: ${failure}`);
		return {
			reason: `The body could not be read (${failure}); please report it, without the candidate's data`,
		};
	}
}
