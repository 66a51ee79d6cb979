import { jsonField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { optionalJson, optionalText, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { anObject } from '../../../shared/http/expected';
import { read, writeOnce } from '../../api';
import { refusalError, refusalOfAll } from '../../api/unions';
import { mayChange } from './mayChange';

export const run: Operation = {
	value: 'run',
	name: 'Run',
	action: 'Run a custom query',
	description: 'Send your own GraphQL query for what this node does not offer',
	onlyReads: (context, itemIndex) => !mayChange(optionalText(context, itemIndex, 'query', 'Query')),
	properties: [
		{
			displayName: 'Query',
			name: 'query',
			type: 'string',
			typeOptions: { rows: 6 },
			required: true,
			default: '',
			placeholder: 'e.g. query { positions { name } }',
			description: 'IDs are of type String!. Errors may be members of a union, so select __typename.',
		},
		jsonField({ displayName: 'Variables', name: 'variables', description: 'As a JSON object' }),
	],
	prepare: (context, itemIndex) => {
		const document = requiredText(context, itemIndex, 'query', 'Query');
		const variables = optionalJson(context, itemIndex, 'variables', 'Variables', 'object') ?? {};
		const send = mayChange(document) ? writeOnce : read;
		return async () => {
			const data = await send(context, { document, variables, expects: anObject() });
			const refusal = mayChange(document) ? refusalOfAll(data) : undefined;
			if (refusal === undefined) return asItems([data]);
			const cure = 'Check the values in Variables and Query.';
			throw refusalError(context, itemIndex, { act: 'do this', refusal, sent: variables, cure });
		};
	},
};
