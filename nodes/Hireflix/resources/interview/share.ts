import { numberField } from '../../../shared/actions/fields';
import { requiredNumber } from '../../../shared/actions/reading';
import { anObjectWith, mapped, under } from '../../../shared/http/expected';
import { isWebAddress } from '../../../shared/http/isUrl';
import { anEntity, writeOnce } from '../../api';
import { changeInterview } from './changeInterview';

const DEFAULT_DAYS = 75;

const aLink = under(
	'externalLink',
	mapped(anObjectWith('url'), ({ url }) => (typeof url === 'string' && isWebAddress(url) ? url : undefined)),
);

/** Without its link, an interview was not shared. */
const aSharedInterview = mapped(anEntity, (interview) =>
	aLink.find(interview) === undefined ? undefined : interview,
);

export const share = changeInterview({
	value: 'share',
	name: 'Share',
	action: 'Share an interview',
	description: 'Create a link that lets anyone watch the interview without an account',
	send: writeOnce,
	properties: [
		numberField(
			{
				displayName: 'Days the Link Works',
				name: 'durationInDays',
				default: DEFAULT_DAYS,
				description: `After these days, the link stops working. Default: ${DEFAULT_DAYS} days.`,
			},
			1,
		),
	],
	field: {
		name: 'share',
		arguments: 'durationInDays: $days',
		selection: 'id externalId externalLink { url }',
	},
	expects: aSharedInterview,
	variables: (context, itemIndex) => {
		const bounds = { min: 1, isWhole: true };
		const days = requiredNumber(context, itemIndex, 'durationInDays', 'Days the Link Works', bounds);
		return { declared: '$days: Int', values: { days } };
	},
});
