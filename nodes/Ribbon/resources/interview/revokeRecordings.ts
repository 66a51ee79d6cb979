import type { Operation } from '../../../shared/actions/operation';
import { interviewIdParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { agreeing, notRefused, showing, withId } from '../../../shared/http/agreeing';
import { anObject } from '../../../shared/http/expected';
import { write } from '../../api';
import { interviewPath } from '../../api/interviews';

export const revokeRecordings: Operation = {
	value: 'revokeRecordings',
	name: 'Revoke Recordings',
	action: 'Revoke the recordings of an interview',
	description:
		'Remove the audio and video recordings of an interview permanently. The interview itself stays.',
	properties: [interviewIdParameter],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
		const checks = [withId('interview_id', id), showing('success', true), notRefused];
		const expects = agreeing(anObject('success'), ...checks);
		return async () => {
			const answer = await write(context, 'DELETE', interviewPath(id), expects);
			return asItems([{ interview_id: id, ...answer }]);
		};
	},
};
