import { requiredProse } from '../../../shared/actions/reading';
import { record, text } from '../../../shared/event/fields';
import { plainText } from '../../../shared/event/plainText';
import { showing } from '../../../shared/http/agreeing';
import { writeOnce } from '../../api';
import { changeInterview } from './changeInterview';

export const comment = changeInterview({
	value: 'comment',
	name: 'Comment',
	action: 'Comment on an interview',
	description: "Add a comment for the team, in the name of the API key's owner",
	send: writeOnce,
	properties: [
		{
			displayName: 'Comment',
			name: 'comment',
			type: 'string',
			typeOptions: { rows: 3 },
			required: true,
			default: '',
			description: 'Text that the team sees next to the interview',
		},
	],
	field: {
		name: 'comment',
		arguments: 'comment: $comment',
		selection: 'id comments { id value createdAt }',
	},
	variables: (context, itemIndex) => {
		const comment = requiredProse(context, itemIndex, 'comment', 'Comment');
		return {
			declared: '$comment: String!',
			values: { comment },
			shown: [showing('comments', 'the comment among them', (comments) => isAmong(comment, comments))],
		};
	},
});

const asComment = record({ value: text });

/** The answer has all comments; Hireflix may write one with HTML, or with other blanks. */
const isAmong = (comment: string, comments: unknown): boolean =>
	Array.isArray(comments) && comments.some((one) => letters(asComment(one).value ?? '') === letters(comment));

const letters = (value: string): string => (plainText(value) ?? '').replace(/\s/g, '');
