import type { INodeProperties } from 'n8n-workflow';

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

/** Which interview; filled in automatically from a trigger's item. */
export const interviewIdParameter: INodeProperties = {
	displayName: 'Interview ID',
	name: 'interviewId',
	type: 'string',
	required: true,
	default: '={{ $json.interview_id }}',
	description: "Filled in automatically from a trigger's item, or drag a column with the ID here",
};

/** The scale of a vendor that documents none. */
export const scoreMaximumOption: INodeProperties = {
	displayName: 'Score Maximum',
	name: 'scoreMaximum',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description:
		'Highest score this vendor can give, to fill score_percent. The vendor does not document it. With 0, score_percent stays empty.',
};

/** The largest file that is downloaded where nothing else is said, in megabytes. */
export const MAXIMUM_FILE_SIZE = 500;

export const maximumFileSizeOption: INodeProperties = {
	displayName: 'Maximum File Size',
	name: 'maximumFileSize',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: MAXIMUM_FILE_SIZE,
	description: 'In megabytes. A larger file is an error.',
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

const COLLECTION_NAMES = {
	'Additional Fields': 'additionalFields',
	Filters: 'filters',
	Options: 'options',
	'Update Fields': 'updateFields',
} as const;

/** A collection of optional fields, in alphabetical order. */
export function collection(
	displayName: keyof typeof COLLECTION_NAMES,
	fields: INodeProperties[],
): INodeProperties {
	const [, singular] = /(\S+?)s$/.exec(displayName) ?? [];
	return {
		displayName,
		name: COLLECTION_NAMES[displayName],
		type: 'collection',
		placeholder: `Add ${singular.toLowerCase()}`,
		default: {},
		options: [...fields].sort((one, other) => one.displayName.localeCompare(other.displayName)),
	};
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
