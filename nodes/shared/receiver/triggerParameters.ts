import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { escapeFormulasOption, collection, scoreMaximumOption } from '../actions/properties';
import { UNRECOGNIZED } from '../trigger/settings';

/** The entry of "Trigger On" that each trigger has beside its vendor's events. */
export const unrecognizedDelivery: INodePropertyOptions = {
	name: 'Unrecognized Delivery',
	value: UNRECOGNIZED,
	description:
		'A verified delivery that this node cannot read, such as a new kind of event or a test ping. In its item, event_type is interview.unknown, failure_reason says why, and raw has the body.',
};

const acceptUnverified: INodeProperties = {
	displayName: 'Accept Unverified Deliveries',
	name: 'acceptUnverified',
	type: 'boolean',
	default: false,
	description:
		'Whether to accept deliveries without proof of origin while the credential has no secret. Anyone who learns the URL can then send events.',
};

const commonOptions: INodeProperties[] = [
	escapeFormulasOption,
	{
		displayName: 'Include Raw Body',
		name: 'includeRaw',
		type: 'boolean',
		default: false,
		displayOptions: { show: { '/simplify': [true] } },
		description: "Whether to add the vendor's own body to the simplified item, as the column raw",
	},
	{
		displayName: 'Remembered Deliveries',
		name: 'rememberedDeliveries',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1000000 },
		default: 10000,
		description: 'Minimum number of deliveries from the last 7 days to remember for recognizing duplicates',
	},
	{
		displayName: 'Skip Duplicates',
		name: 'deduplicate',
		type: 'boolean',
		default: true,
		description:
			'Whether to drop a delivery that was already received. Test runs in the editor never drop one.',
	},
];

const sharedOptions = { acceptUnverified, scoreMaximum: scoreMaximumOption };

/** The "Options" of a trigger: those that all have, the shared ones named, and the vendor's own. */
export function optionsParameter(
	names: Array<keyof typeof sharedOptions>,
	own: INodeProperties[] = [],
): INodeProperties {
	return collection('Options', [...commonOptions, ...names.map((name) => sharedOptions[name]), ...own]);
}
