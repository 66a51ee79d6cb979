import type { IDataObject, IExecuteFunctions, INodeExecutionData, NodeError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isUnclear, mayHaveActed } from '../http/failure';
import { failedItem, repetition, stoppedBy } from './failures';
import type { PeopleOperation, Sent, Share } from './operation';
import { outcomesOf, type Outcome } from './outcomes';

/** One person, where from, and in the end what became of it. */
interface Entry {
	itemIndex: number;
	/** In the list of its input item, from 0 on. */
	place: number;
	/** For the memory of earlier tries: item and place. */
	key: string;
	settings: IDataObject;
	person: IDataObject;
	outcome?: Outcome;
}

/** One person of a call was refused, others were not; the vendor's reason may name the person. */
class RefusedPerson extends NodeOperationError {}

/**
 * Sends the people of all input items: everything is checked first, people with equal settings go into one call, and
 * nobody is sent twice, also when n8n runs the node again. With "On Error: Continue", valid people are sent, and each
 * invalid one is an item with its message.
 *
 * @returns one item for each person, in the order of the input
 * @throws NodeError saying how many were sent before
 */
export async function sendPeople(
	context: IExecuteFunctions,
	operation: PeopleOperation,
): Promise<INodeExecutionData[]> {
	const outcomes = outcomesOf(context);
	const entries = [...context.getInputData().keys()].flatMap((index) =>
		readEntries(context, operation, index),
	);
	refuseRepeated(context, operation, entries);
	for (const entry of entries) entry.outcome ??= outcomes.get(entry.key);
	const progress = { sent: entries.filter(isSent).length };
	// What was unclear in an earlier try is unclear in this one.
	stopAtFailure(context, operation, entries, progress.sent);
	for (const call of callsFor(entries, operation.callSize)) {
		await sendCall(context, operation, call, progress);
		for (const { key, outcome } of call) {
			if (outcome && ('items' in outcome || isUnclear(outcome.error))) outcomes.set(key, outcome);
		}
		stopAtFailure(context, operation, call, progress.sent);
	}
	outcomes.end();
	return entries.flatMap(({ outcome, itemIndex }) => outputOf(outcome, itemIndex));
}

/** @throws NodeError for whatever cannot be sent, unless the node continues on errors: then it is the entry's outcome */
function readEntries(context: IExecuteFunctions, operation: PeopleOperation, itemIndex: number): Entry[] {
	const { settings, people } = readShare(context, operation, itemIndex);
	return people.map((one, place): Entry => {
		const entry = { itemIndex, place, key: `${itemIndex}.${place}`, settings };
		if ('person' in one) return { ...entry, person: one.person };
		return { ...entry, person: {}, outcome: badEntry(context, operation, one.fault, itemIndex) };
	});
}

/** @throws NodeError unless the node continues on errors */
function badEntry(
	context: IExecuteFunctions,
	operation: PeopleOperation,
	fault: NodeError,
	itemIndex: number,
): Outcome {
	if (context.continueOnFail()) return { error: fault };
	throw stoppedBy(context, nobodySent(context, operation, fault), itemIndex);
}

/** @throws NodeError for a person who occurs twice, unless the node continues on errors */
function refuseRepeated(context: IExecuteFunctions, operation: PeopleOperation, entries: Entry[]): void {
	const { identity } = operation;
	if (identity === undefined) return;
	const firstOnes = new Map<string, Entry>();
	for (const entry of entries.filter(({ outcome }) => outcome === undefined)) {
		const key = identity.of(entry.settings, entry.person);
		const first = firstOnes.get(key) ?? entry;
		firstOnes.set(key, first);
		if (first === entry) continue;
		const place =
			first.itemIndex === entry.itemIndex
				? `Entry ${first.place + 1} of the same list`
				: `Input item ${first.itemIndex + 1}`;
		const fault = repetition(context, identity.field, place);
		entry.outcome = badEntry(context, operation, fault, entry.itemIndex);
	}
}

