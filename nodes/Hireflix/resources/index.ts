import type { Resource } from '../../shared/actions/operation';
import { get as getReport } from './report/get';
import { getMany as getManyReports } from './report/getMany';

export const hireflixResources: Resource[] = [
	{ value: 'report', name: 'Report', operations: [getReport, getManyReports] },
];
