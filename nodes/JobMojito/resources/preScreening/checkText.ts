import { longTextField } from '../../../shared/actions/fields';
import type { WritingOperation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { writeOnce } from '../../api';
import {
	additionalCandidateFields,
	aScreeningOf,
	candidateParameters,
	readCandidate,
	screeningItems,
} from './screening';

export const checkText: WritingOperation = {
	value: 'checkText',
	name: 'Check Text',
	action: 'Check the text of a resume',
	description:
		'Have AI check a resume that you enter as text. Its score and recommendation support your decision.',
	properties: [
		...candidateParameters,
		longTextField({ displayName: 'Resume', name: 'resume', required: true, description: 'As text' }),
		additionalCandidateFields,
	],
	prepare: (context, itemIndex) => {
		const candidate = readCandidate(context, itemIndex);
		const body = {
			...candidate,
			candidate_resume: requiredText(context, itemIndex, 'resume', 'Resume'),
		};
		const expects = aScreeningOf(candidate);
		return async () => {
			const path = '/job-interview-pre-screening-api-resume-text';
			return screeningItems(context, itemIndex, await writeOnce(context, path, expects, body));
		};
	},
};
