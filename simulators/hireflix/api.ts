import {
	buildSchema,
	execute,
	GraphQLError,
	NoSchemaIntrospectionCustomRule,
	parse,
	specifiedRules,
	validate,
	type DocumentNode,
} from 'graphql';
import { isObject, parseObject } from '../shared/routes';
import type { Answer, ApiAnswer, ErrorBody } from '../shared/server';
import { rootResolvers, type ResolverContext } from './resolvers';
import { schemaText, type WebhookSchema } from './schema';

export interface HireflixApiOptions {
	/** Default `none`: the trigger's user makes the webhook in the dashboard. */
	webhookSchema?: WebhookSchema;
	/** Default true. */
	introspection?: boolean;
}

/** 401 has a body that is no GraphQL; everything else is told as GraphQL errors. */
export const hireflixErrorBody: ErrorBody = (status, message) =>
	status === 401 || status === 403
		? { message: 'Unauthorized' }
		: { errors: [{ message, extensions: { code: status } }] };

/**
 * `POST /me` with three layers of errors: not authorised, GraphQL errors (400 when the query does not fit the schema,
 * 200 when a resolver fails), and errors as union members inside `data`.
 */
export function hireflixApi(apiKey: string, context: ResolverContext, options: HireflixApiOptions): Answer {
	const schema = buildSchema(schemaText(options.webhookSchema ?? 'none'));
	const rules =
		options.introspection === false ? [...specifiedRules, NoSchemaIntrospectionCustomRule] : specifiedRules;
	const rootValue = rootResolvers(context);
	return async (request) => {
		const file = context.files.answer(request);
		if (file) return file;
		if (request.path !== '/me') return failed(404, 'Not Found');
		if (request.method !== 'POST') return failed(405, 'Method Not Allowed');
		if (request.headers['x-api-key'] !== apiKey) return failed(401, 'Unauthorized');
		const body = parseObject(request.body);
		if (typeof body?.query !== 'string')
			return failed(400, 'POST body missing, invalid, or without a query.');
		const document = parseQuery(body.query);
		if (document instanceof GraphQLError) return { status: 400, body: { errors: [document] } };
		const errors = validate(schema, document, rules);
		if (errors.length > 0) return { status: 400, body: { errors } };
		const variableValues = isObject(body.variables) ? body.variables : undefined;
		const operationName = typeof body.operationName === 'string' ? body.operationName : undefined;
		const result = await execute({ schema, document, rootValue, variableValues, operationName });
		return { status: result.data === undefined ? 400 : 200, body: result };
	};
}

const failed = (status: number, message: string): ApiAnswer => ({
	status,
	body: hireflixErrorBody(status, message),
});

function parseQuery(query: string): DocumentNode | GraphQLError {
	try {
		return parse(query);
	} catch (error) {
		if (error instanceof GraphQLError) return error;
		throw error;
	}
}
