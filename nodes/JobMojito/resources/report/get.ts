import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { getReport } from '../../../shared/report/getReport';
import { jobMojitoApi } from '../../api';
import { assessmentDataField, readReport, scoreMaximumField } from '../../report';

const shared = getReport({
	api: jobMojitoApi,
	idName: 'Result ID',
	fileKinds: ['report', 'recordings'],
	hasTranscript: true,
	read: readReport,
});

const ownOptions = [assessmentDataField, scoreMaximumField];

export const get: Operation = { ...shared, properties: shared.properties.map(withOwnOptions) };

function withOwnOptions(property: INodeProperties): INodeProperties {
	if (property.name !== 'options') return property;
	const options = [...((property.options ?? []) as INodeProperties[]), ...ownOptions];
	return {
		...property,
		options: options.sort((one, other) => one.displayName.localeCompare(other.displayName)),
	};
}
