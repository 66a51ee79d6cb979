import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** A webhook that this node has registered: more of it is the vendor's own. */
interface Stored {
	/** Random bits in hexadecimal, at the end of the webhook's URL. */
	token: string;
}

interface Registrations<Registration> {
	/**
	 * The registrations whose tokens prove deliveries to this node. A copy of an n8n has those of the original too: only where
	 * the vendor says that a webhook leads decides whether it may be removed, never what is stored.
	 */
	storedRegistrations(context: IHookFunctions | IWebhookFunctions): Registration[];
	/** Replaces what is stored; to be called in the life cycle only, since n8n loses what webhook() stores. */
	store(context: IHookFunctions, registrations: Registration[]): void;
}

/** Keeps a vendor's registrations in the node's static data. */
export function registrationsOf<Registration extends Stored>(): Registrations<Registration> {
	const staticDataOf = (context: IHookFunctions | IWebhookFunctions) =>
		context.getWorkflowStaticData('node') as IDataObject & { registrations?: Registration[] };
	return {
		storedRegistrations: (context) => staticDataOf(context).registrations ?? [],
		store: (context, registrations) => {
			staticDataOf(context).registrations = registrations.map((registration) => ({ ...registration }));
		},
	};
}
