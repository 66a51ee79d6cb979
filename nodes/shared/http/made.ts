import { identifier, isObject } from '../event/fields';
import { textsIn } from '../event/text';

/** What only something that exists has: an ID of its own, or a link. */
const OF_A_THING = /(^|_)(id|ID|uuid|url|URL|uri|href|link)$|[a-z](Id|ID|Uuid|Url|URL|Uri|Link)$/;

/** What an error has of that kind. */
const OF_AN_ERROR = /request|trace|correlation|doc(?!ument(?!ation))|help|support|error|type/i;

const ERRORS = /^(details?|errors?|meta|request|warnings?)$/i;

/**
 * Whether an answer that names an error also names what was made: then one part of the work was done and another was not, as
 * when an invitation exists and its email did not leave.
 *
 * @param sent the values of the call, whole: an ID among them was only asked with
 */
export function namesWhatWasMade(answer: unknown, sent: unknown): boolean {
	const asked = new Set(textsIn(sent));
	const isIn = (value: unknown): boolean =>
		typeof value === 'object' && value !== null && Object.entries(value).some(isMade);
	const isMade = ([name, value]: [string, unknown]): boolean => {
		if (isObject(value) || Array.isArray(value)) return !ERRORS.test(name) && isIn(value);
		const named = OF_A_THING.test(name) && !OF_AN_ERROR.test(name) ? identifier(value) : null;
		return named !== null && !asked.has(named);
	};
	return isIn(answer);
}
