import type { IDataObject } from 'n8n-workflow';

import { switchField } from '../../../shared/actions/fields';
import type { Operation, Sent, Share } from '../../../shared/actions/operation';
import {
	candidateListParameter,
	emailParameter,
	forItems,
	nameParameter,
	readCandidates,
	sourceParameter,
} from '../../../shared/actions/peopleSource';
import { requiredFlag } from '../../../shared/actions/reading';
import { isOfSomebodyElse, isShared, refusedPerson } from '../../../shared/actions/answeredPeople';
import { namesAnother } from '../../../shared/actions/rows';
import { identifier, isObject } from '../../../shared/event/fields';
import { folded } from '../../../shared/event/text';
import { agreeing, isRefused, notRefused } from '../../../shared/http/agreeing';
import { aList, anObject } from '../../../shared/http/expected';
import { namedErrorIn } from '../../../shared/http/outcome';
import { asSaid } from '../../../shared/http/vendorMessage';
import { heyMiloApi, writeOnce } from '../../api';
import { postingPath } from '../../api/postings';
import { postingParameter, wantedPosting } from '../../parameters';
import { additionalFields, listEntries, readCandidate, type NewCandidate } from './newCandidate';

const queue = agreeing(anObject('ingestion_id'), notRefused);

export const addMany: Operation = {
	value: 'addMany',
	name: 'Add Many',
	action: 'Add many candidates',
	description:
		'Add people to a posting, up to 100 in one call. HeyMilo contacts each of them: by email, and by SMS if the posting does.',
	// HeyMilo documents no limit.
	callSize: 100,
	done: 'added',
	identity: {
		field: 'Email',
		of: ({ postingId }, person) => JSON.stringify([postingId, folded(person.email)]),
	},
	properties: [
		postingParameter,
		sourceParameter,
		forItems(nameParameter),
		forItems(emailParameter),
		candidateListParameter(
			'A list of objects with name and email, and optionally phone_number, metadata and data of your own',
		),
		switchField({
			displayName: 'Process in Background',
			name: 'inBackground',
			description:
				'Whether HeyMilo should only queue the candidates. The response then has no interview IDs and does not say who was added: check later with Candidate: Get Many.',
		}),
		forItems(additionalFields),
	],
	read: (context, itemIndex): Share => ({
		settings: {
			postingId: wantedPosting(context, itemIndex),
			inBackground: requiredFlag(context, itemIndex, 'inBackground', 'Process in Background'),
		},
		people: readCandidates(context, itemIndex, () => readCandidate(context, itemIndex), listEntries),
	}),
	send: async (context, { postingId, inBackground }, people) => {
		const path = postingPath(String(postingId), '/candidates/bulk');
		const candidates = people as NewCandidate[];
		if (inBackground === true) {
			const queued = await writeOnce(context, `${path}/async`, queue, { data: people });
			return candidates.map(({ name, email }) => ({ json: { name, email, ...queued } }));
		}
		const added = await writeOnce(context, path, aList(), { data: people });
		return paired(candidates, withoutOthers(added, String(postingId)));
	},
};

/**
 * The answer names nobody: results are found by our own id, which it echoes, else by their place; where a place has what was
 * sent of somebody else, by what they say of the people, if that leaves each person one.
 */
function paired(candidates: NewCandidate[], added: IDataObject[]): Sent[] {
	const ids = candidates.map(({ metadata }) => metadata?.external_id);
	const byId = new Map(added.map((row) => [externalIdOf(row), row]));
	const areTold = !ids.includes(undefined) && new Set(ids).size === ids.length;
	const isNamed = areTold && byId.size === added.length && [...byId.keys()].every((id) => ids.includes(id));
	if (isNamed && added.length > 0) {
		return candidates.map((one, index) => {
			const row = byId.get(ids[index]);
			return resultOf(one, row && mayBeOf(row, one, candidates) ? row : undefined, 'external_id');
		});
	}
	const isComplete = added.length === candidates.length;
	if (isComplete && added.every((row, index) => mayBeOf(row, candidates[index], candidates)))
		return candidates.map((one, index) => resultOf(one, added[index], 'position'));
	const own = candidates.map((one) => added.filter((row) => mayBeOf(row, one, candidates)));
	const isTold = own.every((rows) => rows.length === 1) && new Set(own.flat()).size === candidates.length;
	return candidates.map((one, index) => resultOf(one, isTold ? own[index][0] : undefined, 'candidate'));
}

const mayBeOf = (row: IDataObject, one: NewCandidate, all: NewCandidate[]): boolean =>
	!isOfSomebodyElse(row, { ...one }, all as IDataObject[]);

/** Two people have neither an interview nor its link in common, and one of another posting is not theirs: whose it is, nobody knows. */
function withoutOthers(added: IDataObject[], postingId: string): IDataObject[] {
	const ofAll = (name: string) => added.map(({ [name]: value }) => value);
	const [ids, links] = [ofAll('interview_id'), ofAll('interview_url')];
	const isOthers = (row: IDataObject) =>
		isShared(row.interview_id, ids) ||
		isShared(row.interview_url, links) ||
		namesAnother(identifier(row.posting_id), postingId);
	return added.map((row) => (isOthers(row) ? { ...row, interview_id: undefined } : row));
}

function externalIdOf({ metadata }: IDataObject): string | undefined {
	return isObject(metadata) ? (identifier(metadata.external_id) ?? undefined) : undefined;
}

function resultOf(
	candidate: NewCandidate,
	row: IDataObject | undefined,
	pairedBy: 'external_id' | 'position' | 'candidate',
): Sent {
	const { name, email } = candidate;
	if (row?.interview_id && !isRefused(row) && namedErrorIn(row) === undefined) {
		const { interview_id, interview_url = null, metadata = null } = row;
		return { json: { name, email, interview_id, interview_url, metadata, paired_by: pairedBy } };
	}
	const said = asSaid(heyMiloApi.vendorName, row, candidate);
	if (said !== null) return refusedPerson(said.message, row, { ...candidate }, heyMiloApi.vendorName);
	return { refusal: 'HeyMilo did not confirm that it added this person', isUnclear: true };
}
