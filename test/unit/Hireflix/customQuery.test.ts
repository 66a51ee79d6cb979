import { parse } from 'graphql';

import { mayChange } from '../../../nodes/Hireflix/resources/customQuery/mayChange';

/** Whether a parser finds a mutation in the document. */
const changes = (document: string): boolean =>
	parse(document).definitions.some(
		(definition) => definition.kind === 'OperationDefinition' && definition.operation === 'mutation',
	);

describe('whether a custom query may change something', () => {
	it.each([
		'mutation { archivePosition(input: { id: "a" }) { __typename } }',
		'# a query\nmutation($id: String!) { Interview(id: $id) { comment(comment: "query") { id } } }',
		'query A { a } mutation B { b }',
		'query A { a(text: "\\"") } mutation B { b(text: "") }',
		'query A { a(text: """ " # \\""" """) } mutation B { b }',
		'query A { a } # "\nmutation B { b } # "',
		'query A { a(text: "#") } mutation B { b }',
		'fragment F on T { a },,mutation{b}',
		'\uFEFFmutation{b}',
	])('it may: %j', (document) => {
		expect([changes(document), mayChange(document)]).toEqual([true, true]);
	});

	it.each([
		'{ positions { name } }',
		'# mutation\nquery { positions { name } }',
		'query { position(id: "mutation") { name } }',
		'query { a(text: """\nmutation { b }\n""") }',
		'query { mutations myMutation }',
	])('it does not: %j', (document) => {
		expect([changes(document), mayChange(document)]).toEqual([false, false]);
	});

	it.each(['query mutation { a }', 'query { mutation }', 'query($mutation: String) { a(b: $mutation) }'])(
		'is sent once where it only bears the name: %j',
		(document) => {
			expect([changes(document), mayChange(document)]).toEqual([false, true]);
		},
	);
});
