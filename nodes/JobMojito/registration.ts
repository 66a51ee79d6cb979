import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { checkManualRegistration } from '../shared/lifecycle/manualRegistration';
import { IN_HEADER } from '../shared/lifecycle/requireSecret';
import type { WebhookSecrets } from '../shared/trigger/secrets';
import { jobMojitoApi } from './api';

/** The credential's default, for a field that was emptied. */
const DEFAULT_HEADER_NAME = 'X-Webhook-Secret';

/** What a header's name may consist of, by RFC 9110. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

export interface JobMojitoCredential extends WebhookSecrets {
	webhookHeaderName?: string;
}

/** The header that carries the secret, in lower case. */
export function headerNameOf({ webhookHeaderName }: JobMojitoCredential): string {
	return (webhookHeaderName?.trim() || DEFAULT_HEADER_NAME).toLowerCase();
}

/**
 * Checks what can be checked: the webhook itself is set up by hand.
 *
 * @throws NodeOperationError, saying what to click
 */
export async function register(context: IHookFunctions): Promise<void> {
	await checkManualRegistration(context, jobMojitoApi, {
		displayName: 'Webhook Secret',
		whereToFind:
			'Choose any long random text, and give the webhook in the JobMojito admin a custom header with that value.',
		carrier: IN_HEADER,
	});
	const credential = await context.getCredentials<JobMojitoCredential>(jobMojitoApi.credentialType);
	if (HEADER_NAME.test(headerNameOf(credential))) return;
	throw new NodeOperationError(
		context.getNode(),
		'Change Webhook Header Name in the JobMojito credential: no header can have this name. Use letters, digits and hyphens, such as X-Webhook-Secret, and the same name in the JobMojito admin.',
	);
}
