import { changeInterview } from '../../decisions';

const DEFAULT_DAYS = 75;

export const share = changeInterview({
	value: 'share',
	name: 'Share',
	action: 'Share an interview',
	description: 'Create a link with which anyone can watch the interview without an account',
	properties: [
		{
			displayName: 'Days the Link Works',
			name: 'durationInDays',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: DEFAULT_DAYS,
			description: 'After these days the link stops to work. Hireflix takes 75 by default.',
		},
	],
	field: 'share(durationInDays: $days)',
	selection: 'id externalId externalLink { url }',
	variables: (context, itemIndex) => ({
		declared: ', $days: Int',
		values: { days: Number(context.getNodeParameter('durationInDays', itemIndex, DEFAULT_DAYS)) },
	}),
	isRepeatable: false,
});
