import { NodeOperationError } from 'n8n-workflow';

import { changeInterview } from '../../decisions';

export const score = changeInterview({
	value: 'score',
	name: 'Score',
	action: 'Score an interview',
	description: 'Give the interview a score, in the name of the owner of the API key',
	properties: [
		{
			displayName: 'Score',
			name: 'score',
			type: 'number',
			typeOptions: { minValue: 0.5, maxValue: 5, numberPrecision: 1 },
			default: 3,
			description: 'From 0.5 to 5 in steps of 0.5. Hireflix shows the average of all reviewers.',
		},
	],
	field: 'score(score: $score)',
	selection: 'id status score { value }',
	variables: (context, itemIndex) => {
		const value = Number(context.getNodeParameter('score', itemIndex, 3));
		if (value >= 0.5 && value <= 5 && Number.isInteger(value * 2)) {
			return { declared: ', $score: Float', values: { score: value } };
		}
		throw new NodeOperationError(context.getNode(), `Score is ${value}, which Hireflix does not take`, {
			itemIndex,
			description: 'Fill in a number from 0.5 to 5 in steps of 0.5.',
		});
	},
	isRepeatable: true,
});
