import type { IExecuteFunctions, IHookFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

/** The n8n contexts that may call a vendor; `webhook()` is not one of them. */
export type ApiContext = IHookFunctions | ILoadOptionsFunctions | IExecuteFunctions;

/** What is the same for every call to a vendor. */
export interface VendorApi {
	vendorName: string;
	credentialType: string;
	/** Where the user finds a new key, for the error of a refused one. */
	keyHelp: string;
	/** How long an answer may take; default 30. */
	timeoutSeconds?: number;
	/** What to do about a status, where it differs from the general advice. */
	cures?: Record<number, string>;
	/**
	 * The part of a 2xx body that says that the call was refused all the same; undefined when it does not. Asked besides
	 * `success: false`, which is a refusal at every vendor.
	 */
	refusalIn?(body: unknown): unknown;
	/**
	 * The status that a refusal amounts to, where its body knows better than the status it came with (GraphQL refuses under
	 * 200); undefined where it does not. From 500 on, the call may have had its effect all the same.
	 */
	statusOf?(refusal: unknown): number | undefined;
}

/** How long a call waits for the vendor's answer. */
export const timeoutSecondsOf = ({ timeoutSeconds = 30 }: VendorApi): number => timeoutSeconds;
