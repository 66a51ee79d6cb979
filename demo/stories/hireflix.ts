import type { HireflixSimulator } from '../../simulators/hireflix';
import { eventsOf, type Expectation } from './story';

/** Long enough after a completion that a change of status is no echo of it. */
const LATER_MS = 120_000;

export async function liveHireflix(simulator: HireflixSimulator): Promise<Expectation> {
	simulator.sender.duplicate = 1;
	const amina = await simulator.invite({
		name: 'Amina Diallo',
		email: 'amina.diallo@example.com',
		externalId: 'ATS-1001',
	});
	await amina.complete();
	simulator.advance(LATER_MS);
	await amina.score(4.5);
	await amina.shortlist();
	simulator.sender.duplicate = 0;

	const bruno = await simulator.invite({ name: 'Bruno Costa', email: 'bruno.costa@example.com' });
	await bruno.complete();
	simulator.advance(LATER_MS);
	await bruno.discard();

	const chen = await simulator.invite({ name: 'Chen Wei', email: 'chen.wei@example.com' });
	await chen.delete();

	// The invitation overtaken by the completion.
	simulator.hold();
	const dora = await simulator.invite({ name: 'Dora Novak', email: 'dora.novak@example.com' });
	await dora.complete();
	await simulator.release('reverse');

	await simulator.sendRaw(
		JSON.stringify({ event: 'interview.paused', date: simulator.clock.now(), data: { id: dora.id } }),
	);
	const [signature] = await simulator.sendForged('signature');
	await dora.score(3);
	const [body] = await simulator.sendForged('body');
	return {
		events: [
			...eventsOf(amina.id, [
				'interview.invited',
				'interview.completed',
				'interview.score_updated',
				'interview.status_changed',
			]),
			...eventsOf(bruno.id, ['interview.invited', 'interview.completed', 'interview.status_changed']),
			...eventsOf(chen.id, ['interview.invited', 'interview.deleted']),
			...eventsOf(dora.id, ['interview.completed', 'interview.score_updated']),
			{ interview: dora.id, type: 'interview.invited', isLate: true },
		],
		unrecognized: ['interview.paused'],
		forged: [
			{ kind: 'signature of nobody', outcome: signature },
			{ kind: 'body changed after signing', outcome: body },
		],
	};
}
