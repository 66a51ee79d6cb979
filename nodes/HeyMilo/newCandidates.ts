import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { requiredText } from '../shared/actions/reading';
import { asJson, asMetadata, metadataParameter } from './parameters';

/** A candidate as HeyMilo takes one. */
export interface NewCandidate {
	name: string;
	email: string;
	/** E.164 */
	phone_number?: string;
	metadata?: Record<string, string>;
	data?: IDataObject;
}

export const candidateProperties: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Ada Example',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. ada@example.com',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: [
			{
				displayName: 'Data',
				name: 'data',
				type: 'json',
				default: '{}',
				description: 'Any JSON object of your own; HeyMilo gives it back with the interview',
			},
			{
				displayName: 'External ID',
				name: 'externalId',
				type: 'string',
				default: '',
				description:
					'The ID of this candidate in your system. It comes back in the column external_id of reports.',
			},
			metadataParameter,
			{
				displayName: 'Phone',
				name: 'phone',
				type: 'string',
				default: '',
				placeholder: 'e.g. +15550100123',
				description: 'With plus sign and country code',
			},
		],
	},
];

/**
 * The candidate that the parameters describe for an input item.
 *
 * @throws NodeOperationError naming the parameter
 */
export function readCandidate(context: IExecuteFunctions, itemIndex: number): NewCandidate {
	const fields = context.getNodeParameter('additionalFields', itemIndex, {}) as IDataObject;
	const externalId = String(fields.externalId ?? '').trim();
	const metadata = asMetadata(context, itemIndex, fields.metadata);
	const isTagged = metadata !== undefined || externalId !== '';
	const phone = String(fields.phone ?? '').replace(/[\s().-]/g, '');
	return {
		name: requiredText(context, itemIndex, 'name', 'Name'),
		email: requiredText(context, itemIndex, 'email', 'Email'),
		...(phone === '' ? {} : { phone_number: phone }),
		...(isTagged ? { metadata: { ...metadata, ...(externalId ? { external_id: externalId } : {}) } } : {}),
		...(fields.data === undefined
			? {}
			: { data: asJson<IDataObject>(context, itemIndex, fields.data, 'Data', 'object') }),
	};
}

/**
 * The candidates of a JSON list.
 *
 * @throws NodeOperationError naming the first entry without a name or an address
 */
export function readCandidateList(context: IExecuteFunctions, itemIndex: number): NewCandidate[] {
	const given = context.getNodeParameter('candidates', itemIndex, '[]');
	const list = asJson<unknown[]>(context, itemIndex, given, 'Candidates', 'list');
	const wrong = list.findIndex((entry) => {
		const { name, email } = (entry ?? {}) as Partial<NewCandidate>;
		return typeof name !== 'string' || name === '' || typeof email !== 'string' || email === '';
	});
	if (wrong === -1 && list.length > 0) return list as NewCandidate[];
	throw new NodeOperationError(
		context.getNode(),
		list.length === 0
			? 'Candidates is an empty list'
			: `Candidates: entry ${wrong + 1} has no name or no email`,
		{
			itemIndex,
			description:
				'Write each candidate like { "name": "Ada Example", "email": "ada@example.com" }. Nobody was added.',
		},
	);
}
