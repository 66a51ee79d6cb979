import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/** "Return All" and "Limit", which every operation that lists has. */
export const manyProperties: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

/** "Simplify", which every operation and trigger has whose answer has more than ten columns. */
export const simplifyParameter: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Whether the user left "Simplify" on. */
export function isSimplified(context: IExecuteFunctions, itemIndex: number): boolean {
	return context.getNodeParameter('simplify', itemIndex, true) === true;
}

/** Which interview; the item of a trigger is picked up by itself. */
export const interviewParameter: INodeProperties = {
	displayName: 'Interview ID',
	name: 'interviewId',
	type: 'string',
	required: true,
	default: '={{ $json.interview_id }}',
	description: 'Picks up the item of a trigger by itself; or drag the column with the ID here',
};

/** The scale of a vendor that documents none. */
export const scoreMaximumOption: INodeProperties = {
	displayName: 'Score Maximum',
	name: 'scoreMaximum',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description:
		'Highest score this vendor can give, to fill score_percent. The vendor documents none; 0 leaves score_percent empty.',
};

/** For workflows that end in a spreadsheet. */
export const escapeFormulasOption: INodeProperties = {
	displayName: 'Escape Formulas',
	name: 'escapeFormulas',
	type: 'boolean',
	default: false,
	description:
		'Whether to put an apostrophe before text that a spreadsheet would run as a formula or turn into a number or a date, such as =1+1, 00123 or 3-4. Google Sheets and Excel do not show it. Turn off where text is stored as it is: in Airtable, and in Google Sheets with Cell Format set to Let n8n format.',
};

/** A collection of optional fields, in alphabetical order. */
export function collection(
	displayName: 'Additional Fields' | 'Filters' | 'Options' | 'Update Fields',
	fields: INodeProperties[],
): INodeProperties {
	const [, singular] = /(\S+?)s$/.exec(displayName) ?? [];
	return {
		displayName,
		name: displayName === 'Filters' || displayName === 'Options' ? displayName.toLowerCase() : 'fields',
		type: 'collection',
		placeholder: `Add ${singular.toLowerCase()}`,
		default: {},
		options: [...fields].sort((one, other) => one.displayName.localeCompare(other.displayName)),
	};
}

/** How many rows the user wants; Infinity for all. */
export function wantedCount(context: IExecuteFunctions, itemIndex: number): number {
	if (context.getNodeParameter('returnAll', itemIndex, false) === true) return Infinity;
	return Number(context.getNodeParameter('limit', itemIndex, 50));
}

/**
 * The first rows of a paged list; no page is read beyond the last one that is needed, and none is kept.
 *
 * @param shown what is kept of a row
 */
export async function takeRows<Row, Shown = Row>(
	rows: AsyncIterable<Row>,
	count: number,
	shown: (row: Row) => Shown = (row) => row as unknown as Shown,
): Promise<Shown[]> {
	const taken: Shown[] = [];
	for await (const row of rows) {
		taken.push(shown(row));
		if (taken.length >= count) break;
	}
	return taken;
}

/**
 * A text or locator parameter that must not be empty, trimmed. A number is taken as text.
 *
 * @throws NodeOperationError naming the parameter
 */
export function requiredText(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
): string {
	const value = context.getNodeParameter(name, itemIndex, '', { extractValue: true }) as unknown;
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	if (text !== '') return text;
	throw new NodeOperationError(context.getNode(), `${displayName} is empty`, {
		itemIndex,
		description: `Fill in ${displayName}, or drag the column that holds it into the field.`,
	});
}

export function asItems(rows: unknown[]): INodeExecutionData[] {
	return rows.map((row) => ({ json: row as IDataObject }));
}

interface Locator {
	displayName: string;
	name: string;
	/** Name under the node's `methods.listSearch`. */
	searchListMethod: string;
	/** An id as the vendor writes it, for the placeholder. */
	exampleId: string;
	description?: string;
}

/** A parameter that is chosen from a searchable list of the vendor, or given by its id. */
export function locatorParameter({
	displayName,
	name,
	searchListMethod,
	exampleId,
	description,
}: Locator): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select…',
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${exampleId}` },
		],
	};
}

/** The entries of a searchable list whose name contains what was typed. */
export function matching<Entry extends { name: string }>(entries: Entry[], typed = ''): { results: Entry[] } {
	const wanted = typed.trim().toLowerCase();
	return { results: entries.filter(({ name }) => name.toLowerCase().includes(wanted)) };
}
