import { textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { theOne } from '../../../shared/http/agreeing';
import { read } from '../../api';
import { foundOr } from '../../api/notFound';
import { LISTS_WITH_IDS, listParameter, readList, simplifyVoices } from './lists';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get an entry of a list',
	description: 'Get what a posting refers to: a template, a voice, a phone number and more',
	properties: [
		listParameter(LISTS_WITH_IDS),
		textField({
			displayName: 'Entry ID',
			name: 'entryId',
			required: true,
			description: 'Get it with Lookup: Get Many, or from a posting',
		}),
		simplifyVoices,
	],
	run: async (context, itemIndex) => {
		const { name, path, columns } = readList(context, itemIndex, LISTS_WITH_IDS);
		const id = requiredText(context, itemIndex, 'entryId', 'Entry ID');
		const entry = await foundOr(
			context,
			read(context, `/api/v2/${path}/${encodeURIComponent(id)}`, theOne('id', id)),
			`HeyMilo has no entry with the ID ${id} in ${name}`,
			'Check List, and take the ID from Lookup: Get Many.',
		);
		return asItems([columns ? rowReducer(context, itemIndex, columns)(entry) : entry]);
	},
};
