import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Shown, WritingOperation } from '../../../shared/actions/operation';
import { interviewIdParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { agreeing, withId, type Check } from '../../../shared/http/agreeing';
import { orNull, under, type Expected } from '../../../shared/http/expected';
import { anEntity, type write, type writeOnce } from '../../api';
import { noInterview } from '../../api/interviews';

interface InterviewChange extends Shown {
	send: typeof write | typeof writeOnce;
	/** GraphQL field of the change with its arguments, and what is selected of the interview that it returns. */
	field: { name: string; arguments: string; selection: string };
	/** What that interview must hold, besides its ID. */
	expects?: Expected<IDataObject>;
	/** Reads the variables that the arguments use: their declarations and their values, and how the interview shows them. */
	variables(
		context: IExecuteFunctions,
		itemIndex: number,
	): { declared: string; values: IDataObject; shown?: Array<Check<IDataObject>> };
}

/** An operation that changes one interview: `Interview(id) { field }` returns the interview back. */
export function changeInterview({
	send,
	field,
	expects = anEntity,
	variables,
	properties,
	...shown
}: InterviewChange): WritingOperation {
	return {
		...shown,
		properties: [interviewIdParameter, ...properties],
		prepare: (context, itemIndex) => {
			const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
			const { declared, values, shown: checks = [] } = variables(context, itemIndex);
			const changed = agreeing(expects, withId('id', id), ...checks);
			return async () => {
				const interview = await send(context, {
					document: `mutation ($id: String!, ${declared}) {
						Interview(id: $id) { ${field.name}(${field.arguments}) { ${field.selection} } }
					}`,
					variables: { id, ...values },
					expects: under('Interview', orNull(under(field.name, changed))),
				});
				if (interview === null) throw noInterview(context, id);
				return asItems([{ interview_id: id, ...interview }]);
			};
		},
	};
}
