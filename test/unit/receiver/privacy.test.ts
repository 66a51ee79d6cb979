import { inspect } from 'node:util';

import { memoryOf } from '../../../nodes/shared/receiver/deliveryMemory';
import { receive } from '../../../nodes/shared/receiver/receive';
import { fixturesOf, type Fixture } from '../../fixtures';
import { receiving } from '../triggerContext';
import { PROVERS } from './provers';

/** Of a trigger that takes everything. */
const PARAMETERS: Record<string, unknown> = { options: { acceptUnverified: true } };

const RECEIVERS = Object.values(PROVERS).map(({ receiver }) => receiver);

/** Everything reachable from a value, hidden fields and entries of maps too. */
const contentOf = (value: unknown) =>
	inspect(value, {
		depth: null,
		maxArrayLength: null,
		maxStringLength: null,
		showHidden: true,
		breakLength: Infinity,
	});

/** Every text that says who a candidate is or belongs to one interview only. */
function personalTexts({ item }: Fixture): string[] {
	return Object.entries(item)
		.filter(([column]) => column.startsWith('candidate_') || column === 'interview_id')
		.map(([, value]) => value)
		.filter((value) => typeof value === 'string');
}

describe.each(RECEIVERS.map((receiver) => [receiver.vendor, receiver] as const))(
	'after %s',
	(name, vendor) => {
		const fixtures = fixturesOf(name);
		const lines: string[] = [];

		beforeAll(async () => {
			const unreadable = [
				'{"unknown":"Ada Example"}',
				'Ada Example',
				...fixtures.map(({ text }) =>
					text.replace(/("(?:event|(?:interview_)?status)":\s*)"[^"]*"/g, '$1"Ada Example"'),
				),
				...fixtures.map(({ text }) => text.slice(0, -9)),
			];
			for (const text of [...fixtures.map(({ text }) => text), ...unreadable]) {
				const node = { id: name, name: 'Trigger' };
				const { context, response, log } = receiving(text, node, (parameter) => PARAMETERS[parameter]);
				await receive(context, vendor);
				response.emit('finish');
				lines.push(...log);
			}
		});

		it('the memory of deliveries holds entries, and nothing of a candidate', () => {
			const content = contentOf(memoryOf('workflow', name));
			expect(content).toMatch(/remembered: RecentTable \{\s+width: 5,\s+young: Generation \{\s+size: [1-9]/);
			expect(content).toMatch(/pending: Map\(0/);
			const personal = [...new Set(fixtures.flatMap(personalTexts)), 'Ada Example'];
			expect(personal.length).toBeGreaterThan(2);
			expect(personal.filter((text) => content.includes(text))).toEqual([]);
		});

		it('the log has a reason and a hash of what was not recognized, and nothing of the body', () => {
			expect(lines.length).toBeGreaterThan(fixtures.length);
			for (const line of lines) {
				expect(line).toMatch(
					/^Trigger: an unrecognized delivery did not start the workflow\. The (event|body) [\w :.]+\. SHA-256 of its body: [\da-f]{64}$/,
				);
				expect(line).not.toMatch(/Ada Example/);
			}
		});
	},
);
