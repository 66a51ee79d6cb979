import { found, parseObject } from '../shared/routes';
import type { ApiAnswer, ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { checkMetadata } from './errors';
import { interviewData } from './interviewData';
import { notFound, single, type V2Routes } from './routes';
import type { Interview } from './state';

/** What was measured, and the customer's own key-value pairs. */
export function interviewRoutes({ state, links }: ApiContext): V2Routes {
	const interviewOf = ({ params }: ApiRequest) =>
		found(state.interview(params.interview), notFound('Interview'));
	const path = '/interviews/:interview';
	return {
		[`GET ${path}/data`]: (request) => single(200, interviewData(interviewOf(request), links)),
		[`GET ${path}/metadata`]: (request) => metadataView(interviewOf(request)),
		[`POST ${path}/metadata`]: (request) => setMetadata(interviewOf(request), request, state.mergesMetadata),
		[`DELETE ${path}/metadata`]: (request) =>
			metadataView(Object.assign(interviewOf(request), { metadata: {} })),
	};
}

const metadataView = ({ metadata }: Interview): ApiAnswer => single(200, { object: 'metadata', metadata });

/** The contract says "set or update", and not whether what is not sent stays. */
function setMetadata(interview: Interview, request: ApiRequest, merges: boolean): ApiAnswer {
	const { metadata } = parseObject(request.body) as { metadata: Record<string, string> };
	checkMetadata(metadata, ['body', 'metadata']);
	interview.metadata = merges ? { ...interview.metadata, ...metadata } : metadata;
	return metadataView(interview);
}
