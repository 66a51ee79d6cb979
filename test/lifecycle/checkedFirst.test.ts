import { type Simulators, startSimulators, stopSimulators } from '../../demo/vendors';
import { VENDORS } from '../../nodes/shared/event/schema';
import { namedOperations } from '../operations';
import { RESUME } from '../operations/tries';
import { VENDOR_MODULES } from '../vendorModules';
import { actionsOf } from './actions';

/** Operations that change something for some parameters only, with those. */
const ALSO: Record<string, object> = {
	'jobmojito report get': { options: { files: ['report'], scorecard: 'page', escapeFormulas: true } },
};

describe.each(VENDORS)('%s: what an operation is asked for', (vendor) => {
	let simulators: Simulators;

	beforeAll(async () => {
		simulators = await startSimulators();
	});

	afterAll(async () => {
		await stopSimulators(simulators);
	});

	const { run } = actionsOf(vendor, () => simulators[vendor].credentials);

	const writes = VENDOR_MODULES[vendor].resources.flatMap(({ value, operations }) =>
		operations
			.filter((operation) => !('run' in operation || 'onlyReads' in operation))
			.map((operation) => `${value} ${operation.value}`),
	);
	const writing = namedOperations(vendor).filter(([name]) => writes.includes(name));
	const also = namedOperations(vendor).filter(([name]) => `${vendor} ${name}` in ALSO);

	it.each([...writing, ...also])('is read before %s sends anything', async (name, one) => {
		const parameters = { ...(await one.good(simulators)), ...ALSO[`${vendor} ${name}`] };
		const { requests } = simulators[vendor];
		const before = requests.length;
		const early: string[] = [];
		const late: string[] = [];
		const onRead = (read: string) => void (requests.length > before ? late : early).push(read);
		await run(name, parameters, { onRead, ...(one.needsFile && { file: RESUME }) });
		expect(requests.length).toBeGreaterThan(before);
		expect(early).toContain('operation');
		expect(late).toEqual([]);
	});
});
