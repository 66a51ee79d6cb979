import { SIMPLIFIED_COLUMNS } from '../../../nodes/shared/event/columnOrder';
import { withoutFormulas } from '../../../nodes/shared/event/spreadsheet';
import { textOf } from '../services/slack';
import { FORMULA, type Playground } from './playground';

/** Ids that a spreadsheet takes for a number, a date or a boolean, unless they are marked as text. */
const DISGUISED = [
	...['219E0102', '1234567890123E45', '00123', '12345678901234567890', '+34600555014', '3-4', '1/2', 'TRUE'],
	...['2026-11-25', '12:30', '1,5', '1.50', '12%', "'00123", '7', 'A83F19D2605BC74E'],
];

/** An item as a row holds it: what is null leaves its cell empty. */
const inCells = (item: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(item).map(([name, value]) => [name, value ?? '']));

/** Workflows that tell of a result. @param at where they run, once that is there */
export function testReporting(at: () => Playground): void {
	describe('report-by-email.json', () => {
		it('emails one scorecard for a real report, as the body and as a file', async () => {
			const { heymilo } = at().stage.simulators;
			const postings = heymilo.state.postings.map(({ id }) => id);
			const workflow = await at().install('report-by-email.json', { 'HeyMilo Trigger': { postings } });
			await at().stage.activate('heymilo', workflow.id);
			const interview = await heymilo.invite({ name: 'Rita <Real>', email: 'rita.real@example.com' });
			await interview.start();
			await interview.complete();
			await interview.report(64);
			await at().settled(workflow.id);
			const { received } = at().services.mail;
			expect(received.map(({ subject }) => subject)).toEqual([
				expect.stringMatching(/^Interview report: Rita <Real>, ./),
			]);
			const [{ html, attachments }] = received;
			expect(html).toContain('Rita &lt;Real&gt;</h1>');
			expect(html).toContain('<strong>64</strong> of 100');
			expect(attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
				[`scorecard-${interview.id}.html`, 'text/html'],
			]);
			expect(attachments[0].content.toString().trim()).toBe(String(html).trim());
			await at().stage.n8n.deactivate(workflow.id);
		});
	});

	describe('report-to-slack.json', () => {
		it('posts one card with name, job, score and link, also when the report is sent twice', async () => {
			const workflow = await at().install('report-to-slack.json');
			await workflow.run();
			const [{ channel, ...card }] = at().services.slack.messages;
			expect(channel).toBe('C0RECRUIT');
			expect(textOf(card as never)).toBe(
				[
					'*Marcus Oyelaran* · Site Reliability Engineer',
					'Score: 78 of 100',
					'',
					'*Strengths*',
					String(workflow.pinned.strengths),
					'',
					'*Concerns*',
					String(workflow.pinned.concerns),
					'',
					String(workflow.pinned.report_url),
				].join('\n'),
			);
			await workflow.run();
			expect(at().services.slack.newTexts()).toHaveLength(1);
		});

		it('keeps a candidate from calling the whole channel', async () => {
			const workflow = await at().install('report-to-slack.json');
			const json = { ...workflow.pinned, candidate_name: '<!channel>' };
			await at().stage.n8n.updateWorkflow(workflow.id, { pinData: { 'HeyMilo Trigger': [{ json }] } });
			await workflow.run();
			expect(at().services.slack.newTexts()).toEqual([expect.stringMatching(/^\*&lt;!channel>\* · Site/)]);
		});

		it('posts it for a real report once it is active', async () => {
			const { heymilo } = at().stage.simulators;
			const postings = heymilo.state.postings.map(({ id }) => id);
			const workflow = await at().install('report-to-slack.json', { 'HeyMilo Trigger': { postings } });
			await at().stage.activate('heymilo', workflow.id);
			const interview = await heymilo.invite({ name: 'Rita Real', email: 'rita.real@example.com' });
			await interview.start();
			await interview.complete();
			await interview.report(64);
			await at().settled(workflow.id);
			expect(at().services.slack.newTexts()).toEqual([
				expect.stringMatching(/^\*Rita Real\* .*Score: 64 of 100/s),
			]);
		});
	});

	describe('one-row-per-interview.json', () => {
		it('leaves one row with all columns after two runs', async () => {
			const workflow = await at().install('one-row-per-interview.json');
			await workflow.run();
			await workflow.run();
			const { rows, grid } = { rows: at().services.sheets.rows(), grid: at().services.sheets.grid };
			expect([...grid[0]].sort()).toEqual([...SIMPLIFIED_COLUMNS].sort());
			expect(rows).toEqual([inCells(workflow.pinned)]);
			expect(at().services.sheets.formulas).toEqual([]);
		});

		it('finds the row again of an interview whose ID a spreadsheet takes for something else', async () => {
			const { sheets } = at().services;
			sheets.grid = [['interview_id']];
			const workflow = await at().install('one-row-per-interview.json');
			const run = async (changes: Record<string, unknown>) => {
				const items = DISGUISED.map((id) => ({
					json: { ...workflow.pinned, interview_id: id, external_id: id, event_id: `evt_${id}`, ...changes },
				}));
				await at().stage.n8n.updateWorkflow(workflow.id, { pinData: { 'Hireflix Trigger': items } });
				await workflow.run();
				return items.map(({ json }) => inCells(json));
			};
			const first = await run({ interview_status: 'invited', candidate_name: FORMULA });
			expect(sheets.rows()).toEqual(first);
			const second = await run({ interview_status: 'completed', candidate_name: FORMULA, score_raw: 4 });
			expect(sheets.rows()).toEqual(second);
			expect(sheets.formulas).toEqual([]);
		});

		it('brings the same values into a sheet that Google formats, with Escape Formulas', async () => {
			const { sheets } = at().services;
			sheets.grid = [['interview_id']];
			const googleFormats = { handlingExtraData: 'insertInNewColumn', useAppend: true };
			const workflow = await at().install('one-row-per-interview.json', {
				'One row per interview': { options: googleFormats },
			});
			const items = DISGUISED.map((id) => ({
				...workflow.pinned,
				interview_id: id,
				candidate_phone: id,
				candidate_name: FORMULA,
				score_raw: 4,
			}));
			await at().stage.n8n.updateWorkflow(workflow.id, {
				pinData: { 'Hireflix Trigger': items.map((item) => ({ json: withoutFormulas(item as never) })) },
			});
			await workflow.run();
			expect(sheets.rows()).toEqual(items.map(inCells));
			expect(sheets.formulas).toEqual([]);
		});
	});

	describe('once-in-queue-mode.json', () => {
		const LAST = 'What happens once';

		it('lets the event pass at its first run, as it was, and not at the second', async () => {
			const workflow = await at().install('once-in-queue-mode.json');
			const first = await workflow.run();
			expect(first.runData[LAST][0].data?.main?.[0]?.map(({ json }) => json)).toEqual([workflow.pinned]);
			const second = await workflow.run();
			expect(second.runData[LAST]).toBeUndefined();
			await expect(
				at().services.database.query('SELECT event_id, run FROM interview_events'),
			).resolves.toEqual([{ event_id: workflow.pinned.event_id, run: first.id }]);
		});
	});

	describe('result-to-hubspot.json', () => {
		it('finds the contact by email, changes nothing else of it, and writes one note', async () => {
			const { hubSpot } = at().services;
			const workflow = await at().install('result-to-hubspot.json');
			await workflow.run();
			await workflow.run();
			expect([...hubSpot.contacts.keys()]).toEqual(['sofia.lindqvist@example.com']);
			expect(hubSpot.changes).toEqual([{ email: 'sofia.lindqvist@example.com', properties: [] }]);
			expect(hubSpot.notes).toHaveLength(1);
			const [{ properties, associations }] = hubSpot.notes;
			expect(properties.hs_timestamp).toBe(workflow.pinned.occurred_at);
			expect(properties.hs_note_body).toMatch(
				/Account Executive, Mid-Market.*Sofia Lindqvist.*Score: 84.*closed mid-market.*Quota figures.*gut feeling.*https:/s,
			);
			expect(associations).toEqual([
				{
					to: { id: String(hubSpot.contacts.get('sofia.lindqvist@example.com')) },
					types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }],
				},
			]);
		});

		it('writes the note that HubSpot refused when the execution is retried', async () => {
			const { hubSpot } = at().services;
			const { n8n, simulators } = at().stage;
			const before = hubSpot.notes.length;
			const workflow = await at().install('result-to-hubspot.json');
			await at().stage.activate('interviewflowai', workflow.id);
			hubSpot.refusesNotes = true;
			const interview = await simulators.interviewflowai.invite({
				name: 'Nora Note',
				email: 'nora.note@example.com',
			});
			await interview.start();
			await interview.complete();
			await interview.report();
			await at().settled(workflow.id);
			const [failed] = await n8n.executions(workflow.id);
			expect(failed.status).toBe('error');
			expect(hubSpot.notes).toHaveLength(before);
			hubSpot.refusesNotes = false;
			await expect(n8n.execution(await n8n.retry(failed.id))).resolves.toMatchObject({ status: 'success' });
			expect(hubSpot.notes.slice(before)).toEqual([
				expect.objectContaining({
					properties: expect.objectContaining({
						hs_note_body: expect.stringContaining('Nora Note') as string,
					}) as object,
				}),
			]);
		});
	});
}
