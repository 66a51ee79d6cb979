import { registrationsOf } from '../../shared/trigger/storedRegistrations';

/** A webhook of this node at micro1, as kept in the node's static data. */
export interface Registration {
	id: string;
	/** micro1's name: a webhook has one event. */
	event: string;
	/** 256 random bits in hexadecimal, at the end of the webhook's URL. */
	token: string;
}

export const { storedRegistrations, store } = registrationsOf<Registration>();
