import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readRequired, textField } from '../../shared/actions/fields';
import { countryCode, countryField } from '../parameters';
import { languageParameter } from './languages';

/** What a new position must say. */
export const newPositionParameters: INodeProperties[] = [
	textField({ displayName: 'Position Name', name: 'positionName', required: true }),
	textField({ displayName: 'Position Location', name: 'positionLocation', required: true }),
	countryField({ displayName: 'Position Country', name: 'positionCountry', required: true }),
	languageParameter,
];

/**
 * The same under the vendor's names.
 *
 * @throws NodeOperationError naming what is empty or wrong
 */
export function newPosition(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const { positionName, positionLocation, positionCountry, ...language } = readRequired(
		context,
		itemIndex,
		newPositionParameters,
	);
	return {
		position_name: positionName,
		position_location: positionLocation,
		position_country_code: countryCode(context, itemIndex, positionCountry, 'Position Country'),
		...language,
	};
}
