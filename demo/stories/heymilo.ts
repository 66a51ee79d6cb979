import type { HeyMiloSimulator } from '../../simulators/heymilo';
import { eventsOf, type Expectation } from './story';

export async function liveHeyMilo(simulator: HeyMiloSimulator): Promise<Expectation> {
	simulator.sender.duplicate = 1;
	const elif = await simulator.invite({
		name: 'Elif Kaya',
		email: 'elif.kaya@example.com',
		externalId: 'ATS-2001',
	});
	await elif.start();
	await elif.completeStep();
	await elif.complete();
	await elif.report(88);
	simulator.sender.duplicate = 0;

	const farid = await simulator.invite({ name: 'Farid Haddad', email: 'farid.haddad@example.com' });
	await farid.start();

	// The start overtaken by the end.
	simulator.hold();
	const greta = await simulator.invite({ name: 'Greta Olsen', email: 'greta.olsen@example.com' });
	await greta.start();
	await greta.complete();
	await simulator.release('reverse');

	const [forged] = await simulator.sendForged('wrong secret');
	await simulator.sendRaw('{"candidate_ingested": true}');
	return {
		events: [
			...eventsOf(elif.id, [
				'interview.started',
				'interview.in_progress',
				'interview.completed',
				'interview.report_available',
			]),
			...eventsOf(farid.id, ['interview.started']),
			...eventsOf(greta.id, ['interview.completed']),
			{ interview: greta.id, type: 'interview.started', isLate: true },
		],
		unrecognized: ['interview_id'],
		forged: [{ kind: 'token that was never given out', outcome: forged }],
	};
}
