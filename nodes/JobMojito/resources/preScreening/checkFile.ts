import type { WritingOperation } from '../../../shared/actions/operation';
import { writeOnce } from '../../api';
import { binaryParameter, filePart, textParts } from '../../parameters/binaryInput';
import {
	additionalCandidateFields,
	aScreeningOf,
	candidateParameters,
	readCandidate,
	screeningItems,
} from './screening';

export const checkFile: WritingOperation = {
	value: 'checkFile',
	name: 'Check File',
	action: 'Check the file of a resume',
	description: 'Have AI check a resume file. Its score and recommendation support your decision.',
	properties: [...candidateParameters, binaryParameter, additionalCandidateFields],
	prepare: (context, itemIndex) => {
		const candidate = readCandidate(context, itemIndex);
		const texts = textParts(candidate);
		const expects = aScreeningOf(candidate);
		const file = filePart(context, itemIndex);
		return async () => {
			const path = '/job-interview-pre-screening-api-resume-binary';
			const answer = await writeOnce(context, path, expects, [...texts, await file()]);
			return screeningItems(context, itemIndex, answer);
		};
	},
};
