import { NodeOperationError, type IDataObject, type INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';
import { atsParameter } from '../../atsParameter';

const candidateFields: INodeProperties[] = [
	{
		displayName: 'ATS Candidate ID',
		name: 'ats_candidate_id',
		type: 'string',
		default: '',
		description: 'Leave it out to make a new record in the ATS',
	},
	{ displayName: 'Email', name: 'email', type: 'string', default: '', placeholder: 'e.g. ada@example.com' },
	{ displayName: 'First Name', name: 'first_name', type: 'string', default: '' },
	{ displayName: 'Last Name', name: 'last_name', type: 'string', default: '' },
	{ displayName: 'Phone', name: 'phone', type: 'string', default: '' },
	{
		displayName: 'Set HeyMilo as Source',
		name: 'set_heymilo_source',
		type: 'boolean',
		default: false,
		description: 'Whether the record names HeyMilo as its source',
	},
];

const options: INodeProperties[] = [
	{
		displayName: 'Create Submission',
		name: 'create_submission',
		type: 'boolean',
		default: false,
		description: 'Whether to also link the candidate to the job in the ATS',
	},
	{
		displayName: 'Ingestion Token',
		name: 'ingestion_token',
		type: 'string',
		typeOptions: { password: true },
		default: '',
	},
	{ displayName: 'Interview ID', name: 'interview_id', type: 'string', default: '' },
	{ displayName: 'Posting ID', name: 'posting_id', type: 'string', default: '' },
];

export const pushCandidate: Operation = {
	value: 'pushCandidate',
	name: 'Push Candidate',
	action: 'Push a candidate to the ATS',
	description: 'Send a person to the ATS; without ATS Candidate ID a new record is made there',
	isReadOnly: false,
	properties: [
		atsParameter,
		{
			displayName: 'Candidate',
			name: 'candidate',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: candidateFields,
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options,
		},
	],
	run: async (context, itemIndex) => {
		const candidate = context.getNodeParameter('candidate', itemIndex, {}) as IDataObject;
		if (Object.keys(candidate).length === 0) {
			throw new NodeOperationError(context.getNode(), 'Candidate is empty', {
				itemIndex,
				description: 'Click "Add field" and fill in at least the email or the ATS Candidate ID.',
			});
		}
		const body = {
			...(context.getNodeParameter('options', itemIndex, {}) as IDataObject),
			ats_name: requiredText(context, itemIndex, 'ats', 'ATS'),
			candidate,
		};
		return asItems([await callV2(context, 'POST', '/api/v2/ats/candidates/push', body, false)]);
	},
};
