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
	return `<br><br>No interview yet? Copy a <a href="${url}" target="_blank">sample item</a>, click “set mock data” on the right, and paste it there.`;
}
