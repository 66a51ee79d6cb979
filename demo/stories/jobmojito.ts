import type { JobMojitoSimulator } from '../../simulators/jobmojito';
import { eventsOf, type Expectation } from './story';

export async function liveJobMojito(simulator: JobMojitoSimulator): Promise<Expectation> {
	simulator.sender.duplicate = 1;
	const hana = await simulator.invite({
		name: 'Hana Suzuki',
		email: 'hana.suzuki@example.com',
		externalId: 'ATS-3001',
	});
	await hana.start();
	await hana.complete();
	await hana.report({ score: 7.4 });
	await hana.score(8.1);
	await hana.decide(true);
	simulator.sender.duplicate = 0;

	const ivo = await simulator.invite({ name: 'Ivo Petrov', email: 'ivo.petrov@example.com' });
	await ivo.start();
	await ivo.fail('no_speech');

	// The collection overtaken by the result.
	simulator.hold();
	const jana = await simulator.invite({ name: 'Jana Kral', email: 'jana.kral@example.com' });
	await jana.start();
	await jana.complete();
	await jana.report({ score: 5.2 });
	await simulator.release('reverse');

	const [forged] = await simulator.sendForged('wrong secret');
	const [missing] = await simulator.sendForged('missing');
	await simulator.sendRaw(JSON.stringify({ id: jana.id, status: 'draft', interview_status: 'paused' }));
	return {
		events: [
			...eventsOf(hana.id, [
				'interview.completed',
				'interview.report_available',
				'interview.score_updated',
				'interview.status_changed',
			]),
			...eventsOf(ivo.id, ['interview.failed']),
			...eventsOf(jana.id, ['interview.report_available']),
			{ interview: jana.id, type: 'interview.completed', isLate: true },
		],
		unrecognized: ['status: paused'],
		forged: [
			{ kind: 'wrong value of the secret header', outcome: forged },
			{ kind: 'no secret header', outcome: missing },
		],
	};
}
