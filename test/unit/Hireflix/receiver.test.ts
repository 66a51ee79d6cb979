import { createHmac } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import { hireflixReceiver } from '../../../nodes/Hireflix/receiver';
import { verify } from '../../../nodes/shared/receiver/verify';
import { fixture } from '../../fixtures';
import { eventOf } from '../normalized';
import { delivery, triggerContext } from '../triggerContext';

const SECRET = 'whs_8f2c41d07b';
const { text } = fixture('hireflix', 'interview.create');

const sign = (secret = SECRET) => createHmac('sha256', secret).update(text).digest('base64');

async function verdict(signature: string, credential: IDataObject) {
	const received = delivery(text, { headers: { 'x-hireflix-signature': signature } });
	const proof = await hireflixReceiver.proof(triggerContext(credential));
	return verify(received, proof)?.verification ?? null;
}

describe('a secret of Hireflix', () => {
	it('counts without the white space that was pasted around it', async () => {
		expect(await verdict(sign(), { webhookSecret: ` ${SECRET}\n` })).toBe('signature');
	});

	it.each([[''], ['  ']])(
		'proves nothing when it is %j, also what is signed with it',
		async (webhookSecret) => {
			expect(await verdict(sign(webhookSecret), { webhookSecret })).toBeNull();
			expect(await verdict(sign(''), { webhookSecret })).toBeNull();
		},
	);
});

describe('an event of Hireflix', () => {
	it.each([
		['interview.create', 'interview.create'],
		['interview.finish', 'interview.finish'],
		['interview.finish.full', 'interview.finish'],
		['interview.status-change.completion', 'interview.finish'],
		['interview.status-change.shortlisted', 'interview.status-change'],
		['interview.status-change.discarded', 'interview.status-change'],
		['interview.score-updated', 'interview.score-updated'],
		['interview.delete', 'interview.delete'],
	])('%s belongs to the subscription %s', (name, subscription) => {
		expect(hireflixReceiver.subscription(eventOf('hireflix', fixture('hireflix', name).body))).toBe(
			subscription,
		);
	});

	it('is filtered by its position', () => {
		const event = eventOf('hireflix', JSON.parse(text));
		expect(hireflixReceiver.jobFilter?.parameter).toBe('positions');
		expect(hireflixReceiver.jobFilter?.jobIds(event)).toEqual(['6992fa40a4be27510f6c9d82']);
		expect(hireflixReceiver.jobFilter?.jobIds({ ...event, job_id: null })).toEqual([]);
	});
});
