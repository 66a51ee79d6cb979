import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { simplifyParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';

/** A list of what postings refer to. */
export interface LookupList {
	name: string;
	/** Below `/api/v2`; also the value of the parameter. */
	path: string;
	/** At most ten columns of the simplified view; none where an entry has no more. */
	columns?: string[];
	canSearch?: true;
}

const VOICES: LookupList = {
	name: 'Voices',
	path: 'voices',
	canSearch: true,
	columns: ['id', 'name', 'language', 'country_code', 'gender', 'provider', 'labels', 'preview_url'],
};

/** Lists whose entries have an ID, by which one of them can be read. */
export const LISTS_WITH_IDS: LookupList[] = [
	{ name: 'Design Template Groups', path: 'design-template-groups', canSearch: true },
	{ name: 'Design Templates', path: 'design-templates', canSearch: true },
	{ name: 'Domains', path: 'domains' },
	{ name: 'Email Template Groups', path: 'email-template-groups', canSearch: true },
	{ name: 'Email Templates', path: 'email-templates', canSearch: true },
	{ name: 'Interview Templates', path: 'interview-templates', canSearch: true },
	{ name: 'Phone Numbers', path: 'phone-numbers' },
	{ name: 'Sender Emails', path: 'sender-emails' },
	VOICES,
];

/** Which list. */
export const listParameter = (lists: LookupList[]): INodeProperties => ({
	displayName: 'List',
	name: 'list',
	type: 'options',
	default: 'voices',
	options: lists
		.map(({ name, path }) => ({ name, value: path }))
		.sort((one, other) => one.name.localeCompare(other.name)),
});

/**
 * The selected list.
 *
 * @throws NodeOperationError when an expression returns none of them
 */
export function readList<List extends LookupList>(
	context: IExecuteFunctions,
	itemIndex: number,
	lists: List[],
): List {
	const path = requiredText(context, itemIndex, 'list', 'List');
	const found = lists.find((list) => list.path === path);
	if (found !== undefined) return found;
	throw new NodeOperationError(context.getNode(), `There is no list "${path}"`, {
		itemIndex,
		description: `List is one of ${lists.map((list) => list.path).join(', ')}.`,
	});
}

export const simplifyVoices: INodeProperties = {
	...simplifyParameter,
	displayOptions: { show: { list: [VOICES.path] } },
};
