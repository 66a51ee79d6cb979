import type { INodeProperties } from 'n8n-workflow';

/** How to come by the URL that is pasted at the vendor; it is folded away at the top of the panel. */
export const COPY_URL =
	'Open “Webhook URLs” at the top of this panel, choose “Production URL”, and click the URL to copy it.';

/** The last step of every setup, by the name of the editor's button. */
export const PUBLISH = 'Publish this workflow.';

/**
 * The setup at the vendor as a list of steps. n8n's notice keeps only links and lists of what is written in
 * HTML: bold text and line breaks would be lost (n8n 2.40, `N8nNotice`).
 *
 * @param closing what is worth knowing besides the steps
 */
export function setUpNotice(
	heading: string,
	steps: string[],
	closing = '',
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties {
	return {
		displayName: `${heading}<ul>${steps.map((step) => `<li>${step}</li>`).join('')}</ul>${closing}`,
		name: 'setUpNotice',
		type: 'notice',
		default: '',
		...(displayOptions && { displayOptions }),
	};
}
