import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { collection } from '../../../shared/actions/properties';
import { optionalJson, optionalText } from '../../../shared/actions/reading';
import { emailOf, jsonOf, phoneOf, textOf, type Given } from '../../../shared/actions/values';
import { isObject } from '../../../shared/event/fields';
import {
	asMetadata,
	filledIn,
	metadataParameter,
	optionalMetadata,
	type Metadata,
} from '../../parameters/metadata';

/** A candidate as HeyMilo takes one. */
export interface NewCandidate extends IDataObject {
	name: string;
	email: string;
	/** E.164 */
	phone_number?: string;
	metadata?: Metadata;
	data?: IDataObject;
}

export const personParameters: INodeProperties[] = [
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
];

export const additionalFields = collection('Additional Fields', [
	{
		displayName: 'Data',
		name: 'data',
		type: 'json',
		default: '{}',
		description: 'Any JSON object of your own; HeyMilo returns it with the interview',
	},
	{
		displayName: 'External ID',
		name: 'externalId',
		type: 'string',
		default: '',
		description:
			'The ID of this candidate in your system. It comes back in the column external_id of reports.',
	},
	metadataParameter('At most 50 keys with your own values, for example the ID in your ATS'),
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		default: '',
		placeholder: 'e.g. +15550100123',
		description: 'With plus sign and country code',
	},
]);

/**
 * The candidate that the parameters describe for an input item.
 *
 * @throws NodeOperationError naming the parameter
 */
export function readCandidate(context: IExecuteFunctions, itemIndex: number): NewCandidate {
	const field = (displayName: string, value: unknown): Given => ({ context, itemIndex, displayName, value });
	const text = (name: string, displayName: string) => optionalText(context, itemIndex, name, displayName);
	const metadata = optionalMetadata(context, itemIndex, 'additionalFields.metadata');
	const externalId = text('additionalFields.externalId', 'External ID');
	const other = metadata?.external_id ?? '';
	if (externalId !== '' && other !== '' && other !== externalId) {
		throw new NodeOperationError(
			context.getNode(),
			'External ID and the entry "external_id" of Metadata differ',
			{
				itemIndex,
				description: 'Remove one of them: HeyMilo keeps the External ID as that entry.',
			},
		);
	}
	return asCandidate({
		name: field('Name', text('name', 'Name')),
		email: field('Email', text('email', 'Email')),
		phone: field('Phone', text('additionalFields.phone', 'Phone')),
		metadata: field('Metadata', externalId === '' ? metadata : { ...metadata, external_id: externalId }),
		data: field('Data', optionalJson(context, itemIndex, 'additionalFields.data', 'Data', 'object')),
	});
}

/** What HeyMilo documents of a new candidate. */
const ENTRY_KEYS = ['name', 'email', 'phone_number', 'metadata', 'data'];

/**
 * The candidate in one entry of a JSON list, in the API's own names. Another name would be lost at HeyMilo, and is refused.
 *
 * @param place of the entry, from 1: errors name it instead of the person
 * @throws NodeOperationError naming the place
 */
export function readEntry(
	context: IExecuteFunctions,
	itemIndex: number,
	entry: unknown,
	place: number,
): NewCandidate {
	if (!isObject(entry)) {
		throw new NodeOperationError(context.getNode(), `Entry ${place} of Candidate List is not an object`, {
			itemIndex,
			description: 'Write each candidate like { "name": "Ada Example", "email": "ada@example.com" }.',
		});
	}
	const unknown = Object.keys(entry).find((key) => !ENTRY_KEYS.includes(key));
	if (unknown !== undefined) {
		throw new NodeOperationError(
			context.getNode(),
			`The key ${unknown} in entry ${place} of Candidate List is unknown`,
			{
				itemIndex,
				description: `Remove it, or spell it as one of ${ENTRY_KEYS.join(', ')}. Put your own ID into metadata as external_id, and anything else into data.`,
			},
		);
	}
	const { name, email, phone_number, metadata, data } = entry;
	const field = (key: string, value: unknown): Given => ({
		context,
		itemIndex,
		displayName: `Candidate List, entry ${place}: ${key}`,
		value,
	});
	return asCandidate({
		name: field('name', name),
		email: field('email', email),
		phone: field('phone_number', phone_number),
		metadata: field('metadata', metadata),
		data: field('data', data),
	});
}

/** The values of a candidate, each with the field that it comes from. */
type Fields = Record<'name' | 'email' | 'phone' | 'metadata' | 'data', Given>;

function asCandidate({ name, email, phone, metadata, data }: Fields): NewCandidate {
	const number = phoneOf(phone);
	const pairs = filledIn(asMetadata(metadata, Object.entries(jsonOf(metadata, 'object') ?? {})));
	const own = jsonOf<IDataObject>(data, 'object');
	return {
		name: filled(name),
		email: filled(email, emailOf),
		...(number === '' ? {} : { phone_number: number }),
		...(Object.keys(pairs).length === 0 ? {} : { metadata: pairs }),
		...(own === undefined ? {} : { data: own }),
	};
}

function filled(field: Given, read = textOf): string {
	const text = read(field);
	if (text !== '') return text;
	throw refused(field, 'is empty');
}

/** The value stands in the description only: n8n logs messages. */
function refused({ context, itemIndex, displayName, value }: Given, why: string): NodeOperationError {
	const text = textOf({ context, itemIndex, displayName, value });
	return new NodeOperationError(context.getNode(), `${displayName} ${why}`, {
		itemIndex,
		description: text === '' ? `Fill in ${displayName}.` : `It is: ${text.slice(0, 60)}.`,
	});
}
