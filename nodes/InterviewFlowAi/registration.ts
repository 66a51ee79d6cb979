import type { IHookFunctions } from 'n8n-workflow';

import { checkManualRegistration } from '../shared/lifecycle/manualRegistration';
import { IN_URL } from '../shared/lifecycle/requireSecret';
import { interviewFlowAiApi } from './api';

/**
 * Checks what can be checked: the URL itself is pasted by hand.
 *
 * @throws NodeOperationError, saying what to click
 */
export async function register(context: IHookFunctions): Promise<void> {
	await checkManualRegistration(context, interviewFlowAiApi, {
		displayName: 'Webhook Token',
		whereToFind:
			'Choose a long random text of letters and digits, and put ?token= and that text at the end of the URL that you paste into InterviewFlowAI.',
		carrier: IN_URL,
	});
}
