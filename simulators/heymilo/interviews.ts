import { parseObject } from '../shared/routes';
import type { ApiAnswer, ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { invalidMetadata } from './errors';
import { interviewData } from './interviewData';
import { notFound, route, single, type V2Route } from './routes';
import type { Interview } from './state';

/** What was measured, and the customer's own key-value pairs. */
export function interviewRoutes({ state, links }: ApiContext): V2Route[] {
	const withInterview = (act: (interview: Interview, request: ApiRequest) => ApiAnswer) => {
		return (request: ApiRequest, id: string) => {
			const interview = state.interview(id);
			return interview ? act(interview, request) : notFound('Interview');
		};
	};
	const path = '/interviews/:/metadata';
	return [
		route(
			'GET',
			'/interviews/:/data',
			withInterview((interview) => single(200, interviewData(interview, links))),
		),
		route('GET', path, withInterview(metadataView)),
		route(
			'POST',
			path,
			withInterview((interview, request) => setMetadata(interview, request, state.mergesMetadata)),
		),
		route(
			'DELETE',
			path,
			withInterview((interview) => metadataView(Object.assign(interview, { metadata: {} }))),
		),
	];
}

const metadataView = ({ metadata }: Interview): ApiAnswer => single(200, { object: 'metadata', metadata });

/** The contract says "set or update", and not whether what is not sent stays. */
function setMetadata(interview: Interview, request: ApiRequest, merges: boolean): ApiAnswer {
	const { metadata } = parseObject(request.body) as { metadata: Record<string, string> };
	const invalid = invalidMetadata(metadata, ['body', 'metadata']);
	if (invalid) return invalid;
	interview.metadata = merges ? { ...interview.metadata, ...metadata } : metadata;
	return metadataView(interview);
}
