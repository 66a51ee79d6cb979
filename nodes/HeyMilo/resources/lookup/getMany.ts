import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { requiredText, wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows } from '../../../shared/actions/rows';
import { callApi } from '../../../shared/http/apiCall';
import { heyMiloApi, listRows } from '../../api';
import { asShown } from '../../parameters';

interface List {
	name: string;
	/** Also the value of the parameter. */
	path: string;
	/** At most ten columns of the simplified view; none where HeyMilo does not say what an entry holds. */
	columns?: string[];
	/** Whether it comes on one page, in whatever shape. */
	isPaged?: false;
	canSearch?: true;
}

const LISTS: List[] = [
	{ name: 'Agent Schemas', path: 'schemas/agents', isPaged: false },
	{ name: 'Design Template Groups', path: 'design-template-groups', canSearch: true },
	{ name: 'Design Templates', path: 'design-templates', canSearch: true },
	{ name: 'Domains', path: 'domains' },
	{ name: 'Email Template Groups', path: 'email-template-groups', canSearch: true },
	{ name: 'Email Templates', path: 'email-templates', canSearch: true },
	{ name: 'Interview Templates', path: 'interview-templates', canSearch: true },
	{ name: 'Phone Numbers', path: 'phone-numbers' },
	{ name: 'Question Types', path: 'schemas/question-types', isPaged: false },
	{ name: 'Sender Emails', path: 'sender-emails' },
	{
		name: 'Voices',
		path: 'voices',
		canSearch: true,
		columns: ['id', 'name', 'language', 'country_code', 'gender', 'provider', 'labels', 'preview_url'],
	},
	{ name: 'Workspaces', path: 'workspaces', isPaged: false },
];

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many entries of a list',
	description: 'Get the IDs that postings refer to: templates, voices, phone numbers and more',
	isReadOnly: true,
	properties: [
		{
			displayName: 'List',
			name: 'list',
			type: 'options',
			default: 'voices',
			options: LISTS.map(({ name, path }) => ({ name, value: path })),
		},
		...manyProperties,
		{ ...simplifyParameter, displayOptions: { show: { list: ['voices'] } } },
		{
			displayName: 'Search',
			name: 'search',
			type: 'string',
			default: '',
			displayOptions: { show: { list: LISTS.filter(({ canSearch }) => canSearch).map(({ path }) => path) } },
			description: 'Only entries with this in their name',
		},
	],
	run: async (context, itemIndex) => {
		const path = requiredText(context, itemIndex, 'list', 'List');
		const { columns, isPaged, canSearch } = LISTS.find((list) => list.path === path) ?? LISTS[0];
		const count = wantedCount(context, itemIndex);
		if (isPaged === false) return asItems((await readWhole(context, path)).slice(0, count));
		const search = canSearch ? String(context.getNodeParameter('search', itemIndex, '')).trim() : '';
		const rows = await takeRows(listRows(context, `/api/v2/${path}`, 'id', search ? { search } : {}), count);
		return asItems(columns ? rows.map((row) => asShown(context, itemIndex, row, columns)) : rows);
	},
};

/** A list without pages. What is under `data`, or the whole answer where it has no envelope, as one or many entries. */
async function readWhole(context: IExecuteFunctions, path: string): Promise<IDataObject[]> {
	const { body } = await callApi(context, heyMiloApi, {
		method: 'GET',
		path: `/api/v2/${path}`,
		isRepeatable: true,
	});
	const { data = body } = body as { data?: unknown };
	return Array.isArray(data) ? (data as IDataObject[]) : [data as IDataObject];
}
