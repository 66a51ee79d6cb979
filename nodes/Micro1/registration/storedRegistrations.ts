import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** A webhook of this node at micro1, as kept in the node's static data. */
export interface Registration {
	id: string;
	/** micro1's name: a webhook has one event. */
	event: string;
	/** 256 random bits in hexadecimal, at the end of the webhook's URL. */
	token: string;
}

interface RegistrationStore extends IDataObject {
	registrations?: Array<Registration & IDataObject>;
}

/**
 * The registrations whose tokens prove deliveries to this node. A copy of an n8n has those of the original too: only where
 * micro1 says that a webhook leads decides whether it may be removed, never what is stored.
 */
export function storedRegistrations(context: IHookFunctions | IWebhookFunctions): Registration[] {
	return (context.getWorkflowStaticData('node') as RegistrationStore).registrations ?? [];
}

/** Replaces what is stored; to be called in the life cycle only, since n8n loses what webhook() stores. */
export function store(context: IHookFunctions, registrations: Registration[]): void {
	const staticData = context.getWorkflowStaticData('node') as RegistrationStore;
	staticData.registrations = registrations.map((registration) => ({ ...registration }));
}
