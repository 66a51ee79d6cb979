import { NodeOperationError } from 'n8n-workflow';

import { requiredNumber } from '../../../shared/actions/reading';
import { number, record } from '../../../shared/event/fields';
import { showing } from '../../../shared/http/agreeing';
import { write } from '../../api';
import { changeInterview } from './changeInterview';

/** Half stars. Source: https://hireflixsl.mintlify.app/features/interviews/scoring-and-commenting-interviews. */
const BOUNDS = { min: 0.5, max: 5 };

/** The average of all reviewers: it need not be the one that was given. */
const asScore = record({ value: number });

export const score = changeInterview({
	value: 'score',
	name: 'Score',
	action: 'Score an interview',
	description: "Score an interview, in the name of the API key's owner",
	send: write,
	properties: [
		{
			displayName: 'Score',
			name: 'score',
			type: 'number',
			typeOptions: { minValue: BOUNDS.min, maxValue: BOUNDS.max, numberPrecision: 1 },
			default: 3,
			description: 'From 0.5 to 5 in steps of 0.5. Hireflix shows the average of all reviewers.',
		},
	],
	field: { name: 'score', arguments: 'score: $score', selection: 'id status score { value }' },
	variables: (context, itemIndex) => {
		const value = requiredNumber(context, itemIndex, 'score', 'Score', BOUNDS);
		const shown = [showing('score', 'a score', (score) => asScore(score).value !== null)];
		if (Number.isInteger(value * 2)) return { declared: '$score: Float', values: { score: value }, shown };
		throw new NodeOperationError(context.getNode(), 'Score is between two half stars', {
			itemIndex,
			description: `It is: ${value}. Fill in a number from 0.5 to 5 in steps of 0.5.`,
		});
	},
});
