import { Router } from 'express';
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
import { isObject, parseObject, routed } from '../shared/routes';
import { handled, Refusal, type Answer, type ErrorBody } from '../shared/server';
import { rootResolvers, type ResolverContext } from './resolvers';
import { schemaText, type WebhookSchema } from './schema';

export interface HireflixApiOptions {
	/** Default `none`: the trigger's user makes the webhook in the dashboard. */
	webhookSchema?: WebhookSchema;
	/** Default true. */
	introspection?: boolean;
}

/** 401 has a body that is no GraphQL; everything else comes as GraphQL errors. */
export const hireflixErrorBody: ErrorBody = (status, message) =>
	status === 401 || status === 403
		? { message: 'Unauthorized' }
		: { errors: [{ message, extensions: { code: status } }] };

/**
 * `POST /me` with three layers of errors: not authorized, GraphQL errors (400 when the query does not fit the schema,
 * 200 when a resolver fails), and errors as union members inside `data`.
 */
export function hireflixApi(apiKey: string, context: ResolverContext, options: HireflixApiOptions): Router {
	const schema = buildSchema(schemaText(options.webhookSchema ?? 'none'));
	const rules =
		options.introspection === false ? [...specifiedRules, NoSchemaIntrospectionCustomRule] : specifiedRules;
	const rootValue = rootResolvers(context);
	const me: Answer = async (request) => {
		if (request.headers['x-api-key'] !== apiKey) throw refused(401, 'Unauthorized');
		const body = parseObject(request.body);
		if (typeof body?.query !== 'string')
			throw refused(400, 'POST body missing, invalid, or without a query.');
		const document = parseQuery(body.query);
		const errors = validate(schema, document, rules);
		if (errors.length > 0) throw new Refusal(400, { errors });
		const variableValues = isObject(body.variables) ? body.variables : undefined;
		const operationName = typeof body.operationName === 'string' ? body.operationName : undefined;
		const result = await execute({ schema, document, rootValue, variableValues, operationName });
		return { status: result.data === undefined ? 400 : 200, body: result };
	};
	return Router().use(handled(context.files.answer), routed({ 'POST /me': me }, hireflixErrorBody));
}

const refused = (status: number, message: string): Refusal =>
	new Refusal(status, hireflixErrorBody(status, message));

function parseQuery(query: string): DocumentNode {
	try {
		return parse(query);
	} catch (error) {
		throw error instanceof GraphQLError ? new Refusal(400, { errors: [error] }) : error;
	}
}
