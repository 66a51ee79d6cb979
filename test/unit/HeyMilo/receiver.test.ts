import { heyMiloReceiver } from '../../../nodes/HeyMilo/receiver';
import { verify } from '../../../nodes/shared/receiver/verify';
import { fixture } from '../../fixtures';
import { eventOf } from '../normalized';
import { delivery, triggerContext } from '../triggerContext';

const registrations = [
	{ webhookId: 'w1', postingId: '7C41B0E9', event: 'interview_started', api: 'v2', token: '0f'.repeat(16) },
	{ webhookId: 'w2', postingId: '7C41B0E9', event: 'report_available', api: 'v2', token: 'a1'.repeat(16) },
];
const context = triggerContext({}, registrations);
const called = (token: unknown) => delivery('{}', { query: { token: token as string } });

describe('a delivery of HeyMilo', () => {
	it.each(registrations)(
		'proves its origin by the token of the registration for $event',
		async ({ token, event, postingId }) => {
			expect(verify(called(token), await heyMiloReceiver.proof(context), false)).toBe('shared_secret');
			expect(heyMiloReceiver.registration?.(context, called(token))).toEqual({
				registeredEvent: event,
				registeredJobId: postingId,
			});
		},
	);

	it.each([['0F'.repeat(16)], ['0f'.repeat(15)], [''], [undefined], [['0f'.repeat(16)]]])(
		'is refused with the token %j',
		async (token) => {
			expect(verify(called(token), await heyMiloReceiver.proof(context), false)).toBeNull();
			expect(heyMiloReceiver.registration?.(context, called(token))).toEqual({
				registeredEvent: null,
				registeredJobId: null,
			});
		},
	);

	it('is refused while nothing is registered', async () => {
		expect(verify(called(''), await heyMiloReceiver.proof(triggerContext({})), false)).toBeNull();
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
