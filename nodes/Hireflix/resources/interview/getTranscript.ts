import { asPlainText } from '../../../shared/report/transcript';
import type { Operation } from '../../../shared/actions/operation';
import { interviewIdParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { reportReader } from '../../report';

export const getTranscript: Operation = {
	value: 'getTranscript',
	name: 'Get Transcript',
	action: 'Get the transcript of an interview',
	description:
		"Get the candidate's answer to each question. Hireflix needs some minutes after the interview.",
	properties: [interviewIdParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
		const { event } = await reportReader(context)(id, []);
		const { transcript, questions } = event.details;
		return [
			{
				json: {
					interview_id: id,
					candidate_name: event.candidate_name,
					candidate_email: event.candidate_email,
					// Videos are transcribed one by one after the interview.
					is_complete: questions.length > 0 && transcript.length === questions.length * 2,
					transcript: asPlainText(transcript) || null,
				},
			},
		];
	},
};
