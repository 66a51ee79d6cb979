import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { writeJobMojito } from '../../api';
import { longTextField } from '../../fields';
import {
	additionalCandidateFields,
	candidateParameters,
	readCandidate,
	screeningItems,
} from '../../screening';

export const checkText: Operation = {
	value: 'checkText',
	name: 'Check Text',
	action: 'Check the text of a resume',
	description:
		'Have a resume, given as text, checked by AI; its score and recommendation support your decision',
	isReadOnly: false,
	properties: [
		...candidateParameters,
		longTextField({ displayName: 'Resume', name: 'resume', required: true, description: 'As text' }),
		additionalCandidateFields,
	],
	run: async (context, itemIndex) => {
		const body = {
			...readCandidate(context, itemIndex),
			candidate_resume: requiredText(context, itemIndex, 'resume', 'Resume'),
		};
		return screeningItems(
			context,
			itemIndex,
			await writeJobMojito(context, '/job-interview-pre-screening-api-resume-text', body),
		);
	},
};