function readShare(context: IExecuteFunctions, operation: PeopleOperation, itemIndex: number): Share {
	try {
		return operation.read(context, itemIndex);
	} catch (error) {
		return { settings: {}, people: [{ fault: error as NodeError }] };
	}
}

function nobodySent(
	context: IExecuteFunctions,
	{ done }: PeopleOperation,
	{ message, description }: NodeError,
): NodeOperationError {
	return new NodeOperationError(context.getNode(), `${message}; nobody was ${done}`, {
		description: description ?? undefined,
	});
}

/** The people who have no outcome yet, grouped by their settings, in calls of limited size. */
function callsFor(entries: Entry[], callSize: number): Entry[][] {
	const groups = new Map<string, Entry[]>();
	for (const entry of entries.filter(({ outcome }) => outcome === undefined)) {
		const key = JSON.stringify(entry.settings);
		groups.set(key, [...(groups.get(key) ?? []), entry]);
	}
	return [...groups.values()].flatMap((group) =>
		Array.from({ length: Math.ceil(group.length / callSize) }, (_, call) =>
			group.slice(call * callSize, (call + 1) * callSize),
		),
	);
}

async function sendCall(
	context: IExecuteFunctions,
	operation: PeopleOperation,
	call: Entry[],
	progress: { sent: number },
): Promise<void> {
	try {
		const results = await operation.send(
			context,
			call[0].settings,
			call.map(({ person }) => person),
		);
		for (const [place, entry] of call.entries()) entry.outcome = asOutcome(context, results[place]);
		progress.sent += call.filter(isSent).length;
	} catch (error) {
		for (const entry of call) entry.outcome = { error: error as Error };
	}
}

function asOutcome(context: IExecuteFunctions, sent: Sent): Outcome {
	if ('json' in sent) return { items: [{ json: sent.json }] };
	const { refusal, description, isUnclear: mayBeTaken } = sent;
	const error = new RefusedPerson(context.getNode(), refusal, { description });
	return { error: mayBeTaken ? mayHaveActed(error) : error };
}

const isSent = ({ outcome }: Entry): boolean => outcome !== undefined && 'items' in outcome;

/** @throws NodeError where a call, or a person in it, was refused, unless the node continues on errors */
function stopAtFailure(
	context: IExecuteFunctions,
	{ done }: PeopleOperation,
	call: Entry[],
	sent: number,
): void {
	const failed = call.flatMap(({ itemIndex, outcome }) =>
		outcome && 'error' in outcome ? [{ itemIndex, error: outcome.error as NodeError }] : [],
	);
	if (failed.length === 0 || context.continueOnFail()) return;
	const [{ itemIndex, error: first }] = failed;
	const isWholeCall = !(first instanceof RefusedPerson);
	const message = isWholeCall ? first.message : `${failed.length} of ${call.length} people were not ${done}`;
	const reasons = isWholeCall
		? (first.description ?? '')
		: failed.map(({ itemIndex: index, error }) => `Input item ${index + 1}: ${reasonOf(error)}`).join(' ');
	const others =
		sent === 0
			? ''
			: ` ${sent} ${sent === 1 ? 'person was' : 'people were'} ${done} already: do not send them again.`;
	const stop = new NodeOperationError(context.getNode(), message, {
		description:
			`${reasons}${others} To get one item for each person and go on with the others, set On Error of this node to Continue.`.trim(),
	});
	throw stoppedBy(context, stop, itemIndex);
}

function reasonOf({ message, description }: NodeError): string {
	return description ? `${message}. ${description}` : `${message}.`;
}

function outputOf(outcome: Outcome | undefined, itemIndex: number): INodeExecutionData[] {
	if (outcome === undefined) return [];
	if ('error' in outcome) return [failedItem(outcome.error, itemIndex)];
	return outcome.items.map((item) => ({ ...item, pairedItem: { item: itemIndex } }));
}
