/** As package.json names it. */
const REPOSITORY = 'https://github.com/n8n-nodes-ai-interviews/n8n-nodes-ai-interviews';

/**
 * Where a vendor's sample items are, for the panel of its trigger: n8n shows `activationHint` with its links (n8n 2.40,
 * `TriggerPanel`).
 *
 * @param page the vendor's, below `docs`
 */
export function sampleItems(page: string): string {
	const url = `${REPOSITORY}/blob/HEAD/docs/${page}.md#build-without-an-interview`;
	return `<br><br>n8n listens for two minutes, and for one event. An interview takes longer, and its report comes later: click the button just before, or copy a <a href="${url}" target="_blank">sample item</a>, click “set mock data” on the right, and paste it there.`;
}
