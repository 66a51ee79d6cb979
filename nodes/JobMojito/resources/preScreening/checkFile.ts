import type { Operation } from '../../../shared/actions/operation';
import { writeJobMojito } from '../../api';
import { binaryParameter, filePart, textParts } from '../../binaryInput';
import {
	additionalCandidateFields,
	candidateParameters,
	readCandidate,
	screeningItems,
} from '../../screening';

export const checkFile: Operation = {
	value: 'checkFile',
	name: 'Check File',
	action: 'Check the file of a resume',
	description: 'Have the file of a resume checked by AI; its score and recommendation support your decision',
	isReadOnly: false,
	properties: [...candidateParameters, binaryParameter, additionalCandidateFields],
	run: async (context, itemIndex) => {
		const form = [...textParts(readCandidate(context, itemIndex)), await filePart(context, itemIndex)];
		return screeningItems(
			context,
			itemIndex,
			await writeJobMojito(context, '/job-interview-pre-screening-api-resume-binary', form),
		);
	},
};
