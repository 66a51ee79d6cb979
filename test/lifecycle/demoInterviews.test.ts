import { interviewAt } from '../../demo/interviews';
import { type Simulators, startSimulators, stopSimulators, VENDORS } from '../../demo/vendors';
import { BareServer, json } from './bareServer';

describe('an interview that is asked for in the terminal', () => {
	const server = new BareServer();
	let simulators: Simulators;
	let url: string;

	beforeAll(async () => {
		server.answers = [json({})];
		simulators = await startSimulators();
		url = `${await server.start()}/webhook`;
	});

	afterAll(async () => {
		await server.stop();
		await stopSimulators(simulators);
	});

	it.each(VENDORS)('goes from %s to the URL behind the name', async (vendor) => {
		await expect(interviewAt(simulators, vendor)).resolves.toMatch(/has no webhook/);
		const before = server.calls.length;
		const said = await interviewAt(simulators, ` ${vendor.toUpperCase()}  ${url} `);
		expect(said).toMatch(new RegExp(`^${vendor} sent [\\w.-]+: 200$`, 'm'));
		expect(server.calls.length).toBeGreaterThan(before);
	});

	it('is at one of the vendors', async () => {
		await expect(interviewAt(simulators, 'nobody')).resolves.toMatch(/type one of hireflix, heymilo/);
	});
});
