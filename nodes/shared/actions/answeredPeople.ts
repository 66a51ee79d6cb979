import type { IDataObject } from 'n8n-workflow';

import { identifier, isNothing, isObject } from '../event/fields';
import { presentText } from '../event/text';
import { namesAnother, wordsOf } from './rows';

/** What a row may repeat of a person, compared without case. */
const ECHOED = ['email', 'external_id'];

/**
 * Whether a row of an answer is about somebody else than a person who was sent: it has another address or name, or another
 * value of something in `metadata`. A name may be in another order, or shorter.
 */
export function isOfSomebodyElse(row: IDataObject, person: IDataObject): boolean {
	const places = [row, row.candidate].filter(isObject) as IDataObject[];
	return places.some(
		(place) =>
			isOtherName(place.name, person.name) ||
			ECHOED.some((name) => isAnother(place[name], person[name])) ||
			hasOtherValues(place.metadata, person.metadata),
	);
}

const isAnother = (came: unknown, sent: unknown): boolean => namesAnother(identifier(came), identifier(sent));

function isOtherName(came: unknown, sent: unknown): boolean {
	const [name, own] = [came, sent].map((value) => wordsOf(presentText(value) ?? ''));
	return !name.every((word) => own.includes(word)) && !own.every((word) => name.includes(word));
}

function hasOtherValues(came: unknown, sent: unknown): boolean {
	if (!isObject(came) || !isObject(sent)) return false;
	return Object.entries(sent).some(([key, value]) => isAnother(came[key], value));
}

/**
 * Whether several people were answered with what only one of them can have, such as an interview or the link into it: then
 * nobody knows whose it is.
 */
export function isShared(own: unknown, all: unknown[]): boolean {
	return !isNothing(own) && all.filter((one) => one === own).length > 1;
}
