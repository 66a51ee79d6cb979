import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { theOne } from '../../shared/http/agreeing';
import { read } from '../api';
import { foundOr } from './notFound';

/** Where an interview is, with what comes after it. */
export const interviewPath = (id: string, rest: string): string =>
	`/api/v2/interviews/${encodeURIComponent(id)}${rest}`;

/**
 * All that is known of an interview.
 *
 * @throws NodeApiError; NodeOperationError when there is none
 */
export async function readInterview(context: IExecuteFunctions, id: string): Promise<IDataObject> {
	return await foundOr(
		context,
		read(context, interviewPath(id, '/data'), theOne('interview_id', id)),
		`HeyMilo has no interview with the ID ${id}`,
		'Take the ID from a trigger item (interview_id) or from Candidate: Get Many. The data of a candidate who was erased is gone.',
	);
}
