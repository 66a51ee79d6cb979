import { request } from 'node:http';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { IN_HEADER, IN_URL } from '../../nodes/shared/lifecycle/requireSecret';
import type { Vendor } from '../../simulators/shared/simulator';
import { fixturesOf } from '../fixtures';
import type { ActiveWorkflow } from './activeWorkflow';
import { startProved, type Proved } from './proved';
import { postRaw } from './rawRequest';
import { prepare } from './vendors';

const LONG_ENOUGH = 'k3J9vQx71mZbT0Rw';

/** Every sign of ASCII, between others, so it is at neither end. */
const SIGNS = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

describe.each<[Vendor, string, string[]]>([
	[
		'interviewflowai',
		'Webhook Token',
		[
			'Sommer+2026&x-longer',
			'a b c d e f g h i',
			'ééééééééééééééééé',
			'100%41-and-longer',
			'one#two#three#four',
		],
	],
	[
		'jobmojito',
		'Webhook Secret',
		[
			'ééééééééééééééééé',
			'snow\u2603man-and-longer',
			'no\tbreak and more',
			'a\nb-and-some-more',
			'nbsp\u00a0and-some-more',
		],
	],
])('activating %s', (vendor, field, unusable) => {
	let proved: Proved;
	let workflow: ActiveWorkflow | undefined;

	beforeEach(async () => {
		proved = await startProved(vendor);
	});

	afterEach(async () => {
		await workflow?.stop();
		await proved.stop();
		workflow = undefined;
	});

	async function activate(credentialData: ICredentialDataDecryptedObject, acceptUnverified = false) {
		await workflow?.stop();
		const parameters = { options: { acceptUnverified } };
		workflow = await prepare(vendor, proved.simulator, { credentialData, parameters });
		await workflow.activate();
	}

	it.each(unusable)('refuses %j, which would arrive changed, and says what may be in it', async (secret) => {
		await expect(activate({ webhookSecret: secret })).rejects.toThrow(
			new RegExp(
				`^Change ${field} in the \\S+ credential: .* unchanged.*only letters without accents, digits`,
			),
		);
		await expect(activate({ webhookSecret: secret }, true)).rejects.toThrow(`Change ${field}`);
	});

	it.each(unusable)('refuses %j as the previous one too', async (secret) => {
		const credential = { webhookSecret: LONG_ENOUGH, previousWebhookSecret: secret };
		await expect(activate(credential)).rejects.toThrow(`Change Previous ${field} in the`);
	});

	it.each(['x', 'letmein', LONG_ENOUGH.slice(1)])('refuses %j, which can be guessed', async (secret) => {
		await expect(activate({ webhookSecret: secret })).rejects.toThrow(/guessed.*at least 16 characters/);
	});

	it('never shows the secret', async () => {
		await expect(activate({ webhookSecret: 'pässwörd-of-mine' })).rejects.not.toThrow(/wörd/);
	});

	it('accepts 16 characters, also with white space around them', async () => {
		await activate({ webhookSecret: ` ${LONG_ENOUGH}\n`, previousWebhookSecret: '' });
	});
});

it.each<[Vendor, RegExp]>([
	['hireflix', /Webhook Secret.*Reveal Key/],
	['interviewflowai', /Webhook Token.*\?token=/],
	['jobmojito', /Webhook Secret.*custom header/],
	['ribbon', /Fill in Webhook Secret in the Ribbon credential.*Secret Key beside the Webhook URL/],
])('%s is not activated without a secret, and it is said where one is', async (vendor, words) => {
	const { simulator, stop } = await startProved(vendor);
	const workflow = await prepare(vendor, simulator, { credentialData: { webhookSecret: '' } });
	await expect(workflow.activate()).rejects.toThrow(words);
	await workflow.stop();
	await stop();
});

describe('the signs that may be in a secret', () => {
	const client = async (url: string, headers: Record<string, string>) =>
		await new Promise<number | undefined>((resolve, reject) => {
			request(url, { method: 'POST', headers }, (answer) => resolve(answer.resume().statusCode))
				.on('error', reject)
				.end('{}');
		});

	it('in a header arrive unchanged', async () => {
		const secret = `<${SIGNS.filter((sign) => IN_HEADER.allowed.test(sign)).join('')}>`;
		const { workflow, url, stop } = await startProved('jobmojito', {
			credentialData: { webhookSecret: secret },
		});
		const answers = [
			postRaw(url, [`x-webhook-secret: ${secret}`], '{}'),
			client(url, { 'x-webhook-secret': secret }),
			fetch(url, { method: 'POST', headers: { 'x-webhook-secret': secret } }).then(({ status }) => status),
		];
		await expect(Promise.all(answers)).resolves.toEqual([200, 200, 200]);
		expect(workflow.executions.length).toBeGreaterThan(0);
		await stop();
	});

	it('in a URL arrive unchanged', async () => {
		const secret = SIGNS.filter((sign) => IN_URL.allowed.test(sign)).join('');
		const { workflow, url, stop } = await startProved('interviewflowai', {
			credentialData: { webhookSecret: secret },
		});
		const target = `${url}?token=${secret}`;
		const answers = [
			postRaw(target, [], '{}'),
			client(target, {}),
			fetch(target, { method: 'POST' }).then(({ status }) => status),
		];
		await expect(Promise.all(answers)).resolves.toEqual([200, 200, 200]);
		expect(workflow.executions.length).toBeGreaterThan(0);
		await stop();
	});

	it.each(SIGNS.filter((sign) => '+&#% \t\r\n'.includes(sign)).map((sign) => [sign]))(
		'in a URL do not include %j',
		(sign) => {
			expect(IN_URL.allowed.test(sign)).toBe(false);
		},
	);
});

it('refuses a name that no header can have', async () => {
	const { simulator, stop } = await startProved('jobmojito');
	for (const webhookHeaderName of ['X Webhook Secret', 'X-Webhook-Secret:', 'Geheimnis-ü']) {
		const workflow = await prepare('jobmojito', simulator, { credentialData: { webhookHeaderName } });
		await expect(workflow.activate()).rejects.toThrow('Change Webhook Header Name');
		await workflow.stop();
	}
	await stop();
});

it("takes Hireflix's own secret, whatever it consists of", async () => {
	const { workflow, url, proofOf, simulator, stop } = await startProved('hireflix');
	const active = await prepare('hireflix', simulator, { credentialData: { webhookSecret: 'é+&%#' } });
	await expect(active.activate()).resolves.toBeUndefined();
	await active.stop();
	const [{ text }] = fixturesOf('hireflix');
	await expect(postRaw(url, [`x-hireflix-signature: ${proofOf(text)}`], text)).resolves.toBe(200);
	expect(workflow.events).toHaveLength(1);
	await stop();
});
