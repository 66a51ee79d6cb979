import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { readJobMojito } from '../../api';
import { rowReducer } from '../../rows';

const COLUMNS = [
	'code',
	'name_english',
	'name_local',
	'interview_interface',
	'coaching_interface',
	'admin_interface',
];

export const getManyLanguages: Operation = {
	value: 'getManyLanguages',
	name: 'Get Many Languages',
	action: 'Get many languages',
	description: 'Get many languages that interviews can be in',
	isReadOnly: true,
	properties: [...manyProperties, simplifyParameter],
	run: async (context, itemIndex) => {
		// The only list without pages.
		const { languages } = await readJobMojito<{ languages?: IDataObject[] }>(
			context,
			'/platform-languages-list',
		);
		const rows = (languages ?? []).slice(0, wantedCount(context, itemIndex));
		return asItems(rows.map(rowReducer(context, itemIndex, COLUMNS)));
	},
};
