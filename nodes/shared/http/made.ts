import { identifier, isObject } from '../event/fields';

/** What only something that exists has: an ID of its own, or a link. */
const OF_A_THING = /(^|_)(id|url|link)$|[a-z](Id|ID|Url|URL|Link)$/;

/** What an error has of that kind. */
const OF_AN_ERROR = /request|trace|correlation|doc(?!ument(?!ation))|help|support|error|type/i;

/**
 * Whether an answer that names an error also names what was made: then one part of the work was done and another was not, as
 * when an invitation exists and its email did not leave.
 *
 * @param sent in which the IDs that were only asked with stand
 */
export function namesWhatWasMade(answer: unknown, sent: unknown): boolean {
	const asked = JSON.stringify(sent) ?? '';
	const isIn = (value: unknown): boolean =>
		typeof value === 'object' && value !== null && Object.entries(value).some(isMade);
	const isMade = ([name, value]: [string, unknown]): boolean => {
		if (OF_AN_ERROR.test(name)) return false;
		if (isObject(value) || Array.isArray(value)) return isIn(value);
		const named = OF_A_THING.test(name) ? identifier(value) : null;
		return named !== null && !asked.includes(named);
	};
	return isIn(answer);
}
