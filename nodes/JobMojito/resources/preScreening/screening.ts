import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { jsonField, readFields, textField } from '../../../shared/actions/fields';
import { collection, locatorParameter } from '../../../shared/actions/properties';
import { requiredEmail, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { flag, isNothing, isObject } from '../../../shared/event/fields';
import { agreeing } from '../../../shared/http/agreeing';
import { anObject, eitherOf, type Expected } from '../../../shared/http/expected';
import { countryCode, countryField, isoCountry } from '../../parameters';
import { ofInterview } from '../interviewIds';
import { ofCandidate } from '../people';

const fields = [
	countryField({ displayName: 'Candidate Country', name: 'candidate_country_code' }),
	textField({ displayName: 'Candidate External ID', name: 'candidate_external_id' }),
	jsonField({
		displayName: 'Form Answers',
		name: 'form',
		description:
			'Such as {"education": "masters", "languages": [{"code": "en", "level": "fluent"}], "nationality": "US"}',
	}),
	textField({ displayName: 'LinkedIn URL', name: 'candidate_linkedin_url' }),
];

/** Whom to check, and for which position. */
export const candidateParameters: INodeProperties[] = [
	locatorParameter({
		displayName: 'Position',
		name: 'position',
		searchListMethod: 'searchInterviews',
		exampleId: '06c5a393-9dce-42fc-8f69-41c073e6ae9b',
		description: 'From the list, or the position_def_set_id that Pre-Screening → Create returns',
	}),
	textField({ displayName: 'Candidate Name', name: 'candidateName', required: true }),
	textField({ displayName: 'Candidate Email', name: 'candidateEmail', required: true }),
];

export const additionalCandidateFields = collection('Additional Fields', fields);

/**
 * The same under the vendor's names.
 *
 * @throws NodeOperationError naming what is empty or wrong
 */
export function readCandidate(context: IExecuteFunctions, itemIndex: number): Asked {
	const {
		candidate_country_code: country,
		form,
		...others
	} = readFields(context, itemIndex, {
		collection: 'additionalFields',
		known: fields,
	});
	return {
		position_id: requiredText(context, itemIndex, 'position', 'Position'),
		candidate_name: requiredText(context, itemIndex, 'candidateName', 'Candidate Name'),
		candidate_email: requiredEmail(context, itemIndex, 'candidateEmail', 'Candidate Email'),
		...others,
		...(typeof country === 'string'
			? { candidate_country_code: countryCode(context, itemIndex, country, 'Candidate Country') }
			: {}),
		...(isObject(form) ? { form: withIsoCountries(form, ['nationality', 'residency']) } : {}),
	};
}

/** A check, by the vendor's names. */
type Asked = IDataObject & { candidate_email: string; position_id: string };

/** Rules whose countries are written as JobMojito stores them. */
export function rulesWithIsoCountries(rules: unknown[]): unknown[] {
	return rules.map((rule) => (isObject(rule) ? withIsoCountries(rule, ['country']) : rule));
}

/** The same with the countries in these fields, texts or lists of texts, as JobMojito stores them. */
function withIsoCountries(object: Record<string, unknown>, names: string[]): IDataObject {
	const iso = (value: unknown) => (typeof value === 'string' ? isoCountry(value) : value);
	const entries = Object.entries(object).map(([name, value]): [string, unknown] => {
		if (!names.includes(name)) return [name, value];
		return [name, Array.isArray(value) ? value.map(iso) : iso(value)];
	});
	return Object.fromEntries(entries) as IDataObject;
}

/** The outcome of a check; or, with the same status 200, that the candidate was not waiting to be checked. */
export const aScreeningOf = ({ candidate_email, position_id }: Asked): Expected<IDataObject> =>
	agreeing(
		eitherOf(anObject('recommendation', 'decision_status'), anObject('decision_status', 'message')),
		ofCandidate(candidate_email),
		ofInterview(position_id),
	);

/**
 * The outcome of a check as an item, also one without a recommendation.
 *
 * @throws NodeOperationError when nothing was checked
 */
export function screeningItems(
	context: IExecuteFunctions,
	itemIndex: number,
	answer: IDataObject,
): INodeExecutionData[] {
	const { message, decision_status: status, recommendation, score } = answer;
	const isDone = [recommendation, score, answer.profile_interview_id].some((one) => !isNothing(one));
	if (isDone || flag(answer.success) === true || isNothing(message)) return asItems([answer]);
	throw new NodeOperationError(
		context.getNode(),
		'JobMojito did not check this candidate, who is not waiting for a pre-screening',
		{
			itemIndex,
			description: `JobMojito says: ${String(message)} (the state is ${String(status)}). A candidate is checked once for each position: look for the earlier outcome under Result → Get Many with the step Pre-Screening.`,
		},
	);
}
