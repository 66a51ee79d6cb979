import { ribbonReceiver } from '../../../nodes/Ribbon/receiver';
import { DeliveryMemory } from '../../../nodes/shared/receiver/deliveryMemory';
import { verify } from '../../../nodes/shared/receiver/verify';
import { fixture, fixturesOf } from '../../fixtures';
import { changed, eventOf } from '../normalized';
import { delivery, triggerContext } from '../triggerContext';

const SECRET = 'test-secret-for-fixtures-0123456789';

/** With blanks after `:` and `,`, as Ribbon writes its JSON. */
const BODY =
	'{"event_type": "interview_processed", "interview_flow_id": "0a1b2c3d", "interview_flow_name": "Store assistant", "interview_id": "11111111-2222-4333-8444-555555555555", "interview_link": "https://app.ribbon.ai/recruit/interviews/0a1b2c3d/66666666-7777-4888-8999-aaaaaaaaaaaa", "interviewee_email_address": "robin.sample@example.com", "interviewee_first_name": "Robin", "interviewee_last_name": "Sample", "status": "completed"}';

const SIGNATURE = 'b1925740f72afd115bb4e0c526af7e75d2099650761abdba08e9de8478669511';

async function verdict(body: string) {
	const received = delivery(body, { headers: { 'x-ribbon-signature': SIGNATURE } });
	const proof = await ribbonReceiver.proof(triggerContext({ webhookSecret: SECRET }));
	return verify(received, proof)?.verification ?? null;
}

describe('a delivery of Ribbon', () => {
	it('proves its origin by hexadecimal HMAC-SHA256 over the raw bytes', async () => {
		expect(await verdict(BODY)).toBe('signature');
	});

	it.each(fixturesOf('ribbon'))('$name belongs to the subscription of its name', ({ name, body }) => {
		expect(ribbonReceiver.subscription(eventOf('ribbon', body))).toBe(name.replace(/\.\w+$/, ''));
	});

	it.each(fixturesOf('ribbon'))('$name is filtered by its flow', ({ body }) => {
		const event = eventOf('ribbon', body);
		expect(ribbonReceiver.jobFilter?.jobIds(event)).toEqual(['0a1b2c3d']);
		expect(ribbonReceiver.jobFilter?.jobIds({ ...event, job_id: null })).toEqual([]);
	});
});

describe('a status of a candidate that Ribbon sends again', () => {
	const { body } = fixture('ribbon', 'candidate_status_updated');
	const accepted = eventOf('ribbon', body);
	const back = eventOf('ribbon', fixture('ribbon', 'candidate_status_updated.back').body);

	/** Which of the deliveries pass. @param minutes of each after the one before it */
	async function passing(minutes: number[], ...events: Array<typeof accepted>) {
		const clock = { now: 0 };
		const memory = new DeliveryMemory(() => clock.now);
		const passed: boolean[] = [];
		for (const [index, event] of events.entries()) {
			clock.now += minutes[index] * 60_000;
			const sequence = ribbonReceiver.sequence?.(event) ?? event.dedupe_key;
			const isOwn = sequence === event.dedupe_key;
			const repetitionMs = isOwn ? undefined : ribbonReceiver.repetitionMs;
			const claim = await memory.claim(sequence, event.dedupe_key, 100, { repetitionMs });
			claim?.settle({ isStored: true, seen: event });
			passed.push(claim !== null);
		}
		return passed;
	}

	it('is an event when something else came in between, though its bytes are the same', async () => {
		const passed = await passing([0, 1, 1, 1], accepted, back, accepted, accepted);
		expect(passed).toEqual([true, true, true, false]);
	});

	it('is a repetition within an hour, and an event later', async () => {
		expect(await passing([0, 60, 61], accepted, accepted, accepted)).toEqual([true, false, true]);
	});

	it('of another candidate, or in another flow, does not come in between', async () => {
		const other = eventOf('ribbon', changed(body, { interviewee_email: 'kim.sample@example.com' }));
		const elsewhere = eventOf('ribbon', changed(body, { interview_flow_id: 'ffffffff' }));
		const passed = await passing([0, 1, 1, 1], accepted, other, elsewhere, accepted);
		expect(passed).toEqual([true, true, true, false]);
	});

	it('leaves an interview a repetition for a week', async () => {
		const processed = eventOf('ribbon', fixture('ribbon', 'interview_processed').body);
		expect(await passing([0, 7 * 24 * 60], processed, processed)).toEqual([true, false]);
	});
});
