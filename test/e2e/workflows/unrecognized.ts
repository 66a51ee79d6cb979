import { readShipped, shippedFiles } from '../../../demo/shipped';
import { SIMPLIFIED_COLUMNS } from '../../../nodes/shared/event/columnOrder';
import type { Playground } from './playground';

type Item = Record<string, unknown>;

/** By workflow, the node that stops what its trigger did not recognize. */
const STOPPED_AT: Record<string, string> = {
	'approve-by-score.json': 'Not decided yet',
	'archive-files.json': 'Recognized results only',
	'once-in-queue-mode.json': 'First run only',
	'one-row-per-interview.json': 'Newest step only',
	'report-by-email.json': 'Recognized reports only',
	'result-to-hubspot.json': 'Has an email address',
};

/** The workflow that says so in a card of its own. */
const SAYS_SO = 'report-to-slack.json';

const startsWithVendor = (file: string) =>
	readShipped(file).nodes.some(({ type }) => /^n8n-nodes-ai-interviews\..*Trigger$/.test(type));

const REASON = 'The event "interview.paused" is not one this node knows';

/** An event of a kind that is not known, of an interview that is. @param pinned the item of the workflow */
const ofUnknownKind = (pinned: Item): Item => ({
	...pinned,
	event_type: 'interview.unknown',
	interview_status: 'unknown',
	event_id: `evt_${'1'.repeat(32)}`,
	failure_reason: REASON,
	raw: { event: 'interview.paused' },
});

/** A delivery of which nothing could be read. */
const unreadable = ({ vendor, received_at }: Item): Item => ({
	...Object.fromEntries(SIMPLIFIED_COLUMNS.map((column) => [column, null])),
	event_type: 'interview.unknown',
	vendor,
	received_at,
	interview_status: 'unknown',
	is_out_of_order: false,
	event_id: `evt_${'2'.repeat(32)}`,
	failure_reason: 'The body is not a JSON object',
	raw: 'ping',
});

/** What workflows make of deliveries that their trigger did not recognize. @param at where they run, once that is there */
export function testUnrecognized(at: () => Playground): void {
	describe('a delivery that was not recognized', () => {
		/** Runs a workflow on an item in the place of the pinned one. */
		async function runOn(file: string, item: (pinned: Item) => Item) {
			const workflow = await at().install(file);
			const [trigger] = Object.keys(readShipped(file).pinData ?? {});
			await at().stage.n8n.updateWorkflow(workflow.id, {
				pinData: { [trigger]: [{ json: item(workflow.pinned) }] },
			});
			return { ...(await workflow.run()), pinned: workflow.pinned };
		}

		function written() {
			const { slack, sheets, hubSpot, drive, mail } = at().services;
			const { contacts, changes, notes } = hubSpot;
			return structuredClone({
				cards: slack.messages.length,
				mails: mail.received.length,
				rows: sheets.grid,
				contacts: { contacts: [...contacts], changes, notes },
				files: drive.files.length,
			});
		}

		it('is met by every workflow that a vendor starts', () => {
			const tested = [...Object.keys(STOPPED_AT), SAYS_SO];
			expect(tested.sort()).toEqual(shippedFiles().filter(startsWithVendor).sort());
		});

		it.each(
			Object.entries(STOPPED_AT).flatMap(([file, node]) => [
				[file, node, 'an unknown event of a known interview', ofUnknownKind] as const,
				[file, node, 'a delivery that cannot be read', unreadable] as const,
			]),
		)('ends %s at "%s" and writes nothing: %s', async (file, node, _, item) => {
			const known = readShipped(file).pinData as Record<string, Array<{ json: Item }>>;
			const [[{ json }]] = Object.values(known);
			at().services.sheets.grid = [
				['interview_id', 'candidate_name'],
				[String(json.interview_id), 'Known'],
			];
			const before = written();
			const { runData } = await runOn(file, item);
			expect(Object.keys(runData).at(-1)).toBe(node);
			// The Filter node emits what it stops on a second list, which is no output.
			expect(runData[node][0].data?.main?.[0]).toEqual([]);
			expect(written()).toEqual(before);
		});

		it(`is a card in ${SAYS_SO} that says so`, async () => {
			at().services.slack.newTexts();
			await runOn(SAYS_SO, ofUnknownKind);
			expect(at().services.slack.newTexts()).toEqual([
				expect.stringMatching(
					/^\*Not recognized:\* heymilo sent something that is no report\.\n.*interview\.paused/,
				),
			]);
		});

		it(`is such a card in ${SAYS_SO} also when it really arrives`, async () => {
			const { heymilo } = at().stage.simulators;
			const postings = heymilo.state.postings.map(({ id }) => id);
			const workflow = await at().install(SAYS_SO, { 'HeyMilo Trigger': { postings } });
			await at().stage.activate('heymilo', workflow.id);
			const outcome = await heymilo.sendRaw('{"candidate_ingested":true}');
			expect(outcome).toMatchObject({ status: 200 });
			await at().settled(workflow.id);
			expect(at().services.slack.newTexts()).toEqual([
				expect.stringMatching(/^\*Not recognized:\* heymilo .*\n.*interview_id is missing/),
			]);
			await at().stage.n8n.deactivate(workflow.id);
		});
	});
}
