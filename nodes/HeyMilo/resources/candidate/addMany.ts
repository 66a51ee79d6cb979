import type { IDataObject } from 'n8n-workflow';

import type { Operation, Sent, Share } from '../../../shared/actions/operation';
import {
	candidateListParameter,
	forItems,
	readCandidates,
	sourceParameter,
} from '../../../shared/actions/peopleSource';
import { requiredFlag, requiredText } from '../../../shared/actions/reading';
import { isShared, namesAnother } from '../../../shared/actions/rows';
import { identifier, isObject } from '../../../shared/event/fields';
import { presentText } from '../../../shared/event/text';
import { agreeing, isRefused, notRefused } from '../../../shared/http/agreeing';
import { aList, anObject } from '../../../shared/http/expected';
import { namedErrorIn } from '../../../shared/http/outcome';
import { asSaid } from '../../../shared/http/vendorMessage';
import { heyMiloApi, writeOnce } from '../../api';
import { postingParameter } from '../../parameters';
import {
	additionalFields,
	personParameters,
	readCandidate,
	readEntry,
	type NewCandidate,
} from './newCandidate';

const queue = agreeing(anObject('ingestion_id'), notRefused);

export const addMany: Operation = {
	value: 'addMany',
	name: 'Add Many',
	action: 'Add many candidates',
	description:
		'Add people to a posting, up to 100 in one call. HeyMilo contacts each of them: by email, and by SMS if the posting does.',
	effect: 'writeOnce',
	// HeyMilo documents no limit.
	callSize: 100,
	done: 'added',
	identity: {
		field: 'Email',
		of: ({ postingId }, person) => JSON.stringify([postingId, addressOf(person.email)]),
	},
	properties: [
		postingParameter,
		sourceParameter,
		...personParameters.map(forItems),
		candidateListParameter(
			'A list of objects with name and email, and optionally phone_number, metadata and data of your own',
		),
		{
			displayName: 'Process in Background',
			name: 'inBackground',
			type: 'boolean',
			default: false,
			description:
				'Whether HeyMilo should only queue the candidates. The response then has no interview IDs, and HeyMilo offers no way to ask for them later.',
		},
		forItems(additionalFields),
	],
	read: (context, itemIndex): Share => ({
		settings: {
			postingId: requiredText(context, itemIndex, 'postingId', 'Posting'),
			inBackground: requiredFlag(context, itemIndex, 'inBackground', 'Process in Background'),
		},
		people: readCandidates(
			context,
			itemIndex,
			() => readCandidate(context, itemIndex),
			(entry, place) => readEntry(context, itemIndex, entry, place),
		),
	}),
	send: async (context, { postingId, inBackground }, people) => {
		const path = `/api/v2/postings/${encodeURIComponent(String(postingId))}/candidates/bulk`;
		const candidates = people as NewCandidate[];
		if (inBackground === true) {
			const queued = await writeOnce(context, `${path}/async`, queue, { data: people });
			return candidates.map(({ name, email }) => ({ json: { name, email, ...queued } }));
		}
		return paired(
			candidates,
			withoutSharedInterviews(await writeOnce(context, path, aList(), { data: people })),
		);
	},
};

const addressOf = (email: unknown): string | undefined => presentText(email)?.toLowerCase();

/** The answer names nobody: results are found by our own id, which it echoes, else by their place. */
function paired(candidates: NewCandidate[], added: IDataObject[]): Sent[] {
	const ids = candidates.map(({ metadata }) => metadata?.external_id);
	const byId = new Map(added.map((row) => [externalIdOf(row), row]));
	const areTold = !ids.includes(undefined) && new Set(ids).size === ids.length;
	const isNamed = areTold && byId.size === added.length && [...byId.keys()].every((id) => ids.includes(id));
	if (isNamed && added.length > 0) {
		return candidates.map((one, index) => {
			const row = byId.get(ids[index]);
			const isOther = namesAnother(addressOf(row?.email), addressOf(one.email));
			return resultOf(one, isOther ? undefined : row, 'external_id');
		});
	}
	const isComplete = added.length === candidates.length;
	// A row with another id or address is somebody else's: then the places are not to be trusted at all.
	const fits = added.every(
		(row, index) =>
			[undefined, ids[index]].includes(externalIdOf(row)) &&
			[undefined, addressOf(candidates[index]?.email)].includes(addressOf(row.email)),
	);
	return candidates.map((one, index) =>
		resultOf(one, isComplete && fits ? added[index] : undefined, 'position'),
	);
}

/** Two people have neither an interview nor its link in common: who has it, nobody knows. */
function withoutSharedInterviews(added: IDataObject[]): IDataObject[] {
	const ofAll = (name: string) => added.map(({ [name]: value }) => value);
	const [ids, links] = [ofAll('interview_id'), ofAll('interview_url')];
	return added.map((row) =>
		isShared(row.interview_id, ids) || isShared(row.interview_url, links)
			? { ...row, interview_id: undefined }
			: row,
	);
}

function externalIdOf({ metadata }: IDataObject): string | undefined {
	return isObject(metadata) ? (identifier(metadata.external_id) ?? undefined) : undefined;
}

function resultOf(
	candidate: NewCandidate,
	row: IDataObject | undefined,
	pairedBy: 'external_id' | 'position',
): Sent {
	const { name, email } = candidate;
	if (row?.interview_id && !isRefused(row) && namedErrorIn(row) === undefined) {
		const { interview_id, interview_url = null, metadata = null } = row;
		return { json: { name, email, interview_id, interview_url, metadata, paired_by: pairedBy } };
	}
	const said = asSaid(heyMiloApi.vendorName, row, candidate);
	if (said !== null) return { refusal: said.message };
	return { refusal: 'HeyMilo did not confirm that it added this person', isUnclear: true };
}
