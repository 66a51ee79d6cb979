import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isObject } from '../../shared/event/fields';
import { presentText } from '../../shared/event/text';
import { anObject, mapped, under, type Expected } from '../../shared/http/expected';
import { mayHaveActed } from '../../shared/http/failure';
import { asSaid } from '../../shared/http/vendorMessage';
import { hireflixApi } from '../api';

/*
 * The newer mutations answer with a union: what was asked for, or one of several errors, each with a message.
 * Source: https://hireflixsl.mintlify.app/graphql-basics.
 */

type UnionAnswer<Value> = { found: Value } | { refusal: Refusal };

/** A member of the union that is not what was asked for. */
interface Refusal {
	/** Its type: `PositionNotFoundError`. */
	member: string;
	/** In the vendor's words; the type where it has none. */
	message: string;
}

/**
 * The answer of a mutation's field; its `__typename` must be selected.
 *
 * @param success the member that was asked for, and what it must hold
 */
export function aUnion<Value>(
	field: string,
	success: { member: string; holds: Expected<Value> },
): Expected<UnionAnswer<Value>> {
	const union = mapped(under(field, anObject('__typename')), (answer): UnionAnswer<Value> | undefined => {
		const member = presentText(answer.__typename);
		if (member === null) return undefined;
		if (member !== success.member) return { refusal: { member, message: messageOf(answer) ?? member } };
		const found = success.holds.find(answer);
		return found === undefined ? undefined : { found };
	});
	const contradiction = under(field, success.holds).contradiction;
	const isRefusal = (body: unknown) => 'refusal' in (union.find(body) ?? {});
	return { ...union, contradiction: (body) => (isRefusal(body) ? undefined : contradiction?.(body)) };
}

/**
 * The first refusal in the `data` of a mutation of the user's own, where every field is one; undefined where something
 * was done besides: what that gave must not be lost. Null is what Hireflix answers where there is no such thing.
 */
export function refusalOfAll(data: IDataObject): Refusal | undefined {
	const refusals = Object.values(data).map((answer) =>
		answer === null ? { member: 'null', message: 'null' } : refusalInside(answer),
	);
	return refusals.includes(undefined) ? undefined : refusals[0];
}

/** An error at any depth: a mutation on an interview has its union below it. */
function refusalInside(answer: unknown): Refusal | undefined {
	if (!isObject(answer)) return undefined;
	const member = presentText(answer.__typename);
	const message = messageOf(answer as IDataObject);
	if (member?.endsWith('Error')) return { member, message: message ?? member };
	const code = presentText(answer.code);
	// An error whose type was not selected has nothing but these two.
	const isNamed = code !== null && message !== null && Object.keys(answer).length === 2;
	if (member === null && isNamed) return { member: code, message };
	return Object.values(answer)
		.map(refusalInside)
		.find((refusal) => refusal !== undefined);
}

/** Under `message`, or under an alias of it: members disagree on whether it may be null, which GraphQL does not merge. */
function messageOf(answer: IDataObject): string | null {
	const messages = Object.keys(answer).filter((name) => /^message\d*$/.test(name));
	return messages.map((name) => presentText(answer[name])).find((message) => message !== null) ?? null;
}

interface Refused {
	/** What Hireflix did not do: `invite`. */
	act: string;
	refusal: Refusal;
	/** What was sent: its names and addresses do not get into the message, which n8n logs. */
	sent: IDataObject;
	/** What to do about it. */
	cure: string;
}

/** The error for a refusal; one whose type does not say that it is an error is unclear, as `callApi` has it. */
export function refusalError(
	context: IExecuteFunctions,
	itemIndex: number,
	{ act, refusal: { member, message }, sent, cure }: Refused,
): NodeOperationError {
	const isRefusal = member.endsWith('Error');
	const said = asSaid(hireflixApi.vendorName, { message }, sent);
	const reason = said?.message.replace(/^Hireflix says: /, '') ?? member;
	const error = new NodeOperationError(
		context.getNode(),
		isRefusal
			? `Hireflix did not ${act}: ${reason}`
			: `Hireflix answered with ${member}, which this node does not know; it is not certain whether it did ${act}`,
		{
			itemIndex,
			description: isRefusal
				? `${said?.inFull ?? ''}${cure}`
				: 'Look in Hireflix before you run this node again.',
		},
	);
	return isRefusal ? error : mayHaveActed(error);
}
