import type { IExecuteFunctions } from 'n8n-workflow';

import { choiceField } from '../../../shared/actions/fields';
import { requiredChoice } from '../../../shared/actions/reading';

/** The two that HeyMilo's API pushes to. */
const SYSTEMS = { bullhorn: 'Bullhorn', avionte: 'Avionté' };

export const atsParameter = choiceField(
	{ displayName: 'ATS', name: 'ats', description: 'Must be connected in HeyMilo' },
	SYSTEMS,
);

/** @throws NodeOperationError for another one, and for none */
export function wantedAts(context: IExecuteFunctions, itemIndex: number): string {
	return requiredChoice(context, itemIndex, 'ats', 'ATS', Object.keys(SYSTEMS));
}
