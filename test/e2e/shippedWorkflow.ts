import { readShipped, type Shipped, type ShippedNode } from '../../demo/shipped';
import type { Stage } from '../../demo/stage';
import type { CredentialReference } from '../../demo/workflows';
import { SIMPLIFIED_COLUMNS } from '../../nodes/shared/event/columnOrder';

const ROWS_A_PAGE = 100;

/** A workflow of the folder `workflows`, with a credential for its trigger. */
export function shippedWorkflow(file: string, credentials: Record<string, CredentialReference>): Shipped {
	const shipped = readShipped(file);
	const nodes = shipped.nodes.map((node) =>
		node.type.startsWith('n8n-nodes-ai-interviews.') ? { ...node, credentials } : node,
	);
	return { ...shipped, nodes };
}

/** A table inside n8n, which takes the place of a Google sheet: nobody here has a Google account. */
export interface Table {
	id: string;
	/** The Data Table node that writes one row per interview, as the Google Sheets node of that name does. */
	upsertNode(name: string): ShippedNode;
	rows(): Promise<Array<Record<string, unknown>>>;
}

/** Makes a table with the columns of the simplified item. */
export async function createTable({ n8n }: Stage): Promise<Table> {
	const { id: project } = await n8n.request<{ id: string }>('GET', '/rest/projects/personal');
	const path = `/rest/projects/${project}/data-tables`;
	const { id } = await n8n.request<{ id: string }>('POST', path, {
		name: 'Interviews',
		columns: SIMPLIFIED_COLUMNS.map((name) => ({ name, type: columnType(name) })),
	});
	return {
		id,
		upsertNode: (name) => ({
			name,
			type: 'n8n-nodes-base.dataTable',
			typeVersion: 1.1,
			position: [500, 0],
			parameters: {
				resource: 'row',
				operation: 'upsert',
				dataTableId: { __rl: true, mode: 'id', value: id },
				matchType: 'allConditions',
				filters: {
					conditions: [{ keyName: 'interview_id', condition: 'eq', keyValue: '={{ $json.interview_id }}' }],
				},
				columns: { mappingMode: 'autoMapInputData', value: {}, schema: [] },
				options: {},
			},
		}),
		rows: async () => {
			const rows: Array<Record<string, unknown>> = [];
			for (;;) {
				const page = await n8n.request<{ data: Array<Record<string, unknown>> }>(
					'GET',
					`${path}/${id}/rows?skip=${rows.length}&take=${ROWS_A_PAGE}`,
				);
				rows.push(...page.data);
				if (page.data.length < ROWS_A_PAGE) return rows;
			}
		},
	};
}

function columnType(column: (typeof SIMPLIFIED_COLUMNS)[number]): string {
	if (column === 'is_out_of_order') return 'boolean';
	return column.startsWith('score_') ? 'number' : 'string';
}
