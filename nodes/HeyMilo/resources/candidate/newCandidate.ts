import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { jsonField, textField } from '../../../shared/actions/fields';
import { collection } from '../../../shared/actions/properties';
import type { Entries } from '../../../shared/actions/peopleSource';
import { optionalJson, optionalText, requiredEmail, requiredText } from '../../../shared/actions/reading';
import { emailOf, jsonOf, phoneOf, type Given } from '../../../shared/actions/values';
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

export const additionalFields = collection('Additional Fields', [
	jsonField({
		displayName: 'Data',
		name: 'data',
		description: 'Any JSON object of your own; HeyMilo returns it with the interview',
	}),
	textField({
		displayName: 'External ID',
		name: 'externalId',
		description:
			'The ID of this candidate in your system. It comes back in the column external_id of reports.',
	}),
	metadataParameter('At most 50 keys with your own values, for example the ID in your ATS'),
	textField({
		displayName: 'Phone',
		name: 'phone',
		placeholder: 'e.g. +15550100123',
		description: 'With plus sign and country code',
	}),
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
		name: requiredText(context, itemIndex, 'name', 'Name'),
		email: requiredEmail(context, itemIndex, 'email', 'Email'),
		phone: field('Phone', text('additionalFields.phone', 'Phone')),
		metadata: field('Metadata', externalId === '' ? metadata : { ...metadata, external_id: externalId }),
		data: field('Data', optionalJson(context, itemIndex, 'additionalFields.data', 'Data', 'object')),
	});
}

/** A candidate in a JSON list, in the API's own names. */
export const listEntries: Entries = {
	keys: ['name', 'email', 'phone_number', 'metadata', 'data'],
	others: 'Put your own ID into metadata as external_id, and anything else into data.',
	read: ({ given, required }) =>
		asCandidate({
			name: required('name', 'Name'),
			email: required('email', 'Email', emailOf),
			phone: given('phone_number', 'phone_number'),
			metadata: given('metadata', 'Metadata'),
			data: given('data', 'Data'),
		}),
};

/** What is known of a candidate; what is optional with the field that it comes from. */
interface Known extends Record<'phone' | 'metadata' | 'data', Given> {
	name: string;
	email: string;
}

function asCandidate({ name, email, phone, metadata, data }: Known): NewCandidate {
	const number = phoneOf(phone);
	const pairs = filledIn(asMetadata(metadata, Object.entries(jsonOf(metadata, 'object') ?? {})));
	const own = jsonOf<IDataObject>(data, 'object');
	return {
		name,
		email,
		...(number === '' ? {} : { phone_number: number }),
		...(Object.keys(pairs).length === 0 ? {} : { metadata: pairs }),
		...(own === undefined ? {} : { data: own }),
	};
}
