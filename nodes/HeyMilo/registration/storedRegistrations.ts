import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

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

interface RegistrationStore extends IDataObject {
	registrations?: Array<Registration & IDataObject>;
}

/**
 * The registrations whose tokens prove deliveries to this node. A copy of an n8n has those of the original too: only where
 * HeyMilo says that a webhook leads decides whether it may be removed, never what is stored.
 */
export function storedRegistrations(context: IHookFunctions | IWebhookFunctions): Registration[] {
	return (context.getWorkflowStaticData('node') as RegistrationStore).registrations ?? [];
}

/** Replaces what is stored; to be called in the life cycle only, since n8n loses what webhook() stores. */
export function store(context: IHookFunctions, registrations: Registration[]): void {
	const staticData = context.getWorkflowStaticData('node') as RegistrationStore;
	staticData.registrations = registrations.map((registration) => ({ ...registration }));
}
