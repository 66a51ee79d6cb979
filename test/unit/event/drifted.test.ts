import { eventOf } from '../normalized';

const person = { name: 'Zoë Example', email: 'zoe@example.com' };

describe('a delivery whose values come in another form than documented', () => {
	it('rejects nobody whose "archived" is the text "false", and knows the score', () => {
		const event = eventOf('hireflix', {
			event: 'interview.status-change',
			data: {
				id: '69a554f359b2e04c7d1f0001',
				status: 'pending',
				archived: 'false',
				candidate: person,
				score: { value: '4' },
				createdAt: 1772442867512,
			},
			date: 1772707407142,
		});
		expect(event).toMatchObject({
			event_type: 'interview.status_changed',
			interview_status: 'invited',
			decision: 'undecided',
			score_raw: 4,
			score_percent: 80,
			occurred_at: '2026-03-05T10:43:27.142Z',
			invited_at: '2026-03-02T09:14:27.512Z',
		});
	});

	it('holds a score and a rejection that are text, and a summary without its HTML', () => {
		const body = {
			id: '7f0f6a7e-1111-4222-8333-444455556666',
			interview_id: '06c5a393-9dce-42fc-8f69-41c073e6ae9b',
			status: 'active',
			interview_status: 'completed',
			processing_status: 'completed',
			candidate_name: person.name,
			candidate_email: person.email,
			score: '7.34',
			recruiter_go_next_round: 'false',
			ai_analysis_recruiter: '<p>Clear &amp; calm.</p><ul><li>Knows <b>SQL</b></li></ul>',
		};
		expect(eventOf('jobmojito', body)).toMatchObject({
			score_raw: 7.34,
			decision: 'reject',
			summary: 'Clear & calm.\nKnows SQL',
			raw: body,
		});
		expect(eventOf('jobmojito', { ...body, recruiter_go_next_round: 'true' }).decision).toBe('advance');
	});

	it.each([[1773138104902.117], ['1773138104.902117'], [1773138104.902117]])(
		'of HeyMilo has its time and its step, whatever the unit: %j',
		(completion_timestamp) => {
			expect(
				eventOf('heymilo', {
					interview_id: 'A83F19D2605BC74E',
					completion_timestamp,
					workflow_completed: 'false',
				}),
			).toMatchObject({
				event_type: 'interview.in_progress',
				occurred_at: '2026-03-10T10:21:44.902Z',
				completed_at: null,
			});
		},
	);

	it('of InterviewFlowAI has its score and its times', () => {
		expect(
			eventOf('interviewflowai', {
				event: 'interview.report_available',
				data: { interviewId: 'i', score: ' 84 ', startedAt: '1773061331', completedAt: 1773062875871 },
				timestamp: '1773063252655',
			}),
		).toMatchObject({
			score_raw: 84,
			started_at: '2026-03-09T13:02:11.000Z',
			completed_at: '2026-03-09T13:27:55.871Z',
			occurred_at: '2026-03-09T13:34:12.655Z',
		});
	});
});
