import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { asOptions, choiceField, readFields, timeField } from '../../shared/actions/fields';
import { collection } from '../../shared/actions/properties';
import { choiceList, decidingText, optionalTime } from '../../shared/actions/reading';
import {
	areOlder,
	askedRows,
	isSimplified,
	lacks,
	namesAnother,
	rowReducer,
} from '../../shared/actions/rows';
import { number, text, time } from '../../shared/event/fields';
import { entryOf, entryOfWord } from '../../shared/event/table';
import { jobMojitoRow, type JobMojitoRow } from '../answers';
import { keyOf } from '../api';
import { listResults } from '../api/results';
import { FAILURES } from '../normalize';
import { decisionOf } from '../normalizeAnswer';
import { merchantField, optionalInterviewParameter, searchField } from '../parameters';
import { anotherInterview } from './interviewIds';

const STEPS_IN_WORDS = { interview: 'Interview', 'pre-screening': 'Pre-Screening' };

const STEPS = Object.keys(STEPS_IN_WORDS);

const filters = [
	timeField({
		displayName: 'Changed Since',
		name: 'changedSince',
		description: "Only results that changed at this time or later. In the workflow's time zone.",
	}),
	searchField,
	choiceField({ displayName: 'Step', name: 'step' }, STEPS_IN_WORDS),
	choiceField(
		{ displayName: 'Tab', name: 'tab', description: 'The list in JobMojito that the results are on' },
		{
			undecided: 'Undecided',
			'archived-interview': 'Archived',
			completed: 'Completed',
			'decided-rejected': 'Rejected',
			'decided-selected': 'Selected',
			incomplete: 'Incomplete',
			shortlist: 'Shortlist',
		},
	),
	merchantField,
];

const TYPES_IN_WORDS = { assessment: 'Assessment', interview: 'Interview', persona_interview: 'Role-Play' };

const TYPES = Object.keys(TYPES_IN_WORDS);

/** Which results a list is of. */
export const resultParameters: INodeProperties[] = [
	optionalInterviewParameter,
	{
		displayName: 'Types',
		name: 'types',
		type: 'multiOptions',
		default: ['interview'],
		options: asOptions(TYPES_IN_WORDS),
		description: 'What kinds of results to get. Each takes a separate call.',
	},
];

/** What lists of results can be narrowed down by. */
export const resultFilters = collection('Filters', filters);

/**
 * The results that the filters ask for, the last changed first, whatever their type. The API has no filter by
 * time: the order allows stopping where rows are older, so no page beyond them is read.
 *
 * @throws NodeOperationError naming the parameter that cannot be read
 */
export async function* wantedResults(
	context: IExecuteFunctions,
	itemIndex: number,
): AsyncGenerator<IDataObject> {
	const known = filters.filter(({ name }) => name !== 'changedSince');
	const sent = readFields(context, itemIndex, { collection: 'filters', known });
	const oldest = optionalTime(context, itemIndex, 'filters.changedSince', 'Changed Since') ?? -Infinity;
	const interviewId = decidingText(context, itemIndex, 'interview', 'Interview');
	const query = interviewId === '' ? sent : { ...sent, interview_id: interviewId };
	const isEnough = (page: IDataObject[]) => areOlder(page, oldest, changedAt);
	const lists = wantedTypes(context, itemIndex).map((type) =>
		askedRows(
			listResults(context, { ...query, type }, { isEnough }),
			(row) => changedAt(row) < oldest || contradicts(row, { ...query, type }),
		),
	);
	yield* newestFirst(lists);
}

type Says = (row: JobMojitoRow) => boolean;

const isDecided: Says = (row) => typeof decisionOf(row) === 'boolean';

const isUndecided: Says = ({ decision_status: word }) => isWord(word, ['undecided']);

/** What no row of a tab says of itself. What else belongs on a tab is not published. */
const FOREIGN_TO_TAB: Record<string, Says> = {
	'archived-interview': ({ status }) => isWord(status, ['active', 'draft']),
	completed: ({ coach_status: ending }) => entryOfWord(FAILURES, ending) !== undefined,
	'decided-rejected': (row) => decisionOf(row) === true || isUndecided(row),
	'decided-selected': (row) => decisionOf(row) === false || isUndecided(row),
	// Who never finished may be rejected.
	incomplete: (row) => decisionOf(row) === true,
	shortlist: ({ recruiter_shortlist: isShortlisted }) => isShortlisted === false,
	undecided: isDecided,
};

function contradicts(
	row: IDataObject,
	{ interview_id, type, tab, step, filter_text: searched }: IDataObject,
): boolean {
	const result = jobMojitoRow(row);
	const isForeign = entryOf(FOREIGN_TO_TAB, text(tab))?.(result) ?? false;
	const isOfAnotherType = isWord(row.type, TYPES) && namesAnother(text(row.type), text(type));
	const isOfAnotherStep =
		isWord(row.position_step, STEPS) && namesAnother(text(row.position_step), text(step));
	const isOfAnotherInterview = anotherInterview(row, text(interview_id), ['definition_id']) !== undefined;
	const isSomebodyElse = lacks(row, ['candidate_name', 'candidate_email'], text(searched) ?? '');
	return isForeign || isOfAnotherType || isOfAnotherStep || isOfAnotherInterview || isSomebodyElse;
}

const isWord = (value: unknown, words: string[]): boolean => words.includes(text(value)?.toLowerCase() ?? '');

function wantedTypes(context: IExecuteFunctions, itemIndex: number): string[] {
	const types = choiceList(context, itemIndex, 'types', 'Types', TYPES);
	if (types.length > 0) return types;
	throw new NodeOperationError(context.getNode(), 'Types is empty', {
		itemIndex,
		description: 'Select at least one type of result.',
	});
}

/** Lists that are each in the order of their last change, as one in that order; what is in several of them comes once. */
async function* newestFirst(lists: Array<AsyncGenerator<IDataObject>>): AsyncGenerator<IDataObject> {
	const known = new Set<string>();
	const heads: Array<{ list: AsyncGenerator<IDataObject>; row: IDataObject }> = [];
	const advance = async (rows: AsyncGenerator<IDataObject>) => {
		const { value, done } = await rows.next();
		if (!done) heads.push({ list: rows, row: value });
	};
	for (const rows of lists) await advance(rows);
	while (heads.length > 0) {
		heads.sort((one, other) => changedAt(other.row) - changedAt(one.row));
		const [{ list: rows, row }] = heads.splice(0, 1);
		if (!known.has(keyOf(row))) yield row;
		known.add(keyOf(row));
		await advance(rows);
	}
}

/** Epoch milliseconds; a row without a time, or without its zone, counts as just changed: it is never missed. */
function changedAt({ updated_at }: IDataObject): number {
	const changed = time(updated_at);
	return changed === null ? Infinity : Date.parse(changed);
}

/** What reduces a result to these columns; `duration_seconds` is made of the vendor's deciseconds. */
export function resultReducer(
	context: IExecuteFunctions,
	itemIndex: number,
	columns: readonly string[],
): (result: IDataObject) => IDataObject {
	const shown = rowReducer(context, itemIndex, columns);
	if (!isSimplified(context, itemIndex)) return shown;
	return (result) => shown({ ...result, duration_seconds: asSeconds(result.duration_ds ?? result.duration) });
}

function asSeconds(deciseconds: unknown): number | null {
	const length = number(deciseconds);
	return length === null ? null : length / 10;
}
