import { buttonUrl, textOf } from '../services/slack';
import { FORMULA, type Playground } from './playground';

const ENDS_WITHIN_MS = 60_000;

/** A finished and scored interview at Hireflix that has the id of the pinned item. */
async function atHireflix(
	{ stage }: Playground,
	{ interview_id, candidate_name, candidate_email }: Record<string, unknown>,
) {
	const { hireflix } = stage.simulators;
	const invited = await hireflix.invite({ name: String(candidate_name), email: String(candidate_email) });
	await invited.complete();
	const interview = hireflix.state.interview(invited.id);
	if (!interview) throw new Error('Hireflix has lost the interview');
	return Object.assign(interview, { id: String(interview_id) });
}

/** Workflows in which somebody is invited or chosen. @param at where they run, once that is there */
export function testDeciding(at: () => Playground): void {
	describe('invite-from-form.json', () => {
		it('invites the applicant once, and notifies the team once', async () => {
			const { state } = at().stage.simulators.hireflix;
			const [, position] = state.positions;
			const workflow = await at().install('invite-from-form.json', {
				'Invite to the interview': { positionId: { __rl: true, mode: 'id', value: position.id } },
			});
			await workflow.run();
			await workflow.run();
			expect(state.interviewsOf(position.id).map(({ candidate }) => candidate)).toEqual([
				{
					firstName: 'Inés',
					lastName: 'Carmona Ruiz',
					email: 'ines.carmona@example.com',
					phone: '+34600555014',
				},
			]);
			const texts = at().services.slack.newTexts();
			expect(texts).toHaveLength(1);
			expect(texts[0]).toMatch(/^Inés Carmona Ruiz was invited/);
		});
	});

	describe('approve-by-score.json', () => {
		/** Clicks a button of the last message, and waits for the end of what it resumes. */
		async function answer(executionId: string, label: string): Promise<void> {
			const [message] = at().services.slack.messages.splice(0);
			expect(textOf(message)).toMatch(/Inés Carmona Ruiz.*Customer Support Specialist.*Score: 80 of 100/s);
			const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
			const response = await fetch(buttonUrl(message, label), { headers: browser });
			expect(response.status).toBe(200);
			const again = await fetch(buttonUrl(message, label), { headers: browser });
			expect(again.status).toBe(409);
			const deadline = Date.now() + ENDS_WITHIN_MS;
			while ((await at().stage.n8n.execution(executionId)).status === 'waiting') {
				if (Date.now() > deadline) throw new Error('The execution still waits');
				await new Promise((resume) => setTimeout(resume, 200));
			}
			const { status, error } = await at().stage.n8n.execution(executionId);
			expect({ status, error }).toEqual({ status: 'success', error: undefined });
		}

		it('shortlists only after a person said yes', async () => {
			const workflow = await at().install('approve-by-score.json');
			const interview = await atHireflix(at(), workflow.pinned);
			const execution = await workflow.run();
			expect(execution.status).toBe('waiting');
			expect(interview.finalist).toBeNull();
			await answer(execution.id, 'Shortlist');
			expect(interview.finalist).not.toBeNull();
			expect(interview.archived).toBeNull();
		});

		it('puts a high score that a person declined on the list, and rejects nobody', async () => {
			at().services.sheets.grid = [['interview_id']];
			const workflow = await at().install('approve-by-score.json');
			const execution = await workflow.run();
			const calls = at().stage.simulators.hireflix.requests.length;
			await answer(execution.id, 'Not now');
			expect(at().services.sheets.rows()).toMatchObject([{ interview_id: workflow.pinned.interview_id }]);
			expect(at().stage.simulators.hireflix.requests).toHaveLength(calls);
		});

		it.each([30, null])('puts a score of %p on the list unasked, and runs no formula', async (score) => {
			at().services.sheets.grid = [['interview_id']];
			const workflow = await at().install('approve-by-score.json');
			const pinned = { ...workflow.pinned, score_percent: score, candidate_name: FORMULA };
			await at().stage.n8n.updateWorkflow(workflow.id, {
				pinData: { 'Hireflix Trigger': [{ json: pinned }] },
			});
			const calls = at().stage.simulators.hireflix.requests.length;
			await workflow.run();
			expect(at().services.sheets.rows()).toMatchObject([{ candidate_name: FORMULA }]);
			expect(at().services.sheets.formulas).toEqual([]);
			expect(at().services.slack.newTexts()).toEqual([]);
			expect(at().stage.simulators.hireflix.requests).toHaveLength(calls);
		});
	});
}
