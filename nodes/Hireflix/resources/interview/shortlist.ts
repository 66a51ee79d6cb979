import { requiredFlag } from '../../../shared/actions/reading';
import { changeInterview } from './changeInterview';

export const shortlist = changeInterview({
	value: 'shortlist',
	name: 'Shortlist',
	action: 'Shortlist an interview',
	description: 'Put the candidate on the shortlist, or take the candidate off it again',
	effect: 'write',
	properties: [
		{
			displayName: 'Shortlisted',
			name: 'isShortlisted',
			type: 'boolean',
			default: true,
			description:
				'Whether the candidate is on the shortlist; off moves the interview back to those to evaluate',
		},
	],
	field: { name: 'finalist', arguments: 'finalist: $finalist', selection: 'id status' },
	variables: (context, itemIndex) => ({
		declared: '$finalist: Boolean!',
		values: { finalist: requiredFlag(context, itemIndex, 'isShortlisted', 'Shortlisted') },
	}),
});
