import type { RibbonSimulator } from '../../simulators/ribbon';
import { eventsOf, type Expectation } from './story';

export async function liveRibbon(simulator: RibbonSimulator): Promise<Expectation> {
	const filming = simulator.state.addFlow({ title: 'Shop floor lead', is_video_enabled: true });
	simulator.sender.duplicate = 1;
	const robin = await simulator.invite({
		name: 'Robin Sample',
		email: 'robin.sample@example.com',
		jobId: filming.interview_flow_id,
	});
	await robin.complete({ communication: 5 });
	await robin.processVideo();
	// Accepted, taken back, and accepted again: Ribbon sends the third in the same bytes as the first.
	for (const stage of ['accepted', 'shortlisted', 'accepted']) await robin.move(stage);
	simulator.sender.duplicate = 0;

	const sol = await simulator.invite({ name: 'Sol Moreno', email: 'sol.moreno@example.com' });
	await sol.complete({ skills: null });
	// Whether this word is a decision, nobody knows.
	await sol.move('on hold');

	const [forged] = await simulator.sendForged('signature');
	const [unsigned] = await simulator.sendForged('missing');
	await simulator.sendRaw('{"event_type": "interview_started", "interview_id": "unknown-to-us"}');
	return {
		events: [
			...eventsOf(robin.id, ['interview.report_available', 'interview.report_available']),
			...eventsOf('robin.sample@example.com', [
				'interview.status_changed',
				'interview.status_changed',
				'interview.status_changed',
			]),
			...eventsOf(sol.id, ['interview.report_available']),
			...eventsOf('sol.moreno@example.com', ['interview.status_changed']),
		],
		unrecognized: ['interview_started'],
		forged: [
			{ kind: 'wrong signature', outcome: forged },
			{ kind: 'no signature', outcome: unsigned },
		],
	};
}
