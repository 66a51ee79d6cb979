import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { collection, maximumFileSizeOption } from '../../../shared/actions/properties';
import { switchField, textField } from '../../../shared/actions/fields';
import { optionalFlag, optionalText, requiredText, wantedFileSize } from '../../../shared/actions/reading';
import { presentText } from '../../../shared/event/text';
import { openCredential } from '../../../shared/http/credential';
import { downloadFile } from '../../../shared/http/download';
import { agreeing, notRefused, withId, type Check } from '../../../shared/http/agreeing';
import { anObjectWith } from '../../../shared/http/expected';
import { isWebAddress } from '../../../shared/http/isUrl';
import { micro1Api, read } from '../../api';
import { isPlaylist } from '../../normalize/columns';
import { hintPlaylist } from '../../report';

const LONGEST = 100;

/** Words, such as those for a recording that is being processed, are no link. */
const isLink: Check<IDataObject> = ({ video_url }) => {
	if (isWebAddress(presentText(video_url) ?? '')) return undefined;
	const came = JSON.stringify(video_url).slice(0, LONGEST);
	return { inWords: 'has no link to the recording', asked: 'a link', came };
};

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a recording',
	description: 'Get a new link to the recording of an interview, and the recording itself if it is a file',
	properties: [
		textField({
			displayName: 'Report ID',
			name: 'reportId',
			required: true,
			default: '={{ $json.interview_id }}',
			description: "Filled in automatically from a trigger's item, or drag a column with the ID here",
		}),
		collection('Options', [
			textField({
				displayName: 'Candidate ID',
				name: 'candidateId',
				description: 'The column candidate_id of an item',
			}),
			switchField({
				displayName: 'Download File',
				name: 'download',
				description:
					'Whether to attach the recording as binary data. For a playlist (HLS), which is not a file, you get only the link.',
			}),
			maximumFileSizeOption,
			textField({
				displayName: 'Session ID',
				name: 'sessionId',
				description: 'The field session_id of a report, in the column raw',
			}),
		]),
	],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'reportId', 'Report ID');
		const option = (name: string, displayName: string) =>
			optionalText(context, itemIndex, `options.${name}`, displayName);
		const [candidateId, sessionId] = [
			option('candidateId', 'Candidate ID'),
			option('sessionId', 'Session ID'),
		];
		const isWanted = optionalFlag(context, itemIndex, 'options.download', 'Download File') === true;
		const maximum = wantedFileSize(context, itemIndex);
		const query: IDataObject = {
			report_id: id,
			...(candidateId && { candidate_id: candidateId }),
			...(sessionId && { session_id: sessionId }),
		};
		// Whose it is is not documented to come back: where it does, it has to be this one.
		const areOf = Object.entries(query).map(([name, asked]) => withId(name, String(asked)));
		const aLink = agreeing(anObjectWith('video_url'), isLink, notRefused, ...areOf);
		const { video_url } = await read(context, '/interview/recording', aLink, query);
		const url = presentText(video_url) ?? '';
		const json = { report_id: id, recording_url: url, is_playlist: isPlaylist(url) };
		if (!isWanted) return [{ json }];
		if (json.is_playlist) {
			hintPlaylist(context);
			return [{ json }];
		}
		const { isLocal: allowsLoopback } = await openCredential(context, micro1Api);
		const limits = { maximumMegabytes: maximum, allowsLoopback };
		const file = { url, baseName: `recording-${id}`, holds: 'recording' as const };
		return [{ json, binary: { recording: await downloadFile(context, file, limits) } }];
	},
};
