import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { jsonField, numberField, textField } from '../../../shared/actions/fields';
import { emailParameter, nameParameter } from '../../../shared/actions/peopleSource';
import { numberOf } from '../../../shared/actions/values';
import { isNothing } from '../../../shared/event/fields';
import { foldedName } from '../../deliveries';

/** Name and address of a candidate to be added. */
export const personParameters: INodeProperties[] = [
	{ ...nameParameter, default: '={{ $json.name }}', description: 'Full name of the candidate' },
	{
		...emailParameter,
		default: '={{ $json.email }}',
		description: 'InterviewFlowAI keeps the address in lower case',
	},
];

/** Whether the candidate goes to the interview at once; left out, the Interviewer's own setting counts. */
export const statusField: INodeProperties = {
	displayName: 'Application Status',
	name: 'status',
	type: 'options',
	default: 'shortlisted',
	options: [
		{
			name: 'Draft',
			value: 'draft',
			description:
				'The candidate fills in the application form. Then somebody must shortlist the candidate in the dashboard.',
		},
		{
			name: 'Shortlisted',
			value: 'shortlisted',
			description:
				'The candidate skips the application form, but only if Resume Screening and Screening Questions are off',
		},
	],
	description:
		'Without this option, InterviewFlowAI shortlists for a public Interviewer and makes a draft for a private one',
};

export const skillsField = textField({
	displayName: 'Skills',
	name: 'skills',
	placeholder: 'e.g. Negotiation, Forecasting',
	description: 'Separated by commas; the Interviewer asks about them',
});

export const customFieldsField = jsonField({
	displayName: 'Custom Fields',
	name: 'customFields',
	placeholder: 'e.g. { "Region": "Nordics", "Notice Weeks": 8 }',
	description:
		'As a JSON object. Names exactly as in the custom fields of your InterviewFlowAI account; numbers without quotation marks.',
});

export const metadataField = jsonField({
	displayName: 'Metadata',
	name: 'metadata',
	placeholder: 'e.g. { "atsId": "GH-55102", "phone": "+46701740605" }',
	description:
		'As a JSON object: your own references, which do not affect the score. The atsId comes back as external_id.',
});

const DELAY = { min: 1, max: 96 };

export const sendEmailAfterField: INodeProperties = {
	...numberField(
		{
			displayName: 'Send Email After',
			name: 'sendEmailAfter',
			description:
				'Hours to wait before InterviewFlowAI sends the invitation, from 1 to 96. Leave empty to send immediately.',
		},
		DELAY.min,
		DELAY.max,
	),
	default: 24,
};

/** What was filled in of a candidate, as `readFields` returns it or an entry of a list holds it. */
interface CandidateFields extends IDataObject {
	/** Our name for what the API calls `additionalFields`. */
	customFields?: IDataObject;
	metadata?: IDataObject;
	sendEmailAfter?: number;
}

/**
 * A candidate's fields as the API wants them, without those that hold nothing.
 *
 * @throws NodeOperationError for an invitation that is to wait less than 1 or more than 96 hours, or for an unknown time
 */
export function asCandidate(
	context: IExecuteFunctions,
	itemIndex: number,
	{ customFields, metadata, sendEmailAfter, ...others }: CandidateFields,
): IDataObject {
	refuseOddDelays(context, itemIndex, metadata ?? {});
	const { sendEmailAfter: amongReferences, ...references } = metadata ?? {};
	const { displayName } = sendEmailAfterField;
	const value = sendEmailAfter ?? amongReferences;
	const hours = numberOf({ context, itemIndex, displayName, value }, DELAY);
	const candidate = {
		...others,
		additionalFields: customFields,
		metadata: { ...references, ...(hours === undefined ? {} : { sendEmailAfter: hours }) },
	};
	return Object.fromEntries(Object.entries(candidate).filter(([, value]) => holdsSomething(value)));
}

/** InterviewFlowAI takes an empty delay for none, and one of another spelling for a reference: it would invite at once. */
function refuseOddDelays(context: IExecuteFunctions, itemIndex: number, metadata: IDataObject): void {
	const { displayName, name } = sendEmailAfterField;
	for (const [key, value] of Object.entries(metadata)) {
		if (foldedName(key) !== foldedName(name) || (key === name && !isNothing(value))) continue;
		const flaw =
			key === name ? `${displayName} is empty in metadata` : `${displayName} is called ${key} in metadata`;
		throw new NodeOperationError(context.getNode(), flaw, {
			itemIndex,
			description: `Write it as "${name}", with the hours to wait, or leave it out to invite at once.`,
		});
	}
}

function holdsSomething(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return value !== undefined && value !== null;
	return Object.keys(value).length > 0;
}
