import { NodeOperationError } from 'n8n-workflow';

import { readFields, switchField, textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { asItems } from '../../../shared/actions/rows';
import { identifier } from '../../../shared/event/fields';
import { agreeing, notRefused, showing } from '../../../shared/http/agreeing';
import { anObjectWith } from '../../../shared/http/expected';
import { writeOnce } from '../../api';
import { atsParameter, wantedAts } from './parameters';

const candidateFields = [
	textField({
		displayName: 'ATS Candidate ID',
		name: 'ats_candidate_id',
		description: 'Leave empty to create a new record in the ATS',
	}),
	textField({ displayName: 'Email', name: 'email', placeholder: 'e.g. ada@example.com' }),
	textField({ displayName: 'First Name', name: 'first_name' }),
	textField({ displayName: 'Last Name', name: 'last_name' }),
	textField({ displayName: 'Phone', name: 'phone' }),
	switchField({
		displayName: 'Set HeyMilo as Source',
		name: 'set_heymilo_source',
		description: 'Whether the record has HeyMilo as its source',
	}),
];

const options = [
	switchField({
		displayName: 'Create Submission',
		name: 'create_submission',
		description: 'Whether to also link the candidate to the job in the ATS',
	}),
	textField({ displayName: 'Ingestion Token', name: 'ingestion_token', typeOptions: { password: true } }),
	textField({ displayName: 'Interview ID', name: 'interview_id' }),
	textField({ displayName: 'Posting ID', name: 'posting_id' }),
];

/** A person who was taken has a place in the queue, by whose ID the status of the push is read. */
const hasPlace = showing('item_id', 'the ID of the push', (id) => identifier(id) !== null);
const queued = agreeing(anObjectWith('status'), notRefused, hasPlace);

export const pushCandidate: Operation = {
	value: 'pushCandidate',
	name: 'Push Candidate',
	action: 'Push a candidate to the ATS',
	description: 'Send a person to the ATS. Without ATS Candidate ID, this creates a new record there.',
	properties: [
		atsParameter,
		collection('Additional Fields', candidateFields),
		collection('Options', options),
	],
	prepare: (context, itemIndex) => {
		const candidate = readFields(context, itemIndex, {
			collection: 'additionalFields',
			known: candidateFields,
			emails: ['email'],
			deciding: ['ats_candidate_id'],
		});
		if (!Object.values(candidate).some((value) => typeof value === 'string')) {
			throw new NodeOperationError(context.getNode(), 'Additional Fields do not say who the candidate is', {
				itemIndex,
				description: 'Click "Add field" and fill in at least Email or ATS Candidate ID.',
			});
		}
		const body = {
			...readFields(context, itemIndex, { collection: 'options', known: options }),
			ats_name: wantedAts(context, itemIndex),
			candidate,
		};
		return async () => asItems([await writeOnce(context, '/api/v2/ats/candidates/push', queued, body)]);
	},
};
