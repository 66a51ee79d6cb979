import { requiredProse } from '../../../shared/actions/reading';
import { changeInterview } from './changeInterview';

export const comment = changeInterview({
	value: 'comment',
	name: 'Comment',
	action: 'Comment on an interview',
	description: 'Add a comment for the team, in the name of the owner of the API key',
	effect: 'writeOnce',
	properties: [
		{
			displayName: 'Comment',
			name: 'comment',
			type: 'string',
			typeOptions: { rows: 3 },
			required: true,
			default: '',
			description: 'What the team will read beside the interview',
		},
	],
	field: {
		name: 'comment',
		arguments: 'comment: $comment',
		selection: 'id comments { id value createdAt }',
	},
	variables: (context, itemIndex) => ({
		declared: '$comment: String!',
		values: { comment: requiredProse(context, itemIndex, 'comment', 'Comment') },
	}),
});
