import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { readFields } from '../../../shared/actions/fields';
import type { PeopleOperation, Sent, Share } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import {
	candidateListParameter,
	forItems,
	readCandidates,
	sourceParameter,
} from '../../../shared/actions/peopleSource';
import { requiredEmail, requiredText } from '../../../shared/actions/reading';
import { emailOf, jsonOf, listOf } from '../../../shared/actions/values';
import { isOfSomebodyElse, isShared, refusedPerson } from '../../../shared/actions/answeredPeople';
import { flag, isObject, number } from '../../../shared/event/fields';
import { folded, presentText } from '../../../shared/event/text';
import { isRefused } from '../../../shared/http/agreeing';
import { namedErrorIn } from '../../../shared/http/outcome';
import { asSaid } from '../../../shared/http/vendorMessage';
import { interviewFlowAiApi, withHint, writeOnce } from '../../api';
import { interviewerParameter } from '../../parameters';
import {
	addedRecords,
	addressIn,
	interviewLinkIn,
	isOfAnother,
	refusedStatusIn,
	valuesNamed,
	type Found,
} from '../../answers';
import {
	asCandidate,
	customFieldsField,
	metadataField,
	personParameters,
	sendEmailAfterField,
	skillsField,
	statusField,
} from './candidateFields';

/** Source: https://docs.interviewflowai.com/platform/api-integration/ingestion-api. */
const PATH = '/api/external/ingest/candidates';

/** The vendor documents no limit; a call of this size is over long before 30 s. */
const CALL_SIZE = 100;

const NOT_CONFIRMED =
	"InterviewFlowAI's response does not list this candidate. Check with Candidate → Get Many before you add this person again, to avoid a second invitation.";

const candidateFields = [customFieldsField, metadataField, sendEmailAfterField, skillsField];

const callOptions = [
	statusField,
	{ ...skillsField, displayName: 'Skills for All', description: 'For every candidate of the call' },
];

export const addMany: PeopleOperation = {
	value: 'addMany',
	name: 'Add Many',
	action: 'Add many candidates',
	description:
		'Add candidates to an Interviewer, up to 100 in one call; InterviewFlowAI sends each of them an invitation by email',
	properties: [
		interviewerParameter,
		{
			displayName:
				'InterviewFlowAI sends the invitations. It does not document whether it recognizes somebody who was added before: check with Get Many first.',
			name: 'invitationNotice',
			type: 'notice',
			default: '',
		},
		sourceParameter,
		...personParameters.map(forItems),
		candidateListParameter(
			'Each with name and email, and optionally skills, additionalFields (custom fields) and metadata, in which sendEmailAfter delays the invitation by 1 to 96 hours',
		),
		forItems(collection('Additional Fields', candidateFields)),
		collection('Options', callOptions),
	],
	callSize: CALL_SIZE,
	done: 'added',
	identity: {
		field: 'Email',
		of: ({ interviewerId }, person) => JSON.stringify([interviewerId, folded(person.email)]),
	},
	read: (context, itemIndex): Share => ({
		settings: {
			interviewerId: requiredText(context, itemIndex, 'interviewerId', 'Interviewer ID'),
			...readFields(context, itemIndex, { collection: 'options', known: callOptions, lists: ['skills'] }),
		},
		people: readCandidates(context, itemIndex, () => readItem(context, itemIndex), {
			keys: ['name', 'email', 'skills', 'additionalFields', 'metadata'],
			others: 'Put custom fields into additionalFields, and your own references into metadata.',
			read: ({ given, required }) =>
				asCandidate(context, itemIndex, {
					name: required('name', 'Name'),
					email: required('email', 'Email', emailOf),
					skills: listOf(given('skills', 'Skills')),
					customFields: jsonOf(given('additionalFields', 'additionalFields'), 'object'),
					metadata: jsonOf(given('metadata', 'Metadata'), 'object'),
				}),
		}),
	}),
	send: async (context, settings, people) => {
		const found = await writeOnce(context, PATH, addedRecords, { ...settings, data: people });
		return whatBecameOf(people, String(settings.interviewerId), withHint(context, found), found);
	},
};

function readItem(context: IExecuteFunctions, itemIndex: number): IDataObject {
	return asCandidate(context, itemIndex, {
		name: requiredText(context, itemIndex, 'name', 'Name'),
		email: requiredEmail(context, itemIndex, 'email', 'Email'),
		...readFields(context, itemIndex, {
			collection: 'additionalFields',
			known: candidateFields,
			lists: ['skills'],
			deciding: [sendEmailAfterField.name],
		}),
	});
}

/**
 * The answer is not documented. Who is named in it was added, unless the record says otherwise; without addresses, its
 * order is all that is left, and an answer without names or failures is returned with a notice. Where it counts more
 * failures than there are people whom it does not name as added, nobody knows whom they are about.
 */
