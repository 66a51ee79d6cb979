import type { IDataObject, IExecuteFunctions, NodeError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Operation, Sent, Share } from '../../../shared/actions/operation';
import { optionalChoice, optionalJson, requiredFlag, requiredText } from '../../../shared/actions/reading';
import { identifier, isObject } from '../../../shared/event/fields';
import { presentText } from '../../../shared/event/text';
import { aList, anObject } from '../../../shared/http/expected';
import { asSaid } from '../../../shared/http/vendorMessage';
import { heyMiloApi, writeOnce } from '../../api';
import { postingParameter } from '../../parameters';
import { candidateProperties, readCandidate, readEntry, type NewCandidate } from './newCandidate';

const onlyForItems = candidateProperties.map((property) => ({
	...property,
	displayOptions: { show: { source: ['items'] } },
}));

export const addMany: Operation = {
	value: 'addMany',
	name: 'Add Many',
	action: 'Add many candidates',
	description:
		'Add people to a posting, up to 100 in one call. HeyMilo contacts each of them: by email, and by SMS where the posting does so.',
	effect: 'writeOnce',
	// HeyMilo names no limit.
	callSize: 100,
	done: 'added',
	identity: {
		field: 'Email',
		of: ({ postingId }, person) => JSON.stringify([postingId, addressOf(person.email)]),
	},
	properties: [
		postingParameter,
		{
			displayName: 'Candidates From',
			name: 'source',
			type: 'options',
			default: 'items',
			options: [
				{ name: 'Input Items', value: 'items', description: 'Each input item is one candidate' },
				{ name: 'JSON List', value: 'list', description: 'Each input item brings a list of candidates' },
			],
		},
		...onlyForItems,
		{
			displayName: 'Candidate List',
			name: 'list',
			type: 'json',
			required: true,
			default: '[{ "name": "Ada Example", "email": "ada@example.com" }]',
			displayOptions: { show: { source: ['list'] } },
			description:
				'A list of objects with name and email, and optionally phone_number, metadata and data of your own',
		},
		{
			displayName: 'Process in Background',
			name: 'inBackground',
			type: 'boolean',
			default: false,
			description:
				'Whether HeyMilo should only queue the candidates. The response then has no interview IDs, and HeyMilo offers no way to ask for them later.',
		},
	],
	read: (context, itemIndex): Share => ({
		settings: {
			postingId: requiredText(context, itemIndex, 'postingId', 'Posting'),
			inBackground: requiredFlag(context, itemIndex, 'inBackground', 'Process in Background'),
		},
		people:
			optionalChoice(context, itemIndex, 'source', 'Candidates From', ['items', 'list']) === 'list'
				? readList(context, itemIndex)
				: [{ person: readCandidate(context, itemIndex) }],
	}),
	send: async (context, { postingId, inBackground }, people) => {
		const path = `/api/v2/postings/${encodeURIComponent(String(postingId))}/candidates/bulk`;
		const candidates = people as NewCandidate[];
		if (inBackground === true) {
			const queued = await writeOnce(context, `${path}/async`, anObject('ingestion_id'), { data: people });
			return candidates.map(({ name, email }) => ({ json: { name, email, ...queued } }));
		}
		return paired(
			candidates,
			withoutSharedInterviews(await writeOnce(context, path, aList(), { data: people })),
		);
	},
};

/** @throws NodeOperationError for what is no list; an entry that cannot be sent is a fault of its own */
function readList(context: IExecuteFunctions, itemIndex: number): Share['people'] {
	const list = optionalJson<unknown[]>(context, itemIndex, 'list', 'Candidate List', 'list') ?? [];
	if (list.length === 0) {
		throw new NodeOperationError(context.getNode(), 'Candidate List is empty', {
			itemIndex,
			description: 'Write each candidate like { "name": "Ada Example", "email": "ada@example.com" }.',
		});
	}
	return list.map((entry, index) => {
		try {
			return { person: readEntry(context, itemIndex, entry, index + 1) };
		} catch (error) {
			return { fault: error as NodeError };
		}
	});
}

const addressOf = (email: unknown): string | undefined => presentText(email)?.toLowerCase();

/** The answer names nobody: results are found by our own id, which it echoes, else by their place. */
function paired(candidates: NewCandidate[], added: IDataObject[]): Sent[] {
	const ids = candidates.map(({ metadata }) => metadata?.external_id);
	const byId = new Map(added.map((row) => [externalIdOf(row), row]));
	const areTold = !ids.includes(undefined) && new Set(ids).size === ids.length;
	const isNamed = areTold && byId.size === added.length && [...byId.keys()].every((id) => ids.includes(id));
	if (isNamed && added.length > 0) {
		return candidates.map((one, index) => resultOf(one, byId.get(ids[index]), 'external_id'));
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

/** Two people have no interview in common: who has it, nobody knows. */
function withoutSharedInterviews(added: IDataObject[]): IDataObject[] {
	const ids = added.map(({ interview_id }) => interview_id);
	return added.map(({ interview_id, ...row }) =>
		ids.filter((id) => id === interview_id).length > 1 ? row : { ...row, interview_id },
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
	if (row?.interview_id) {
		const { interview_id, interview_url = null, metadata = null } = row;
		return { json: { name, email, interview_id, interview_url, metadata, paired_by: pairedBy } };
	}
	const said = asSaid(heyMiloApi.vendorName, row, candidate);
	if (said !== null) return { refusal: said.message };
	return { refusal: 'HeyMilo did not confirm that it added this person', isUnclear: true };
}
