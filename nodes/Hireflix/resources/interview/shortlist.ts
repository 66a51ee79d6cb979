import { changeInterview } from '../../decisions';

export const shortlist = changeInterview({
	value: 'shortlist',
	name: 'Shortlist',
	action: 'Shortlist an interview',
	description: 'Put the candidate on the shortlist, or take the candidate off it again',
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
	field: 'finalist(finalist: $finalist)',
	selection: 'id status',
	variables: (context, itemIndex) => ({
		declared: ', $finalist: Boolean!',
		values: { finalist: context.getNodeParameter('isShortlisted', itemIndex, true) === true },
	}),
	isRepeatable: true,
});
