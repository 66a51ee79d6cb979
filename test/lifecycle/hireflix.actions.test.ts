import { startHireflix, type HireflixSimulator } from '../../simulators/hireflix';
import { runAction, type ActionSetup } from './runAction';

describe('Hireflix', () => {
	let simulator: HireflixSimulator;

	beforeEach(async () => {
		simulator = await startHireflix();
	});

	afterEach(async () => await simulator.stop());

	const run = async (parameters: ActionSetup['parameters'], changes: Partial<ActionSetup> = {}) =>
		await runAction({
			node: 'Hireflix',
			credential: 'HireflixApi',
			credentialData: { ...simulator.credentials },
			parameters,
			...changes,
		});

	it('gets the report of the item of a trigger', async () => {
		const interview = await simulator.invite({ name: 'Ada Example', email: 'ada@example.com' });
		await interview.complete();
		const [item] = await run(
			{ resource: 'report', operation: 'get', options: { transcript: 'text' } },
			{ input: [{ interview_id: interview.id }] },
		);
		expect(item.pairedItem).toEqual({ item: 0 });
		expect(item.json).toMatchObject({ candidate_name: 'Ada Example', interview_status: 'completed' });
		expect(item.json.transcript).toContain('Candidate: ');
	});
});
