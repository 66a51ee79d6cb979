import { NodeOperationError } from 'n8n-workflow';

import { textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { optionalNumber, optionalText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { agreeing, notRefused, showing, withId } from '../../../shared/http/agreeing';
import { anObject } from '../../../shared/http/expected';
import { search } from '../../api';
import { atsParameter, wantedAts } from './parameters';

/** Somebody who is looked up by an ID may have another address in the ATS. */
const resolved = (id: string, email: string) =>
	agreeing(
		anObject('success'),
		showing('success', true),
		notRefused,
		id === '' ? withId('email', email) : withId('ats_candidate_id', id),
	);

export const resolveCandidate: Operation = {
	value: 'resolveCandidate',
	name: 'Resolve Candidate',
	action: 'Resolve a candidate in the ATS',
	description: 'Find a person in the ATS by email or by ID',
	properties: [
		atsParameter,
		textField({
			displayName: 'Email',
			name: 'email',
			default: '={{ $json.candidate_email }}',
			placeholder: 'e.g. ada@example.com',
			description: "Filled in automatically from a trigger's item. Fill in this or ATS Candidate ID.",
		}),
		textField({ displayName: 'ATS Candidate ID', name: 'atsCandidateId' }),
		{
			displayName: 'Maximum Matches',
			name: 'maximumMatches',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 10,
		},
	],
	run: async (context, itemIndex) => {
		const email = optionalText(context, itemIndex, 'email', 'Email');
		const id = optionalText(context, itemIndex, 'atsCandidateId', 'ATS Candidate ID');
		if (email === '' && id === '') {
			throw new NodeOperationError(context.getNode(), 'Email and ATS Candidate ID are empty', {
				itemIndex,
				description: 'Fill in one of them.',
			});
		}
		const bounds = { min: 1, isWhole: true };
		const limit = optionalNumber(context, itemIndex, 'maximumMatches', 'Maximum Matches', bounds);
		const body = {
			ats_name: wantedAts(context, itemIndex),
			...(email === '' ? {} : { email }),
			...(id === '' ? {} : { ats_candidate_id: id }),
			...(limit === undefined ? {} : { limit }),
		};
		return asItems([await search(context, '/api/v2/ats/candidates/resolve', resolved(id, email), body)]);
	},
};
