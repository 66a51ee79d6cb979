import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';
import { atsParameter } from '../../atsParameter';

export const resolveCandidate: Operation = {
	value: 'resolveCandidate',
	name: 'Resolve Candidate',
	action: 'Resolve a candidate in the ATS',
	description: 'Find a person in the ATS by email or by ID',
	isReadOnly: true,
	properties: [
		atsParameter,
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			default: '={{ $json.candidate_email }}',
			placeholder: 'e.g. ada@example.com',
			description: 'Picks up the item of a trigger by itself. Fill in this or ATS Candidate ID.',
		},
		{ displayName: 'ATS Candidate ID', name: 'atsCandidateId', type: 'string', default: '' },
		{
			displayName: 'Maximum Matches',
			name: 'maximumMatches',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 10,
		},
	],
	run: async (context, itemIndex) => {
		const email = String(context.getNodeParameter('email', itemIndex, '') ?? '').trim();
		const id = String(context.getNodeParameter('atsCandidateId', itemIndex, '') ?? '').trim();
		if (email === '' && id === '') {
			throw new NodeOperationError(context.getNode(), 'Email and ATS Candidate ID are empty', {
				itemIndex,
				description: 'Fill in one of them.',
			});
		}
		const body = {
			ats_name: requiredText(context, itemIndex, 'ats', 'ATS'),
			...(email === '' ? {} : { email }),
			...(id === '' ? {} : { ats_candidate_id: id }),
			limit: Number(context.getNodeParameter('maximumMatches', itemIndex, 10)),
		};
		return asItems([await callV2(context, 'POST', '/api/v2/ats/candidates/resolve', body, true)]);
	},
};
