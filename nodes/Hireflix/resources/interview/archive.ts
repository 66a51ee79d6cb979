import { changeInterview } from '../../decisions';

export const archive = changeInterview({
	value: 'archive',
	name: 'Archive',
	action: 'Archive an interview',
	description: 'Discard the interview, or restore one that was discarded. Leave this decision to a person.',
	properties: [
		{
			displayName: 'Archived',
			name: 'isArchived',
			type: 'boolean',
			default: true,
			description: 'Whether the interview is discarded; off restores it',
		},
	],
	field: 'archive(archive: $archive)',
	selection: 'id status',
	variables: (context, itemIndex) => ({
		declared: ', $archive: Boolean!',
		values: { archive: context.getNodeParameter('isArchived', itemIndex, true) === true },
	}),
	isRepeatable: true,
});
