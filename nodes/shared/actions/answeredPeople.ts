import type { IDataObject } from 'n8n-workflow';

import { identifier, isNothing, isObject, number, time } from '../event/fields';
import { folded, presentText, textsIn } from '../event/text';
import { namesWhatWasMade } from '../http/made';
import type { Sent } from './operation';
import { namesAnother, wordsOf } from './rows';

/** What a row may repeat of a person, compared without case. */
const ECHOED = ['email', 'external_id'];

/**
 * Whether a row of an answer is about somebody else than a person who was sent: it has another address or name, or another
 * value of something in `metadata`, or in any place what one of the others was sent with. A name may be in another order, or
 * shorter.
 *
 * @param all who were sent in the same call
 */
export function isOfSomebodyElse(row: IDataObject, person: IDataObject, all: IDataObject[]): boolean {
	const places = [row, row.candidate].filter(isObject) as IDataObject[];
	return (
		isOfAnother(row, person, all) ||
		places.some(
			(place) =>
				isOtherName(place.name, person.name) ||
				ECHOED.some((name) => isAnother(place[name], person[name])) ||
				hasOtherValues(place.metadata, person.metadata),
		)
	);
}

const isAnother = (came: unknown, sent: unknown): boolean => namesAnother(identifier(came), identifier(sent));

function isOtherName(came: unknown, sent: unknown): boolean {
	const [name, own] = [came, sent].map((value) => wordsOf(presentText(value) ?? ''));
	return !name.every((word) => own.includes(word)) && !own.every((word) => name.includes(word));
}

/**
 * Whether a row has, under whatever name, the address or the name of another person, and not this one's. What this person was
 * sent with may name somebody: a manager who is a candidate, too.
 */
function isOfAnother(row: IDataObject, person: IDataObject, all: IDataObject[]): boolean {
	const texts = textsIn(row).map(folded);
	const own = textsIn(person).map(folded);
	return ['email', 'name'].some(
		(name) =>
			!texts.includes(folded(person[name])) &&
			all
				.map((one) => folded(one[name]))
				.some((one) => one !== '' && !own.includes(one) && texts.includes(one)),
	);
}

function hasOtherValues(came: unknown, sent: unknown): boolean {
	if (!isObject(came) || !isObject(sent)) return false;
	return Object.entries(sent).some(
		([key, value]) =>
			isAnother(came[key], value) && ![number, time].some((read) => isSame(read, came[key], value)),
	);
}

/** A number or a time in another notation. */
const isSame = (read: (value: unknown) => unknown, came: unknown, sent: unknown): boolean =>
	read(came) !== null && read(came) === read(sent);

/**
 * Whether several people were answered with what only one of them can have, such as an interview or the link into it: then
 * nobody knows whose it is.
 */
export function isShared(own: unknown, all: unknown[]): boolean {
	return !isNothing(own) && all.filter((one) => one === own).length > 1;
}

/**
 * What becomes of a person who was refused in the vendor's words: where the row also has what was made for them, nobody knows.
 *
 * @param refusal without the person
 */
export function refusedPerson(
	refusal: string,
	row: IDataObject | undefined,
	person: IDataObject,
	vendorName: string,
): Extract<Sent, { refusal: string }> {
	if (!namesWhatWasMade(row, person)) return { refusal };
	return {
		refusal: `${refusal}; ${vendorName} may have taken this person all the same: look there before you send this person again`,
		isUnclear: true,
	};
}
