import type { IDataObject, IHookFunctions, NodeError } from 'n8n-workflow';

import { identifier, text } from '../shared/event/fields';
import { inFull } from '../shared/http/failure';
import { isUrl } from '../shared/http/isUrl';
import { checkManualRegistration } from '../shared/lifecycle/manualRegistration';
import { addressOf } from '../shared/lifecycle/ownAddress';
import { IN_HEADER } from '../shared/lifecycle/requireSecret';
import { selection } from '../shared/trigger/settings';
import { ribbonApi } from './api';
import { readFlow } from './api/flows';

/**
 * Checks what can be checked: the webhook itself is set up by hand. Where flows are selected, they are read, and the log
 * says which of them send their events elsewhere.
 *
 * @throws NodeOperationError, saying what to click
 */
export async function register(context: IHookFunctions): Promise<void> {
	const url = await checkManualRegistration(context, ribbonApi, {
		displayName: 'Webhook Secret',
		whereToFind:
			'Choose any long random text, and put it into Secret Key beside the Webhook URL in Ribbon: in the Settings tab of the flow, or under Settings → Interview Settings for all flows.',
		carrier: { ...IN_HEADER, name: 'a field that is filled in by hand' },
	});
	const isTest = !context.getWorkflow().active;
	if (isTest) return;
	for (const id of selection(context.getNodeParameter('flows', []))) {
		const warning = await readFlow(context, id).then(
			(flow) => warningOf(flow, url),
			(error: NodeError) => `Where the flow ${id} sends its events could not be looked up. ${inFull(error)}`,
		);
		if (warning !== null) context.logger.warn(`${context.getNode().name}: ${warning}`);
	}
}

/** What is wrong with the webhook URL of a flow; null when it is the trigger's own. */
function warningOf({ interview_flow_id, title, webhook_url }: IDataObject, own: string): string | null {
	const flow = `The flow "${text(title)}" (${identifier(interview_flow_id)})`;
	const address = text(webhook_url);
	if (address === null) {
		return `${flow} has no Webhook URL of its own. Its events only come here if Settings → Interview Settings in Ribbon has ${own}.`;
	}
	if (addressOf(address) === addressOf(own)) return null;
	const elsewhere = isUrl(address) ? new URL(address).host : 'what is no URL';
	return `${flow} sends its events to ${elsewhere}, and not to this trigger. In Ribbon, open the Settings tab of the flow and set Webhook URL to ${own}.`;
}
