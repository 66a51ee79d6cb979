import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import type { DeliveryFacts, Normalized } from '../event/build';
import type { InterviewEvent, Vendor, Verification } from '../event/interviewEvent';

/** One HTTP request of a vendor. */
export interface Delivery {
	/** The exact bytes, which signatures are made over. */
	rawBody: Buffer;
	/** The bytes parsed as JSON; undefined when they are none. */
	body: unknown;
	/** The bytes as text, as an item may show them; given where they hold what no item may show. */
	text?: string;
	/** Lower-case names. A header sent twice is a list or one comma-separated text, and then proves nothing. */
	headers: IDataObject;
	/** Parameters after `?` in the URL. */
	query: IDataObject;
	/** Our clock, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
	receivedAt: string;
}

/** How a vendor's deliveries prove where they come from. */
export interface Proof {
	/** What the item says of a delivery that passed. */
	verification: 'signature' | 'shared_secret';
	/** Every secret that is live now; none means that nothing can be proved. */
	secrets: string[];
	/** Whether the delivery was made with this secret. Compares in constant time and never throws. */
	matches(delivery: Delivery, secret: string): boolean;
	/** What the vendor knows and no item may show, should the body repeat it. */
	confidential(delivery: Delivery): string[];
}

/** What a delivery that may enter has proved. */
export interface Proved {
	verification: Verification;
	/** The live secret that it was made with; null when it had to prove nothing. */
	secret: string | null;
}

/** What a normalizer knows besides the delivery: the node's own settings. */
interface NormalizeSettings {
	/** The user's "Score Maximum", for vendors that document no scale; null when empty. */
	scoreMaximum: number | null;
}

/** Where a delivery came in, for a vendor whose secrets each stand for something. */
interface Origin extends Pick<Proved, 'secret'> {
	context: IWebhookFunctions;
}

/** One vendor as the pipeline sees it; the pipeline knows no vendor, and a vendor no step of the pipeline. */
export interface VendorReceiver {
	vendor: Vendor;
	/** What a delivery has to prove now. Throws when the credential cannot be read. */
	proof(context: IWebhookFunctions): Promise<Proof>;
	/** The event, or the reason why there is none. The same delivery by the same secret results in the same event. */
	normalize(
		delivery: Delivery,
		facts: DeliveryFacts,
		settings: NormalizeSettings,
		origin: Origin,
	): Normalized;
	/** The "Trigger On" value that an event belongs to; null for one that always passes. */
	subscription(event: InterviewEvent): string | null;
	/** The filter parameter that holds ids of jobs, and the ids of an event to look for in it. */
	jobFilter?: { parameter: string; jobIds(event: InterviewEvent): string[] };
	/**
	 * The key under which the last delivery is remembered; a delivery equal to it is a duplicate.
	 * Without it, or with null, that key is the delivery's own, so every delivery is remembered for itself.
	 */
	sequence?(event: InterviewEvent): string | null;
	/**
	 * For how long a delivery that equals the last one of its sequence is a duplicate, in milliseconds: for a vendor that may
	 * send the same change twice in the same bytes. Without it, as long as it is remembered.
	 */
	repetitionMs?: number;
	/** Whether an event is a step of its interview's life cycle, which may come too late; without it, each is. */
	isStep?(event: InterviewEvent): boolean;
	/** Whether an event that follows a later step is of another attempt, and so is not late; without it, none is. */
	isAnotherAttempt?(event: InterviewEvent): boolean;
	/** Distinguishes the event with the help of the last one of its sequence. */
	relate?(event: InterviewEvent, previous: SeenEvent | null): InterviewEvent;
	/** Whether the options let the event through, given the last one of its sequence. */
	admits?(event: InterviewEvent, previous: SeenEvent | null, options: IDataObject): boolean;
}

/** What is remembered of the last event of a sequence. */
export type SeenEvent = Pick<InterviewEvent, 'vendor_event' | 'decision' | 'score_raw'>;
