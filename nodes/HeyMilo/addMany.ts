import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { callV2 } from './api';
import { readCandidate, type NewCandidate } from './newCandidates';
import { postingPath } from './parameters';

/** Candidates in one call; HeyMilo names no limit. */
const BATCH_SIZE = 100;

interface Added extends IDataObject {
	interview_id: string;
	interview_url: string;
	metadata: IDataObject | null;
}

/**
 * Adds candidates in as few calls as possible, and gives what became of each, in their order.
 *
 * @param path of the posting's candidates
 * @throws NodeOperationError saying how many were added before
 */
export async function addAll(
	context: IExecuteFunctions,
	path: string,
	candidates: NewCandidate[],
	inBackground: boolean,
): Promise<IDataObject[]> {
	const results: IDataObject[] = [];
	for (let start = 0; start < candidates.length; start += BATCH_SIZE) {
		const batch = candidates.slice(start, start + BATCH_SIZE);
		try {
			results.push(...(await addBatch(context, path, batch, inBackground)));
		} catch (error) {
			throw partlyDone(context, error as NodeOperationError, start);
		}
	}
	return results;
}

async function addBatch(
	context: IExecuteFunctions,
	path: string,
	batch: NewCandidate[],
	inBackground: boolean,
): Promise<IDataObject[]> {
	const endpoint = `${path}/bulk${inBackground ? '/async' : ''}`;
	// Never sent twice: people would be contacted twice.
	const answer = await callV2<Added[] | IDataObject>(
		context,
		'POST',
		endpoint,
		{ data: batch as unknown as IDataObject[] },
		false,
	);
	if (Array.isArray(answer)) return paired(batch, answer);
	return batch.map(({ name, email }) => ({ name, email, ...answer }));
}

/** The answer names nobody: results are found by our own id, which it echoes, else by their place. */
function paired(batch: NewCandidate[], added: Added[]): IDataObject[] {
	const ids = batch.map(({ metadata }) => metadata?.external_id);
	const byId = new Map(added.map((one) => [one.metadata?.external_id, one]));
	const isNamed = ids.every((id) => id !== undefined && byId.has(id)) && new Set(ids).size === batch.length;
	const isComplete = added.length === batch.length;
	return batch.map(({ name, email }, index) => {
		const result = isNamed ? byId.get(ids[index]) : isComplete ? added[index] : undefined;
		return {
			name,
			email,
			interview_id: result?.interview_id ?? null,
			interview_url: result?.interview_url ?? null,
			metadata: result?.metadata ?? null,
			paired_by: isNamed ? 'external_id' : isComplete ? 'position' : null,
		};
	});
}

type Result = () => Promise<IDataObject>;

/** The results of the input items of a run: they are sent together, and asked for one by one. */
const runs = new WeakMap<IExecuteFunctions, Map<number, Result>>();

/**
 * The result for one input item; the first item of a call that is asked for sends the call.
 *
 * @throws NodeOperationError when its candidate is incomplete, or its call was refused
 */
export async function resultOfItem(context: IExecuteFunctions, itemIndex: number): Promise<IDataObject> {
	const results = runs.get(context) ?? planRun(context);
	runs.set(context, results);
	return (await results.get(itemIndex)?.()) ?? {};
}

interface Planned {
	index: number;
	candidate: NewCandidate;
}

/** Everything is read before anything is sent, so that an empty field in the last item adds nobody. */
function planRun(context: IExecuteFunctions): Map<number, Result> {
	const results = new Map<number, Result>();
	const byPosting = new Map<string, Planned[]>();
	for (const index of context.getInputData().keys()) {
		try {
			const path = postingPath(context, index, '/candidates');
			const planned = { index, candidate: readCandidate(context, index) };
			byPosting.set(path, [...(byPosting.get(path) ?? []), planned]);
		} catch (error) {
			const refusal = refusalOfItem(context, index, error as NodeOperationError);
			if (!context.continueOnFail()) throw refusal;
			results.set(index, async () => await Promise.reject(refusal));
		}
	}
	const progress = { added: 0 };
	for (const [path, planned] of byPosting) {
		for (let start = 0; start < planned.length; start += BATCH_SIZE) {
			planCall(context, path, planned.slice(start, start + BATCH_SIZE), progress, results);
		}
	}
	return results;
}

function refusalOfItem(
	context: IExecuteFunctions,
	index: number,
	error: NodeOperationError,
): NodeOperationError {
	return new NodeOperationError(context.getNode(), `${error.message} (input item ${index + 1})`, {
		itemIndex: index,
		description: `${error.description ?? ''} The candidate was not added.`.trim(),
	});
}

function planCall(
	context: IExecuteFunctions,
	path: string,
	planned: Planned[],
	progress: { added: number },
	results: Map<number, Result>,
): void {
	const candidates = planned.map(({ candidate }) => candidate);
	const inBackground = context.getNodeParameter('inBackground', planned[0].index, false) === true;
	const send = async () => {
		try {
			const answers = await addBatch(context, path, candidates, inBackground);
			progress.added += answers.length;
			return answers;
		} catch (error) {
			throw partlyDone(context, error as NodeOperationError, progress.added);
		}
	};
	let sent: Promise<IDataObject[]> | undefined;
	for (const [place, { index }] of planned.entries()) {
		results.set(index, async () => (await (sent ??= send()))[place]);
	}
}

/** A refusal of one call, with what earlier calls have done: they cannot be taken back. */
function partlyDone(
	context: IExecuteFunctions,
	{ message, description }: NodeOperationError,
	added: number,
): NodeOperationError {
	const done = added === 0 ? '' : `. ${added} candidates were added before, and stay added`;
	return new NodeOperationError(context.getNode(), `${message}${done}`, {
		description: description ?? undefined,
	});
}
