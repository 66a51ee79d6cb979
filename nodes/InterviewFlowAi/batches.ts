import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { requiredText } from '../shared/actions/reading';
import { isObject, text } from '../shared/event/fields';
import { presentText } from '../shared/event/text';
import { textList } from '../shared/receiver/triggerSettings';
import { ingest, INGEST_MANY_PATH } from './api';
import { candidateDetails, delay, parsedJson } from './candidateDetails';
import { recordsIn, unrecognized } from './candidates';
import { lookIn } from './facts';

const NOT_CONFIRMED =
	'The answer of InterviewFlowAI does not name this candidate. Look with Candidate → Get Many before you add it again: it may be invited twice.';

const LIST_FIELDS = ['name', 'email', 'skills', 'additionalFields', 'metadata'];

/** Candidates that go to one Interviewer with the same settings, in one call. */
interface Batch {
	settings: IDataObject;
	/** By the index of their input item. */
	people: Map<number, IDataObject>;
	/** The answer for each of them, once the call has been made. */
	added?: Promise<IDataObject[]>;
}

/** The batches of a run, so that its first item makes the call and the others take their share of the answer. */
const batchesOfRun = new WeakMap<IExecuteFunctions, Promise<Batch[]>>();

/**
 * What InterviewFlowAI says of the candidate of this input item. All items of the run are added in one call, or
 * in one for each Interviewer and setting where an expression makes them differ. Nothing is sent before every
 * item has been checked.
 *
 * @throws NodeOperationError or NodeApiError, the same one for every item of a call
 */
export async function addedFromItems(context: IExecuteFunctions, itemIndex: number): Promise<IDataObject> {
	const batches = batchesOfRun.get(context) ?? readBatches(context);
	batchesOfRun.set(context, batches);
	const batch = (await batches).find(({ people }) => people.has(itemIndex));
	if (!batch) throw new NodeOperationError(context.getNode(), 'The input item is not there', { itemIndex });
	batch.added ??= add(context, batch.settings, [...batch.people.values()]);
	return (await batch.added)[[...batch.people.keys()].indexOf(itemIndex)];
}

/**
 * What InterviewFlowAI says of each candidate of the JSON list.
 *
 * @throws NodeOperationError or NodeApiError
 */
export async function addedFromList(context: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const value = context.getNodeParameter('list', itemIndex, '[]');
	const list = parsedJson(context, itemIndex, value, 'Candidate List');
	if (!Array.isArray(list) || list.length === 0) {
		throw new NodeOperationError(context.getNode(), 'Candidate List holds no candidates', {
			itemIndex,
			description:
				'Write Candidate List in square brackets, for example [{ "name": "Ada Example", "email": "ada@example.com" }].',
		});
	}
	const people = list.map((entry: unknown, index) => listed(context, itemIndex, entry, index + 1));
	const settings = settingsOf(context, itemIndex);
	const seen = new Set<string>();
	for (const person of people) refuseRepeated(context, seen, settings, person);
	return await add(context, settings, people);
}

async function readBatches(context: IExecuteFunctions): Promise<Batch[]> {
	const batches = new Map<string, Batch>();
	const seen = new Set<string>();
	for (const index of context.getInputData().keys()) {
		const { settings, person } = readItem(context, index);
		refuseRepeated(context, seen, settings, person);
		const key = JSON.stringify(settings);
		const batch = batches.get(key) ?? { settings, people: new Map<number, IDataObject>() };
		batch.people.set(index, person);
		batches.set(key, batch);
	}
	return [...batches.values()];
}

function readItem(context: IExecuteFunctions, index: number): { settings: IDataObject; person: IDataObject } {
	try {
		const details = context.getNodeParameter('details', index, {}) as IDataObject;
		return {
			settings: settingsOf(context, index),
			person: {
				name: requiredText(context, index, 'name', 'Name'),
				email: requiredText(context, index, 'email', 'Email'),
				...candidateDetails(context, index, details),
			},
		};
	} catch (error) {
		const { message, description } = error as NodeOperationError;
		throw new NodeOperationError(
			context.getNode(),
			`${message} in input item ${index + 1} of ${context.getInputData().length}; nobody was added`,
			{ itemIndex: index, description: description ?? undefined },
		);
	}
}

function settingsOf(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const skills = textList(options.skills);
	return {
		interviewerId: requiredText(context, itemIndex, 'interviewerId', 'Interviewer ID'),
		...(options.status ? { status: options.status } : {}),
		...(skills.length > 0 && { skills }),
	};
}

function listed(context: IExecuteFunctions, itemIndex: number, entry: unknown, place: number): IDataObject {
	const fail = (flaw: string, description: string) =>
		new NodeOperationError(
			context.getNode(),
			`Candidate ${place} of Candidate List ${flaw}; nobody was added`,
			{
				itemIndex,
				description,
			},
		);
	const person = (isObject(entry) ? entry : {}) as IDataObject;
	for (const name of ['name', 'email']) {
		if (presentText(person[name]) === null) {
			throw fail(`has no ${name}`, 'Give every candidate a name and an email in Candidate List.');
		}
	}
	const unknown = Object.keys(person).find((name) => !LIST_FIELDS.includes(name));
	if (unknown !== undefined) {
		throw fail(
			`has the field ${unknown}, which InterviewFlowAI does not know`,
			'Put custom fields into additionalFields, and your own references into metadata.',
		);
	}
	const metadata = isObject(person.metadata) ? person.metadata : {};
	if (metadata.sendEmailAfter !== undefined) delay(context, itemIndex, metadata.sendEmailAfter);
	return person;
}

/** @param seen the addresses so far, each with its Interviewer */
function refuseRepeated(
	context: IExecuteFunctions,
	seen: Set<string>,
	{ interviewerId }: IDataObject,
	person: IDataObject,
): void {
	const repeated = addressOf(person);
	const key = JSON.stringify([interviewerId, repeated]);
	if (!seen.has(key)) {
		seen.add(key);
		return;
	}
	throw new NodeOperationError(context.getNode(), 'An Email occurs more than once; nobody was added', {
		description: `It is ${repeated}: InterviewFlowAI might invite this candidate twice. Remove the repetition, for example with the Remove Duplicates node.`,
	});
}

const addressOf = ({ email }: IDataObject): string => String(email).trim().toLowerCase();

async function add(
	context: IExecuteFunctions,
	settings: IDataObject,
	people: IDataObject[],
): Promise<IDataObject[]> {
	const body = await ingest(context, INGEST_MANY_PATH, { ...settings, data: people });
	const records = recordsIn(body);
	if (records === null) unrecognized(context, body);
	const named = new Map(
		(records ?? []).flatMap((record) => {
			const address = lookIn({ data: record })('candidateEmail', text);
			return address === null ? [] : [[address.toLowerCase(), record] as const];
		}),
	);
	// The answer is not documented. Without addresses in it, the order is all that is left.
	if (named.size === 0 && records?.length === people.length) return records;
	const answer = named.size === 0 ? { answer: body as IDataObject } : {};
	return people.map(
		(person) => named.get(addressOf(person)) ?? { ...person, notice: NOT_CONFIRMED, ...answer },
	);
}
