import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { textField } from '../../shared/actions/fields';
import { refuseNothing } from '../../shared/actions/reading';
import { jsonOf, textOf, type Given } from '../../shared/actions/values';
import { isNothing, isObject } from '../../shared/event/fields';
import { agreeing, notShown, withId, type Check } from '../../shared/http/agreeing';
import { anObject, eitherOf, mapped, type Expected } from '../../shared/http/expected';

/** Key-value pairs of the customer's own, as HeyMilo takes them. */
export type Metadata = Record<string, string>;

const MOST_KEYS = 50;
const LONGEST_KEY = 40;
const LONGEST_VALUE = 500;

/** @param emptyValue what leaving a value empty does */
export function metadataParameter(description: string, emptyValue = ''): INodeProperties {
	return {
		displayName: 'Metadata',
		name: 'metadata',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add key',
		default: {},
		options: [
			{
				displayName: 'Entry',
				name: 'entries',
				values: [
					textField({
						displayName: 'Key',
						name: 'key',
						description: `At most ${LONGEST_KEY} characters`,
					}),
					textField({
						displayName: 'Value',
						name: 'value',
						description: `At most ${LONGEST_VALUE} characters${emptyValue}`,
					}),
				],
			},
		],
		description,
	};
}

/**
 * The pairs of a Metadata parameter, those with an empty value included; undefined when it was not added.
 *
 * @param name a dot leads into a collection: `additionalFields.metadata`
 * @param removesEmpty whether an empty value removes what is stored: an expression that returns nothing must not
 * @throws NodeOperationError for what HeyMilo would refuse, and for two entries of one key
 */
export function optionalMetadata(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	{ removesEmpty = false } = {},
): Metadata | undefined {
	const given = context.getNodeParameter(name, itemIndex, null) as { entries?: unknown } | null;
	if (given === null) return undefined;
	const field = { context, itemIndex, displayName: 'Metadata' };
	const entries = jsonOf<unknown[]>({ ...field, value: given.entries }, 'list') ?? [];
	const pairs = entries.map((entry, index): [string, unknown] => {
		const { key: keyGiven, value } = isObject(entry) ? entry : {};
		const key = textOf({ ...field, displayName: 'Key of Metadata', value: keyGiven });
		const ofValue = { ...field, displayName: `"${key}" of Metadata`, value };
		if (removesEmpty) refuseNothing(ofValue, `${name}.entries[${index}].value`);
		return [key, value];
	});
	const keys = pairs.map(([key]) => key);
	const repeated = keys.find((key, index) => keys.indexOf(key) < index);
	if (repeated === undefined) return asMetadata(field, pairs);
	throw new NodeOperationError(context.getNode(), `Metadata holds two entries for "${repeated}"`, {
		itemIndex,
		description: 'Remove one of them: a key has one value.',
	});
}

/**
 * Pairs as HeyMilo takes them: numbers and switches become text.
 *
 * @throws NodeOperationError naming the key, for values that are no text, and beyond HeyMilo's limits
 */
export function asMetadata(field: Omit<Given, 'value'>, pairs: Array<[string, unknown]>): Metadata {
	const { context, itemIndex, displayName } = field;
	const metadata = Object.fromEntries(
		pairs.map(([key, value]) => [
			key,
			textOf({ ...field, displayName: `"${key}" of ${displayName}`, value }),
		]),
	);
	const keys = Object.keys(metadata);
	const refused = keys.find(
		(key) => key === '' || key.length > LONGEST_KEY || metadata[key].length > LONGEST_VALUE,
	);
	if (refused === undefined && keys.length <= MOST_KEYS) return metadata;
	throw new NodeOperationError(
		context.getNode(),
		refused === undefined
			? `${displayName} has too many entries`
			: `${displayName}: the entry "${refused.slice(0, LONGEST_KEY)}" is not possible`,
		{
			itemIndex,
			description: `HeyMilo takes at most ${MOST_KEYS} keys of 1 to ${LONGEST_KEY} characters, each with a value of at most ${LONGEST_VALUE}.`,
		},
	);
}

/** Without the keys whose value is empty. */
export function filledIn(metadata: Metadata): Metadata {
	return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== ''));
}

/** What is stored with an interview: `{object: 'metadata', metadata}`. */
export function storedMetadata(interviewId: string): Expected<Metadata> {
	return mapped(
		agreeing(eitherOf(anObject('metadata'), anObject('object')), withId('interview_id', interviewId)),
		({ object = 'metadata', metadata }): Metadata | undefined => {
			if (isObject(metadata)) return metadata as Metadata;
			return isNothing(metadata) && object === 'metadata' ? {} : undefined;
		},
	);
}

/** Whether other pairs than those that were stored may be there. */
type Others = 'allowed' | 'refused';

/** The same after these pairs were stored. */
export function shownMetadata(interviewId: string, pairs: Metadata, others: Others): Expected<Metadata> {
	return agreeing(storedMetadata(interviewId), holding(pairs, others));
}

/** That metadata holds these pairs. */
export function holding(pairs: Metadata, others: Others): Check<IDataObject> {
	return (stored) => {
		const missing = Object.keys(pairs).find((key) => String(stored[key] ?? '').trim() !== pairs[key].trim());
		const superfluous =
			others === 'refused' ? Object.keys(stored).find((key) => !Object.hasOwn(pairs, key)) : undefined;
		const key = missing ?? superfluous;
		if (key === undefined) return undefined;
		const said = (value: unknown) => `${key} = ${String(value ?? 'nothing')}`;
		return notShown('metadata', said(pairs[key]), said(stored[key]));
	};
}
