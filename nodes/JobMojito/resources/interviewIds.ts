import type { IDataObject } from 'n8n-workflow';

import { isSameId, namesAnother } from '../../shared/actions/rows';
import { flag, identifier } from '../../shared/event/fields';
import { another, type Check } from '../../shared/http/agreeing';

/*
 * JobMojito takes the ID of a position where that of an interview is documented, and the other way around. What comes back may have
 * either, under several names; a multi-stage position has an interview of its own for each stage.
 */

/**
 * The field by which an answer or a row is about another interview than was asked for; undefined where it says nothing of the kind, has
 * the ID under any name, or is of a multi-stage position.
 *
 * @param fields that name the interview
 */
export function anotherInterview(
	found: IDataObject,
	asked: string | null,
	fields: string[],
): string | undefined {
	const isOfStages = [found.is_multi_stage, found.is_multistage].some((one) => flag(one) === true);
	if (asked === null || isOfStages) return undefined;
	const hasId = Object.keys(found).some((name) => /(^|_)id$/.test(name) && isSameId(found[name], asked));
	return hasId ? undefined : fields.find((name) => namesAnother(identifier(found[name]), asked));
}

/** That an answer is about this interview, or the position that it belongs to. */
export function ofInterview(id: string): Check<IDataObject> {
	return (found) => {
		const field = anotherInterview(found, id, ['id', 'position_id']);
		return field === undefined ? undefined : another(field, id, String(found[field]));
	};
}
