import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { requiredChoice } from '../../../shared/actions/reading';

/** The two that HeyMilo's API pushes to. */
const SYSTEMS = [
	{ name: 'Avionté', value: 'avionte' },
	{ name: 'Bullhorn', value: 'bullhorn' },
];

export const atsParameter: INodeProperties = {
	displayName: 'ATS',
	name: 'ats',
	type: 'options',
	default: 'bullhorn',
	options: SYSTEMS,
	description: 'Must be connected in HeyMilo',
};

/** @throws NodeOperationError for another one, and for none */
export function wantedAts(context: IExecuteFunctions, itemIndex: number): string {
	const names = SYSTEMS.map(({ value }) => value);
	return requiredChoice(context, itemIndex, 'ats', 'ATS', names);
}
