import { readShipped, type ShippedNode } from '../../../demo/shipped';
import { VENDOR_SETUPS } from '../../../demo/vendors';
import { SIMPLIFIED_COLUMNS } from '../../../nodes/shared/event/columnOrder';
import { contentOf } from '../../../simulators/shared/storage';
import type { WorkflowDefinition } from '../../../host/editor';
import { FORMULA, type Playground } from './playground';

const HOUR_MS = 3_600_000;

function resultOf({ stage }: Playground, id: string) {
	const result = stage.simulators.jobmojito.state.interview(id);
	if (!result) throw new Error(`JobMojito has no result ${id}`);
	return result;
}

/** Workflows that look after what events alone leave undone. @param at where they run, once that is there */
export function testCatchingUp(at: () => Playground): void {
	describe('chase-silent-and-failed.json', () => {
		it('lists who is silent or failed, allows the attempt that JobMojito allows, and nothing twice', async () => {
			const { jobmojito } = at().stage.simulators;
			const silent = await jobmojito.invite({ name: 'Silent Sam', email: 'silent.sam@example.com' });
			const longAgo = new Date(jobmojito.clock.now() - 49 * HOUR_MS).toISOString();
			Object.assign(resultOf(at(), silent.id), { createdAt: longAgo });
			await jobmojito.invite({ name: 'Just Invited', email: 'just.invited@example.com' });
			const abandoned = await jobmojito.invite({ name: 'Gone Gil', email: 'gone.gil@example.com' });
			await abandoned.fail('abandoned');
			const early = await jobmojito.invite({ name: 'Early Eve', email: 'early.eve@example.com' });
			await early.complete({ stoppedEarly: true });
			await early.report();
			const decided = await jobmojito.invite({ name: 'Decided Dee', email: 'decided.dee@example.com' });
			await decided.complete({ stoppedEarly: true });
			await decided.report();
			await decided.decide(false);
			const archived = await jobmojito.invite({ name: 'Archived Al', email: 'archived.al@example.com' });
			Object.assign(resultOf(at(), archived.id), { createdAt: longAgo });
			Object.assign(resultOf(at(), archived.id).fields, { status: 'archived' });
			const fine = await jobmojito.invite({ name: 'Fine Fay', email: 'fine.fay@example.com' });
			await fine.complete();
			await fine.report();

			const workflow = await at().install('chase-silent-and-failed.json');
			await workflow.run();
			expect(resultOf(at(), early.id).fields).toMatchObject({ status: 'draft', interviewStatus: null });
			expect(resultOf(at(), fine.id).fields).toMatchObject({
				status: 'active',
				interviewStatus: 'completed',
			});
			expect(resultOf(at(), decided.id).fields).toMatchObject({ status: 'active', decision: false });
			expect(at().services.slack.newTexts().sort()).toEqual([
				expect.stringMatching(
					/^Could not finish \(abandoned\).*Gone Gil.*gone\.gil@example\.com.*not submitted/s,
				),
				expect.stringMatching(/^Invited more than 48 hours ago.*Silent Sam.*Delivery Dispatcher/),
				expect.stringMatching(/^May try again \(completed, stopped early\).*Early Eve/),
			]);
			await workflow.run();
			expect(at().services.slack.newTexts()).toEqual([]);
		});
	});

	describe('nightly-reconciliation.json', () => {
		it('writes what is missing or different as the vendor has it now, and leaves the rest alone', async () => {
			const { jobmojito } = at().stage.simulators;
			jobmojito.state.interviews.splice(0);
			const submitted = async (name: string, email: string) => {
				const interview = await jobmojito.invite({ name, email });
				await interview.complete();
				await interview.report({ score: 7.3 });
				return interview;
			};
			const missing = await submitted(FORMULA, 'missing@example.com');
			const outdated = await submitted('Old Row', 'old.row@example.com');
			const known = await submitted('Known Row', 'known.row@example.com');
			await outdated.decide(true);
			const columns = ['interview_id', 'interview_status', 'score_raw', 'decision', 'summary', 'event_id'];
			at().services.sheets.grid = [
				columns,
				[known.id, 'completed', 7.3, 'undecided', 'What the webhook said', 'evt_known'],
				[outdated.id, 'completed', 7.3, 'undecided', '', 'evt_outdated'],
			];
			const workflow = await at().install('nightly-reconciliation.json');
			await workflow.run();
			const rows = at().services.sheets.rows();
			expect(rows.map(({ interview_id }) => interview_id)).toEqual([known.id, outdated.id, missing.id]);
			expect(rows[0]).toMatchObject({ summary: 'What the webhook said', event_id: 'evt_known' });
			expect(rows[1]).toMatchObject({ decision: 'advance', score_raw: 7.3, candidate_name: 'Old Row' });
			expect(rows[2]).toMatchObject({ candidate_name: FORMULA, interview_status: 'completed' });
			expect(Object.keys(rows[2]).sort()).toEqual([...SIMPLIFIED_COLUMNS].sort());
			expect(at().services.sheets.formulas).toEqual([]);
			const before = at().services.sheets.grid.map((row) => [...row]);
			await workflow.run();
			expect(at().services.sheets.grid).toEqual(before);
		});

		it('leaves the rows alone that webhooks of the same vendor wrote', async () => {
			const { jobmojito } = at().stage.simulators;
			at().services.sheets.grid = [['interview_id']];
			const live = await at().install(
				'one-row-per-interview.json',
				{ 'Hireflix Trigger': VENDOR_SETUPS.jobmojito.parameters(at().stage.simulators) },
				'jobmojito',
			);
			await at().stage.activate('jobmojito', live.id);
			jobmojito.state.interviews.splice(0);
			const reported = await jobmojito.invite({ name: 'Reported Rita', email: 'reported.rita@example.com' });
			const failed = await jobmojito.invite({ name: 'Failed Fe', email: 'failed.fe@example.com' });
			const steps = [
				() => reported.complete(),
				() => reported.report({ score: 6.2 }),
				() => reported.decide(true),
				() => failed.fail('no_speech'),
			];
			for (const step of steps) {
				await step();
				// The Google Sheets node reads, then writes: two events of a new interview at once would be two rows.
				await at().settled(live.id);
			}
			await at().stage.n8n.deactivate(live.id);
			const written = at().services.sheets.grid.map((row) => [...row]);
			expect(written).toHaveLength(3);
			await (await at().install('nightly-reconciliation.json')).run();
			expect(at().services.sheets.grid).toEqual(written);
		});

		it('fills a sheet that has no row yet', async () => {
			at().services.sheets.grid = [['interview_id']];
			await (await at().install('nightly-reconciliation.json')).run();
			expect(at().services.sheets.rows()).toHaveLength(
				at().stage.simulators.jobmojito.state.interviews.length,
			);
		});
	});

	describe('postings-that-send-nothing.json', () => {
		it('lists each active posting that has no webhook with the URL of the trigger, and nothing once all have', async () => {
			const { stage, services, install } = at();
			const { heymilo } = stage.simulators;
			heymilo.state.addPosting('Nights <b>');
			heymilo.state.addPosting('Archived').archived = true;
			const [selected, ...others] = heymilo.state.postings;
			const credential = await stage.createCredential('heymilo');
			const trigger = await stage.createWorkflow('heymilo', credential, { postings: [selected.id] });
			const url = await stage.productionUrl(trigger);
			const choice = { 'Of this trigger': startsWith(url) };
			const workflow = await install('postings-that-send-nothing.json', choice);
			const listed = async () => {
				await workflow.run();
				return services.slack.newTexts();
			};
			const titlesOf = (postings: typeof others) =>
				postings.filter((posting) => !posting.archived && !posting.isDraft).map(({ title }) => title);
			await expect(listed()).resolves.toEqual([listOf(titlesOf([selected, ...others]))]);
			await stage.n8n.activate(trigger);
			await expect(listed()).resolves.toEqual([listOf(titlesOf(others))]);
			for (const { id } of others)
				heymilo.addWebhook(`${url}?token=1`, { scope: id, events: ['report_available'] });
			await expect(listed()).resolves.toEqual([]);
			await stage.n8n.deactivate(trigger);
		});

		const listOf = (titles: string[]) =>
			[
				'HeyMilo postings that send nothing to n8n:',
				...titles.map((title) => `• ${title.replaceAll('<', '&lt;')}`),
				'',
				'Select them in the HeyMilo Trigger, and publish the workflow.',
			].join('\n');

		/** The parameters of a Filter node, with the URL that a user pastes. */
		function startsWith(url: string): Record<string, unknown> {
			const file = readShipped<WorkflowDefinition>('postings-that-send-nothing.json');
			const { parameters } = file.nodes.find(
				({ name }) => name === 'Of this trigger',
			) as unknown as ShippedNode & {
				parameters: Record<string, unknown>;
			};
			const sample = 'https://n8n.example.com/webhook/paste-yours-here/heymilo';
			return JSON.parse(JSON.stringify(parameters).replace(sample, url)) as Record<string, unknown>;
		}
	});

	describe('archive-files.json', () => {
		it('keeps the PDF and every recording, byte by byte, and not again for a decision', async () => {
			const { jobmojito } = at().stage.simulators;
			const workflow = await at().install('archive-files.json');
			const invited = await jobmojito.invite({ name: 'Amara Osei', email: 'amara.osei@example.com' });
			await invited.complete();
			await invited.report();
			const id = String(workflow.pinned.interview_id);
			Object.assign(resultOf(at(), invited.id), { id });
			await workflow.run();
			const { files } = at().services.drive;
			expect(files.map(({ parents }) => parents)).toEqual(files.map(() => ['archive-folder']));
			expect(files.map(({ content }) => content.toString()).sort()).toEqual([
				...[`recordings/${id}.mp4`, `interview-exports/${id}.pdf`].map(contentOf),
				...[`recordings/${id}-0.mp3`, `recordings/${id}-1.mp3`].map(contentOf),
			]);
			for (const { name } of files)
				expect(name).toMatch(/^Amara Osei – Delivery Dispatcher – .+\.(pdf|mp[34])$/);

			const decided = { ...workflow.pinned, decision: 'advance', event_id: `evt_${'3'.repeat(32)}` };
			await at().stage.n8n.updateWorkflow(workflow.id, {
				pinData: { 'JobMojito Trigger': [{ json: decided }] },
			});
			await workflow.run();
			expect(files).toHaveLength(4);
		});
	});
}
