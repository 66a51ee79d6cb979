import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { getReport } from '../../../shared/report/getReport';
import { interviewFlowAiApi } from '../../api';
import { interviewerOfItemParameter, scoreMaximumOption } from '../../parameters';
import { readReport } from '../../report';

const base = getReport({
	api: interviewFlowAiApi,
	idName: 'Interview ID',
	fileKinds: ['report', 'recordings'],
	hasTranscript: false,
	read: readReport,
});

/** Besides the interview, the API wants to know the Interviewer; and it documents no scale. */
export const get: Operation = {
	...base,
	properties: base.properties.flatMap((property) => {
		if (property.name === 'interviewId') return [property, interviewerOfItemParameter];
		return [property.name === 'options' ? withScoreMaximum(property) : property];
	}),
};

function withScoreMaximum(options: INodeProperties): INodeProperties {
	const all = [...((options.options ?? []) as INodeProperties[]), scoreMaximumOption];
	return {
		...options,
		options: all.sort((one, other) => one.displayName.localeCompare(other.displayName)),
	};
}
