import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../shared/actions/operation';
import { interviewParameter } from '../shared/actions/properties';
import { requiredText } from '../shared/actions/reading';
import { queryHireflix } from './api';

interface InterviewChange {
	value: string;
	name: string;
	action: string;
	description: string;
	properties: INodeProperties[];
	/** GraphQL arguments of the field, and what is selected of the interview it gives. */
	field: string;
	selection: string;
	/** Declarations and values of the variables that the field uses. */
	variables(context: IExecuteFunctions, itemIndex: number): { declared: string; values: IDataObject };
	/** Whether doing it twice is the same as doing it once. */
	isRepeatable: boolean;
}

/** An operation that changes one interview: `Interview(id) { field }` gives the interview back. */
export function changeInterview(change: InterviewChange): Operation {
	const { value, name, action, description, properties, field, selection, isRepeatable } = change;
	return {
		value,
		name,
		action,
		description,
		isReadOnly: false,
		properties: [interviewParameter, ...properties],
		run: async (context, itemIndex): Promise<INodeExecutionData[]> => {
			const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
			const { declared, values } = change.variables(context, itemIndex);
			const { Interview } = await queryHireflix<{ Interview: IDataObject }>(
				context,
				`mutation ($id: String!${declared}) { Interview(id: $id) { ${field} { ${selection} } } }`,
				{ id, ...values },
				{ isRepeatable },
			);
			const [interview] = Object.values(Interview);
			return [{ json: { interview_id: id, ...(interview as IDataObject) } }];
		},
	};
}
