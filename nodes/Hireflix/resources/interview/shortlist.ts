import { switchField } from '../../../shared/actions/fields';
import { requiredFlag } from '../../../shared/actions/reading';
import { text } from '../../../shared/event/fields';
import { showing } from '../../../shared/http/agreeing';
import { write } from '../../api';
import { changeInterview } from './changeInterview';

export const shortlist = changeInterview({
	value: 'shortlist',
	name: 'Shortlist',
	action: 'Shortlist an interview',
	description: 'Add a candidate to the shortlist, or remove one from it',
	send: write,
	properties: [
		switchField({
			displayName: 'Shortlisted',
			name: 'isShortlisted',
			default: true,
			description:
				'Whether the candidate is on the shortlist. Off moves the interview back to those to be evaluated.',
		}),
	],
	field: { name: 'finalist', arguments: 'finalist: $finalist', selection: 'id status' },
	variables: (context, itemIndex) => {
		const finalist = requiredFlag(context, itemIndex, 'isShortlisted', 'Shortlisted');
		const stage = finalist ? 'shortlisted' : 'to_evaluate';
		// Older answers say completed in both stages; an interview that nobody has answered stays where it is.
		const isShown = (status: unknown) => {
			const came = text(status)?.toLowerCase() ?? '';
			return finalist ? [stage, 'completed'].includes(came) : came !== '' && !/shortlist|finalist/.test(came);
		};
		return {
			declared: '$finalist: Boolean!',
			values: { finalist },
			shown: [showing('status', stage, isShown)],
		};
	},
});
