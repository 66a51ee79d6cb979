import type { ReadingOperation } from '../../../shared/actions/operation';
import { manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { aList, under } from '../../../shared/http/expected';
import { read } from '../../api';

const COLUMNS = [
	'code',
	'name_english',
	'name_local',
	'interview_interface',
	'coaching_interface',
	'admin_interface',
];

export const getManyLanguages: ReadingOperation = {
	value: 'getManyLanguages',
	name: 'Get Many Languages',
	action: 'Get many languages',
	description: 'Get many languages that interviews can be in',
	properties: [...manyProperties, simplifyParameter],
	run: async (context, itemIndex) => {
		const count = wantedCount(context, itemIndex);
		// The only list without pages.
		const languages = await read(context, '/platform-languages-list', under('languages', aList()));
		return asItems(languages.slice(0, count).map(rowReducer(context, itemIndex, COLUMNS)));
	},
};
