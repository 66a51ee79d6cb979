import { interviewFlowAiReceiver } from '../../../nodes/InterviewFlowAi/receiver';
import { fixturesOf } from '../../fixtures';
import { eventOf } from '../normalized';
import { delivery, triggerContext } from '../triggerContext';

describe('a delivery of InterviewFlowAI', () => {
	it.each(fixturesOf('interviewflowai'))(
		'$name belongs to the subscription of its name',
		({ name, body }) => {
			const subscription = `interview.${name.replace(/^interview\./, '').replace(/\.\w+$/, '')}`;
			expect(interviewFlowAiReceiver.subscription(eventOf('interviewflowai', body))).toBe(subscription);
		},
	);

	it.each(fixturesOf('interviewflowai'))('$name is filtered by its Interviewer', ({ body }) => {
		const event = eventOf('interviewflowai', body);
		expect(interviewFlowAiReceiver.jobFilter?.parameter).toBe('interviewers');
		expect(interviewFlowAiReceiver.jobFilter?.jobIds(event)).toEqual([
			'a996c3d1-4cd1-49c8-878a-65d1cd31ee48',
		]);
		expect(interviewFlowAiReceiver.jobFilter?.jobIds({ ...event, job_id: null })).toEqual([]);
	});

	it('passes the delivery id of its headers and the scale of the settings to the normalizer', () => {
		const { text } = fixturesOf('interviewflowai').find(
			({ name }) => name === 'interview.report_available',
		) ?? { text: '' };
		const received = delivery(text, { headers: { 'webhook-id': 'msg_1' } });
		const facts = {
			receivedAt: received.receivedAt,
			verification: 'none' as const,
			rawBody: received.rawBody,
		};
		const origin = { context: triggerContext({}), secret: null };
		expect(interviewFlowAiReceiver.normalize(received, facts, { scoreMaximum: 100 }, origin)).toMatchObject({
			event: {
				dedupe_key: expect.stringContaining('interviewflowai:delivery:msg_1:') as string,
				score_percent: 84,
			},
		});
	});
});
