import { heyMiloReceiver } from '../../../nodes/HeyMilo/receiver';
import { verify } from '../../../nodes/shared/receiver/verify';
import { fixture } from '../../fixtures';
import { changed, eventOf, facts } from '../normalized';
import { delivery, triggerContext } from '../triggerContext';

const registrations = [
	{ webhookId: 'w1', postingId: '7C41B0E9', event: 'interview_started', api: 'v2', token: '0f'.repeat(16) },
	{ webhookId: 'w2', postingId: '7C41B0E9', event: 'report_available', api: 'v2', token: 'a1'.repeat(16) },
];
const context = triggerContext({}, registrations);
const called = (token: unknown, body: unknown = {}) =>
	delivery(JSON.stringify(body), { query: { token: token as string } });

/** What a completion makes when this token proved it. */
const normalized = (secret: string | null, posting = registrations[0].postingId) => {
	const body = changed(fixture('heymilo', 'interview_completed').body, { posting_id: posting });
	const received = called(registrations[0].token, body);
	return heyMiloReceiver.normalize(received, facts, { scoreMaximum: null }, { context, secret });
};

describe('a delivery of HeyMilo', () => {
	it.each(registrations)(
		'proves its origin by the token of the registration for $event',
		async ({ token, event, postingId }) => {
			expect(verify(called(token), await heyMiloReceiver.proof(context))).toEqual({
				verification: 'shared_secret',
				secret: token,
			});
			expect(normalized(token)).toMatchObject({
				event: { vendor_event: event, vendor_event_source: 'url' },
			});
			expect(normalized(token, 'another posting')).toEqual({
				reason: `The body is about another posting than ${postingId}, which this URL was registered for`,
			});
		},
	);

	it('belongs to no registration when no secret proved it, whatever its URL says', () => {
		expect(normalized(null, 'another posting')).toMatchObject({
			event: { vendor_event: 'interview_completed', vendor_event_source: 'inferred' },
		});
	});

	it.each([
		['interview_started', 'interview_started'],
		['interview_completed', 'interview_completed'],
		['interview_completed.step', 'interview_completed'],
		['report_available', 'report_available'],
		['report_available.sms', 'report_available'],
	])('%s belongs to the subscription %s', (name, subscription) => {
		expect(heyMiloReceiver.subscription(eventOf('heymilo', fixture('heymilo', name).body))).toBe(
			subscription,
		);
	});
});