function whatBecameOf(
	people: IDataObject[],
	interviewerId: string,
	records: IDataObject[],
	{ body, isRecognized }: Pick<Found, 'body' | 'isRecognized'>,
): Sent[] {
	const failures = failuresIn(body, people.length);
	const rows = [...failures.rows, ...records];
	const isNameless = rows.every((row) => addressIn(row) === null) && !failures.areTold;
	const isInOrder =
		records.length === people.length &&
		records.every((row, place) => !isOfSomebodyElse(row, people[place], people));
	const isByPlace = isRecognized && isNameless && isInOrder;
	const links = records.map((row) => interviewLinkIn(row));
	// Not where it says something of the people, but in another order.
	const isSilent = isNameless && (isInOrder || records.length !== people.length);
	const results = people.map((person, place): Sent | undefined => {
		if (failures.addresses.includes(folded(person.email))) return refused(person, {});
		const row = isByPlace ? records[place] : rows.find((one) => addressIn(one) === folded(person.email));
		if (row === undefined || isOfAnother(row, interviewerId)) return undefined;
		if (isShared(interviewLinkIn(row), links)) return undefined;
		return failures.rows.includes(row) || saysRefused(row) ? refused(person, row) : { json: row };
	});
	const notTaken = results.filter((result) => result === undefined || 'refusal' in result).length;
	const isSure = !failures.isOfAll && notTaken >= failures.count;
	return results.map((result, place): Sent => {
		const person = people[place];
		if (result && ('refusal' in result || isSure)) return result;
		if (isSilent) return { json: { ...person, notice: NOT_CONFIRMED, answer: body as IDataObject } };
		return { refusal: 'InterviewFlowAI did not confirm that it added this person', isUnclear: true };
	});
}

const alsoCounted = (...names: string[]): string[] =>
	names.flatMap((name) => [name, `${name}count`, `${name}emails`]);

/** Where an answer may say who was not added, as a list or as a number, and how many were. */
const FAILURE_NAMES = alsoCounted(
	...['duplicates', 'errors', 'failed', 'failures', 'invalid', 'notadded', 'rejected', 'skipped'],
);
const NEW_NAMES = alsoCounted('added', 'created', 'inserted');
const KNOWN_NAMES = alsoCounted('existing', 'updated');

interface Failures {
	rows: IDataObject[];
	/** Of people who are named by nothing else. */
	addresses: string[];
	/** At least so many people were not added. */
	count: number;
	/** Whether the whole call says that it failed, whomever it names. */
	isOfAll: boolean;
	areTold: boolean;
}

function failuresIn(body: unknown, sent: number): Failures {
	const { data } = isObject(body) ? body : {};
	const inData = isObject(data) ? data : {};
	const places = [body, data, isObject(body) && body.summary, inData.summary].filter(isObject);
	const told = places.flatMap((place) => valuesNamed(place, FAILURE_NAMES));
	const entries = told.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []));
	// A text without an address is a remark on the call.
	const people = entries.filter((entry) => isObject(entry) || presentText(entry)?.includes('@'));
	const count = Math.max(
		people.length,
		...told.map((value) => number(value) ?? 0),
		...places.map((place) => missingIn(place, sent)),
	);
	const isOfAll = [body, data].filter(isObject).some(isRefused);
	return {
		rows: entries.filter(isObject) as IDataObject[],
		addresses: entries.map(folded),
		count,
		isOfAll,
		areTold: isOfAll || count > 0,
	};
}

/** How many people are missing in what a place counts of those who were sent. */
function missingIn(place: object, sent: number): number {
	const counted = (names: string[]) =>
		valuesNamed(place, names)
			.map((value) => (Array.isArray(value) ? value.length : number(value)))
			.filter((count) => count !== null);
	const [made, known, all] = [counted(NEW_NAMES), counted(KNOWN_NAMES), counted(['count'])];
	// How many were known says nothing of those who are new.
	if (made.length + all.length === 0) return 0;
	return sent - Math.max(Math.max(0, ...made) + Math.max(0, ...known), ...all);
}

const saysRefused = (row: IDataObject): boolean =>
	isRefused(row) ||
	[row.added, row.invited, row.ok].some((mark) => flag(mark) === false) ||
	[row.duplicate, row.failed, row.skipped].some((mark) => flag(mark) === true) ||
	namedErrorIn(row) !== undefined ||
	refusedStatusIn(row) !== undefined;

/** With a reason, it is one; without, nobody knows whether this person was added. */
function refused(person: IDataObject, row: IDataObject): Sent {
	const { message = row.reason, error, errors, detail } = row;
	const said = asSaid(interviewFlowAiApi.vendorName, { message, error, errors, detail }, person);
	const description = `The email is ${String(person.email)}.`;
	return said === null
		? { refusal: 'InterviewFlowAI did not add this person', description, isUnclear: true }
		: { ...refusedPerson(said.message, row, person, interviewFlowAiApi.vendorName), description };
}
