import type { INodeProperties } from 'n8n-workflow';

/** The two that HeyMilo's API pushes to. */
export const atsParameter: INodeProperties = {
	displayName: 'ATS',
	name: 'ats',
	type: 'options',
	default: 'bullhorn',
	options: [
		{ name: 'Avionté', value: 'avionte' },
		{ name: 'Bullhorn', value: 'bullhorn' },
	],
	description: 'Must be connected in HeyMilo',
};
