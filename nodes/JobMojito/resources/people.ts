import type { IDataObject } from 'n8n-workflow';

import type { PeopleOperation, Sent } from '../../shared/actions/operation';
import { isOfSomebodyElse, isShared, refusedPerson } from '../../shared/actions/answeredPeople';
import { flag, isNothing } from '../../shared/event/fields';
import { folded } from '../../shared/event/text';
import { another, type Check } from '../../shared/http/agreeing';
import { aList, eitherOf, mapped, under, type Expected } from '../../shared/http/expected';
import { hidePeople } from '../../shared/http/hidePeople';

/** No maximum is documented: few enough to be answered in time, since each may get an email. */
export const PEOPLE_PER_CALL = 50;

/** The same person twice for the same interview, or in the same role, would get two emails. */
export const oncePerInterview: PeopleOperation['identity'] = {
	field: 'Email',
	of: (settings, person) =>
		JSON.stringify([
			settings.merchant_id,
			settings.interview_id ?? person.interview_id,
			person.type,
			folded(person.email),
		]),
};

/**
 * The answer of a call with people in it: a row for each, in the order of the people. The HTTP status is 200 even when
 * every row failed. Older documents have the rows under `results`.
 */
export function aRowForEach(people: IDataObject[]): Expected<IDataObject[]> {
	const rows = eitherOf(aList(), under('results', aList()));
	return {
		...mapped(rows, (found) => inOrderOf(people, found)),
		inWords: 'a list with a row for each person, each with result',
	};
}

/**
 * Documented is that the answer mirrors what was sent. A row has a link that lets one person in, though, so its address
 * counts for more than its place.
 */
function inOrderOf(people: IDataObject[], rows: IDataObject[]): IDataObject[] | undefined {
	if (rows.length !== people.length || !rows.every(({ result }) => typeof result === 'string')) {
		return undefined;
	}
	const left = [...rows];
	const ordered = people.map(({ email }) => {
		const place = left.findIndex((row) => folded(row.email) === folded(email));
		return place === -1 ? undefined : left.splice(place, 1)[0];
	});
	for (const [place, row] of ordered.entries()) {
		const atPlace = rows[place];
		if (row !== undefined || !left.includes(atPlace) || !isNothing(atPlace.email)) continue;
		if (!isOfSomebodyElse(atPlace, people[place], people)) ordered[place] = atPlace;
	}
	return ordered.every((row) => row !== undefined) ? ordered.map(withoutShared) : undefined;
}

/** A link lets one person in: where several have it, nobody knows whose it is. */
function withoutShared(row: IDataObject, _: number, rows: IDataObject[]): IDataObject {
	const { interview_url: own, ...rest } = row;
	const links = rows.map(({ interview_url }) => interview_url);
	return isShared(own, links)
		? { ...rest, interview_url: null, error: 'several people were answered with one link' }
		: row;
}

/** That an answer about one candidate names nobody else: with a link of somebody else, one gets into their interview. */
export const ofCandidate =
	(email: string): Check<IDataObject> =>
	({ candidate_email: came }) =>
		isNothing(came) || folded(came) === folded(email)
			? undefined
			: another('candidate_email', email, String(came));

/** The words of both calls for a person who was taken, in lower case. */
const TAKEN = ['ok', 'invited', 'activated', 'submerchantadded', 'coachingaccessadded', 'skipped'];

/** In a word that is not documented, what says that something was not done, although there is a link. */
const UNKIND =
	/fail|invalid|error|denied|reject|refus|exceed|not\b|n't\b|\bno\b|unable|block|limit|quota|credit|expired|duplicate|missing|required/i;

/** A row that says both that the person was taken and that it was not. */
function denied({ error }: IDataObject, person: IDataObject): Sent {
	const reason = typeof error === 'string' ? error : 'no reason given';
	return {
		refusal: `JobMojito says that it took this person, and also that it did not: ${hidePeople(reason, person)}`,
		description: `The email is ${String(person.email)}. Look in JobMojito before you send this person again.`,
		isUnclear: true,
	};
}

/**
 * What became of a person: a row whose `result` begins with "Error" is a refusal. With another word that is not
 * documented, only a link of the person's own says that they were taken.
 */
export function sentOf(row: IDataObject, person: IDataObject): Sent {
	const result = String(row.result).trim();
	const isDenied = flag(row.success) === false || !isNothing(row.error);
	if (TAKEN.includes(result.toLowerCase())) return isDenied ? denied(row, person) : { json: row };
	const isRefused = /^error\b/i.test(result);
	if (!isRefused && !isDenied && !isNothing(row.interview_url) && !UNKIND.test(result)) return { json: row };
	if (!isRefused) {
		return {
			refusal: `JobMojito says: ${hidePeople(result, person)}, which this node does not know; look in JobMojito before you send this person again`,
			description: `The email is ${String(person.email)}.`,
			isUnclear: true,
		};
	}
	const reason = result.replace(/^error:?\s*/i, '').replace(/\.$/, '') || 'no reason given';
	return {
		...refusedPerson(`JobMojito says: ${hidePeople(reason, person)}`, row, person, 'JobMojito'),
		description: `The email is ${String(person.email)}.`,
	};
}
