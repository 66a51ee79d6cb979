import { registrationsOf } from '../../shared/trigger/storedRegistrations';
import type { ApiVersion } from '../api';

/** What proves deliveries of one webhook, as kept in the node's static data. */
export interface Registration {
	postingId: string;
	event: string;
	/** The generation that made the webhook. */
	api: ApiVersion;
	/** 128 random bits in hexadecimal, at the end of the URL. */
	token: string;
}

export const { storedRegistrations, store } = registrationsOf<Registration>();
