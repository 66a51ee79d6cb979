import type { InterviewFlowAiSimulator } from '../../simulators/interviewflowai';
import { eventsOf, type Expectation } from './story';

export async function liveInterviewFlowAi(simulator: InterviewFlowAiSimulator): Promise<Expectation> {
	simulator.sender.duplicate = 1;
	const kofi = await simulator.invite({
		name: 'Kofi Mensah',
		email: 'kofi.mensah@example.com',
		externalId: 'ATS-4001',
	});
	await kofi.start();
	await kofi.progress();
	await kofi.complete();
	await kofi.report(91);
	simulator.sender.duplicate = 0;

	const lena = await simulator.invite({ name: 'Lena Fischer', email: 'lena.fischer@example.com' });
	await lena.start();

	// The report overtakes the end.
	const mika = await simulator.invite({ name: 'Mika Virtanen', email: 'mika.virtanen@example.com' });
	await mika.start();
	await mika.progress();
	simulator.hold();
	await mika.complete();
	await mika.report(63);
	await simulator.release('reverse');

	const [forged] = await simulator.sendForged('wrong secret');
	await simulator.sendRaw('{"event":"interview.link_expired","data":{"interviewId":"unknown-to-us"}}');
	return {
		events: [
			...eventsOf(kofi.id, [
				'interview.started',
				'interview.in_progress',
				'interview.completed',
				'interview.report_available',
			]),
			...eventsOf(lena.id, ['interview.started']),
			...eventsOf(mika.id, ['interview.started', 'interview.in_progress', 'interview.report_available']),
			{ interview: mika.id, type: 'interview.completed', isLate: true },
		],
		unrecognized: ['interview.link_expired'],
		forged: [{ kind: 'wrong token in the URL', outcome: forged }],
	};
}
