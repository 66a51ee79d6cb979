import type { Micro1Simulator } from '../../simulators/micro1';
import { eventsOf, type Expectation } from './story';

export async function liveMicro1(simulator: Micro1Simulator): Promise<Expectation> {
	const applied = await simulator.apply({
		name: 'Marta Kowalska',
		email: 'marta.kowalska@example.com',
		externalId: 'ATS-5001',
	});
	await applied.create();
	await applied.score(85);
	await applied.invite();

	// Recordings and the proctoring come in any order, each twice.
	simulator.sender.duplicate = 1;
	const marta = await simulator.invite({ name: 'Marta Kowalska', email: 'marta.kowalska@example.com' });
	await marta.start();
	await marta.recordWebcam();
	await marta.report(74);
	await marta.proctor(91);
	await marta.record();
	simulator.sender.duplicate = 0;
	await applied.update('shortlisted');

	const [forged] = await simulator.sendForged('wrong secret');
	await simulator.sendRaw('{"event": "ping"}');
	return {
		events: [
			...eventsOf(applied.id, ['interview.status_changed', 'interview.status_changed', 'interview.invited']),
			...eventsOf(marta.sessionKey, ['interview.started']),
			...eventsOf(marta.id, [
				'interview.status_changed',
				'interview.report_available',
				'interview.status_changed',
				'interview.status_changed',
			]),
			...eventsOf(applied.id, ['interview.status_changed']),
		],
		unrecognized: ['no data'],
		forged: [{ kind: 'token that was never given out', outcome: forged }],
	};
}
