import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';

import { VENDORS } from '../../../nodes/shared/event/schema';
import { fixturesOf } from '../../fixtures';
import { BODY_MUTATIONS, PROOF_MUTATIONS, rewritings, type Mutation } from './mutations';
import { prove, PROVERS, verdict, type Sent } from './provers';

const RUNS = 10_000;

/** The fixtures as they are and as a vendor writes them, in one line, and one whose number JSON.parse rounds. */
function bodiesOf(vendor: (typeof VENDORS)[number]): Buffer[] {
	const texts = fixturesOf(vendor).flatMap(({ text, body }) => [text, JSON.stringify(body)]);
	return [...texts, '{"id":"x","date":9007199254740992,"gone":null}'].map((text) => Buffer.from(text));
}

describe.each(VENDORS)('%s', (vendor) => {
	const prover = PROVERS[vendor];
	const { current, previous, retired, verification } = prover;
	const live = [current, previous];
	const bodies = bodiesOf(vendor);
	const isGenuine = (sent: Sent) =>
		live.some((secret) => isDeepStrictEqual(sent, prove(prover, sent.body, secret)));
	// A token proves who sends, not what: only a signature covers the body.
	const mutations: Record<string, Mutation> =
		verification === 'signature' ? { ...PROOF_MUTATIONS, ...BODY_MUTATIONS } : PROOF_MUTATIONS;

	it(`refuses each of ${RUNS} forged deliveries`, async () => {
		const tried: Record<string, number> = {};
		const accepted: Record<string, number> = {};
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...Object.keys(mutations)),
				fc.constantFrom(...bodies),
				fc.constantFrom(...bodies),
				fc.constantFrom(...live),
				fc.nat(),
				async (kind, body, other, secret, dice) => {
					const genuine = prove(prover, body, secret);
					const forged = mutations[kind]({ prover, genuine, other, dice });
					fc.pre(!isGenuine(forged));
					tried[kind] = (tried[kind] ?? 0) + 1;
					if ((await verdict(prover, forged, live)) !== null) accepted[kind] = (accepted[kind] ?? 0) + 1;
				},
			),
			{ seed: 3, numRuns: RUNS },
		);
		expect(accepted).toEqual({});
		expect(Object.values(tried).reduce((sum, count) => sum + count, 0)).toBe(RUNS);
		// What cannot be spoiled that way is left out, such as the case of a text that has one case.
		expect(Object.keys(tried).length).toBeGreaterThanOrEqual(Object.keys(mutations).length - 2);
	});

	it(`accepts each of ${RUNS} genuine deliveries, whatever their bytes and whichever secret made them`, async () => {
		const rewrites = [(body: Buffer) => body, ...Object.values(rewritings())];
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...rewrites),
				fc.constantFrom(...bodies),
				fc.constantFrom(...live),
				fc.nat(),
				async (rewrite, body, secret, dice) => {
					const genuine = prove(prover, rewrite(body, dice), secret);
					expect(await verdict(prover, genuine, live)).toBe(verification);
				},
			),
			{ seed: 4, numRuns: RUNS },
		);
	});

	it('loses no genuine delivery while a secret is replaced, and stops the old one at once', async () => {
		const made = (secret: string) => prove(prover, bodies[0], secret);
		const rotation: Array<{ live: string[]; sends: string[]; refuses: string[] }> = [
			{ live: [retired], sends: [retired], refuses: [current, previous] },
			{ live: [current, retired], sends: [retired, current, retired, current], refuses: [previous] },
			{ live: [current], sends: [current], refuses: [retired, previous] },
			{ live: [], sends: [], refuses: [retired, previous, current, ''] },
		];
		for (const { live: secrets, sends, refuses } of rotation) {
			for (const secret of sends) {
				await expect(verdict(prover, made(secret), secrets)).resolves.toBe(verification);
			}
			for (const secret of refuses) {
				await expect(verdict(prover, made(secret), secrets)).resolves.toBeNull();
			}
		}
	});
});
