import { createHmac } from 'node:crypto';

import { hireflixReceiver } from '../../../nodes/Hireflix/receiver';
import type { Delivery } from '../../../nodes/shared/receiver/vendorReceiver';
import { verify } from '../../../nodes/shared/receiver/verify';
import { fixture, fixturesOf } from '../../fixtures';
import { eventOf } from '../normalized';
import { delivery, triggerContext } from '../triggerContext';

const SECRET = 'whs_8f2c41d07b';
const { text } = fixture('hireflix', 'interview.create');

const sign = (message: string | Buffer, secret = SECRET) =>
	createHmac('sha256', secret).update(message).digest('base64');
const signed = (signature: unknown, body = text) =>
	delivery(body, { headers: { 'x-hireflix-signature': signature } as Delivery['headers'] });

async function verdict(received: Delivery, credential = { webhookSecret: SECRET }, acceptUnverified = false) {
	const proof = await hireflixReceiver.proof(triggerContext(credential));
	return verify(received, proof, acceptUnverified)?.verification ?? null;
}

/** A body whose signature has all of + / and = in it, so another alphabet shows. */
function bodyWithTellingSignature(): string {
	for (let date = 1; ; date++) {
		const body = `{"event":"interview.create","date":${date}}`;
		if (/(?=.*\+)(?=.*\/)/.test(sign(body))) return body;
	}
}

describe('a delivery of Hireflix proves its origin', () => {
	it.each(fixturesOf('hireflix').map(({ name, text: body }) => ({ name, body })))(
		'by a signature over the raw bytes: $name',
		async ({ body }) => {
			expect(await verdict(signed(sign(body), body))).toBe('signature');
		},
	);

	it('over bytes that are no JSON', async () => {
		expect(await verdict(signed(sign('pong'), 'pong'))).toBe('signature');
	});

	it('over letters beyond ASCII', async () => {
		const body = '{"candidate":"Inés 🎤"}';
		expect(await verdict(signed(sign(Buffer.from(body, 'utf8')), body))).toBe('signature');
	});

	it.each([
		['current', SECRET],
		['previous', 'whs_old'],
	])('by the %s secret while both live', async (_, secret) => {
		const credential = { webhookSecret: SECRET, previousWebhookSecret: 'whs_old' };
		expect(await verdict(signed(sign(text, secret)), credential)).toBe('signature');
	});

	it('by a secret that was pasted with white space around it', async () => {
		expect(await verdict(signed(sign(text)), { webhookSecret: ` ${SECRET}\n` })).toBe('signature');
	});
});

describe('a delivery of Hireflix is refused', () => {
	const telling = bodyWithTellingSignature();
	const good = sign(telling);

	it('as a control, passes with the signature that the others are made of', async () => {
		expect(await verdict(signed(good, telling))).toBe('signature');
	});

	it.each([
		['of another secret', sign(telling, 'whs_other')],
		['that is cut short', good.slice(0, -2)],
		['without its padding', good.replace(/=+$/, '')],
		['in the URL-safe alphabet', good.replace(/\+/g, '-').replace(/\//g, '_')],
		['with junk inside', `${good.slice(0, 10)}!\n${good.slice(10)}`],
		['with white space around it', ` ${good}`],
		['with a prefix', `sha256=${good}`],
		['in upper case', good.toUpperCase()],
		['in lower case', good.toLowerCase()],
		['with one letter in the other case', good.replace(/[a-z]/, (letter) => letter.toUpperCase())],
		['in hexadecimal', Buffer.from(good, 'base64').toString('hex')],
		['followed by another', `${good}, ${good}`],
		['sent in two headers', [good, good]],
		['sent in one header of a list', [good]],
		['that is empty', ''],
		['that is missing', undefined],
		['of another body', sign(text)],
		['of nothing', sign('')],
	])('with a signature %s', async (_, signature) => {
		expect(await verdict(signed(signature, telling))).toBeNull();
		expect(await verdict(signed(signature, telling), { webhookSecret: SECRET }, true)).toBeNull();
	});

	it('when one byte of its body was changed', async () => {
		expect(await verdict(signed(sign(text), text.replace('pending', 'Pending')))).toBeNull();
	});

	it('when its signature is over the body as it is parsed and written again', async () => {
		const spaced = JSON.stringify(JSON.parse(text), null, 4);
		expect(await verdict(signed(sign(JSON.stringify(JSON.parse(spaced))), spaced))).toBeNull();
		expect(await verdict(signed(sign(spaced), JSON.stringify(JSON.parse(spaced))))).toBeNull();
	});

	it('when its signature is in another header', async () => {
		expect(await verdict(delivery(text, { headers: { 'x-signature': sign(text) } }))).toBeNull();
	});

	it.each([[{ webhookSecret: '' }], [{ webhookSecret: '  ' }]])(
		'when the credential holds %j, also with a signature made with it',
		async (credential) => {
			expect(await verdict(signed(sign(text, credential.webhookSecret)), credential)).toBeNull();
			expect(await verdict(signed(sign(text, '')), credential)).toBeNull();
		},
	);
});

describe('without a secret in the credential', () => {
	it('Hireflix is let in as proving nothing when the user accepts that', async () => {
		expect(await verdict(signed(undefined), { webhookSecret: '' }, true)).toBe('none');
	});
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
