import { createHmac } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import { heyMiloReceiver } from '../../../nodes/HeyMilo/receiver';
import { hireflixReceiver } from '../../../nodes/Hireflix/receiver';
import { interviewFlowAiReceiver } from '../../../nodes/InterviewFlowAi/receiver';
import { jobMojitoReceiver } from '../../../nodes/JobMojito/receiver';
import { ribbonReceiver } from '../../../nodes/Ribbon/receiver';
import { micro1Receiver } from '../../../nodes/Micro1/receiver';
import type { Vendor, Verification } from '../../../nodes/shared/event/interviewEvent';
import type { VendorReceiver } from '../../../nodes/shared/receiver/vendorReceiver';
import { verify } from '../../../nodes/shared/receiver/verify';
import { delivery, triggerContext } from '../triggerContext';

/** A request as Node and n8n's query parser hand it over: a field is mostly a text, but need not be. */
export interface Sent {
	body: Buffer;
	headers: Record<string, unknown>;
	query: Record<string, unknown>;
}

/** How a vendor proves a delivery, written a second time: what the receiver is tested against. */
export interface Prover {
	receiver: VendorReceiver;
	verification: Verification;
	/** Two live secrets, and one that was given up. */
	current: string;
	previous: string;
	retired: string;
	/** Where the proof is carried, with lower-case names. */
	carrier: 'headers' | 'query';
	field: string;
	/** The proof itself, of a body by a secret. */
	proofOf(body: Buffer, secret: string): string;
	/** What n8n holds while these secrets are live. */
	held(secrets: string[]): { credential: IDataObject; registrations: IDataObject[] };
}

const inCredential = (extra: IDataObject = {}) => ({
	held: ([webhookSecret = '', previousWebhookSecret = '']: string[]) => ({
		credential: { webhookSecret, previousWebhookSecret, ...extra },
		registrations: [],
	}),
});

export const PROVERS: Record<Vendor, Prover> = {
	hireflix: {
		receiver: hireflixReceiver,
		verification: 'signature',
		current: 'whs_8f2c41d07bE5a9',
		previous: 'whs_Zoë 🎤+/=&%#',
		retired: 'whs_1d02aa90c4',
		carrier: 'headers',
		field: 'x-hireflix-signature',
		proofOf: (body, secret) => createHmac('sha256', secret).update(body).digest('base64'),
		...inCredential(),
	},
	heymilo: {
		receiver: heyMiloReceiver,
		verification: 'shared_secret',
		current: '0f3ac81d5be72964a0c4d91e77b3f5c2',
		previous: '9be0417d22c8f6513ad4e70b8c95fa61',
		retired: 'c2f5b3771e9dc4a06429e75b1dc83a0f',
		carrier: 'query',
		field: 'token',
		proofOf: (_, secret) => secret,
		held: (secrets) => ({
			credential: {},
			registrations: secrets.map((token, index) => ({
				webhookId: `w${index}`,
				postingId: '7C41B0E9',
				event: 'report_available',
				api: 'v2',
				token,
			})),
		}),
	},
	jobmojito: {
		receiver: jobMojitoReceiver,
		verification: 'shared_secret',
		current: 'kT9+xq/7Rz3vB1nW8c+Lp0/sYfJ2uAhd==',
		previous: 'Correct horse, battery; staple & 100%',
		retired: 'sYfJ2uAhdkT9+xq/7Rz3vB1nW8c+Lp0/==',
		carrier: 'headers',
		field: 'x-webhook-secret',
		proofOf: (_, secret) => secret,
		...inCredential({ webhookHeaderName: 'X-Webhook-Secret' }),
	},
	interviewflowai: {
		receiver: interviewFlowAiReceiver,
		verification: 'shared_secret',
		current: 'k3J9_vQx-71mZ.bT~0RwLs5a',
		previous: '5aLsRw0T~b.Zm17-xQv_9J3k',
		retired: 'ZmbTk3J9vQx0RwLs5a71',
		carrier: 'query',
		field: 'token',
		proofOf: (_, secret) => secret,
		...inCredential(),
	},
	ribbon: {
		receiver: ribbonReceiver,
		verification: 'signature',
		current: 'test-secret-for-fixtures-0123456789',
		previous: 'Zoë 🎤+/=&%# of an earlier year',
		retired: 'test-secret-for-fixtures-9876543210',
		carrier: 'headers',
		field: 'x-ribbon-signature',
		proofOf: (body, secret) => createHmac('sha256', secret).update(body).digest('hex'),
		...inCredential(),
	},
	micro1: {
		receiver: micro1Receiver,
		verification: 'shared_secret',
		current: '7d1f0b9c52e84a63f0d75b1ce92a8f4637c05de1b8926fa40d3b71c85e9f2a60',
		previous: 'a25f9d07c1e86b34502fd8e917ac6b039be4d21f780c5a6d43f1e09b72c85d14',
		retired: 'e09b72c85d14a25f9d07c1e86b34502fd8e917ac6b039be4d21f780c5a6d43f1',
		carrier: 'query',
		field: 'token',
		proofOf: (_, secret) => secret,
		held: (secrets) => ({
			credential: {},
			registrations: secrets.map((token) => ({ id: token, event: 'interview.started', token })),
		}),
	},
};

/** A genuine request: this body, proved by this secret. */
export function prove(prover: Prover, body: Buffer, secret: string): Sent {
	return withProof({ body, headers: {}, query: {} }, prover, prover.proofOf(body, secret));
}

/** The same request with another value where the proof belongs. */
export function withProof(sent: Sent, { carrier, field }: Prover, proof: unknown): Sent {
	return { ...sent, [carrier]: { ...sent[carrier], [field]: proof } };
}

/** What the vendor's own receiver makes of a request while these secrets are live. */
export async function verdict(
	{ receiver, held }: Prover,
	sent: Sent,
	secrets: string[],
): Promise<Verification | null> {
	const { credential, registrations } = held(secrets);
	const proof = await receiver.proof(triggerContext(credential, registrations));
	const received = delivery(sent.body, {
		headers: sent.headers as IDataObject,
		query: sent.query as IDataObject,
	});
	return verify(received, proof)?.verification ?? null;
}
