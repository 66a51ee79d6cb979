import type { Simulators } from '../../../demo/vendors';
import type { TriedOperation } from '../operations';

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const REFUSED_KEY = /Unauthorized.*API keys/;
const UNKNOWN_INTERVIEW = { interviewId: 'unknown' };
const UNKNOWN_POSITION = { positionId: byId('unknown') };

let invited = 0;

/** A finished interview of a new candidate. */
async function finished({ hireflix }: Simulators) {
	const interview = await hireflix.invite({ name: 'Ada Example', email: `ada${++invited}@example.com` });
	await interview.complete();
	return { interviewId: interview.id };
}

const firstPosition = ({ hireflix }: Simulators) => ({ positionId: byId(hireflix.state.positions[0].id) });

/** The first position, with a candidate in it. */
async function invitedToFirst(simulators: Simulators) {
	const parameters = firstPosition(simulators);
	await simulators.hireflix.invite({ name: 'Ada Example', jobId: parameters.positionId.value });
	return parameters;
}

export const HIREFLIX_OPERATIONS: TriedOperation[] = [
	{
		resource: 'report',
		operation: 'get',
		good: finished,
		item: { interview_status: 'completed' },
		refused: UNKNOWN_INTERVIEW,
		message: /no interview with the ID unknown.*trigger item/,
	},
	{
		resource: 'report',
		operation: 'getAll',
		good: invitedToFirst,
		item: { vendor: 'hireflix' },
		refused: UNKNOWN_POSITION,
		message: /no position with the ID unknown.*list/,
	},
	{
		resource: 'interview',
		operation: 'get',
		good: finished,
		item: { status: 'completed' },
		refused: UNKNOWN_INTERVIEW,
		message: /no interview with the ID unknown/,
	},
	{
		resource: 'interview',
		operation: 'getAll',
		good: invitedToFirst,
		refused: UNKNOWN_POSITION,
		message: /no position with the ID unknown/,
	},
	{
		resource: 'interview',
		operation: 'getTranscript',
		good: finished,
		item: { is_complete: true },
		refused: UNKNOWN_INTERVIEW,
		message: /no interview/,
	},
	{
		resource: 'interview',
		operation: 'invite',
		good: (simulators) => ({
			...firstPosition(simulators),
			firstName: 'Ada',
			email: `invited${++invited}@example.com`,
		}),
		item: { is_new: true },
		refused: { ...UNKNOWN_POSITION, firstName: 'Ada', email: 'ada@example.com' },
		message: /did not invite: Position not found.*list/,
	},
	{
		resource: 'interview',
		operation: 'share',
		good: finished,
		item: { externalLink: {} },
		refused: UNKNOWN_INTERVIEW,
		message: /not-found/,
	},
	{
		resource: 'interview',
		operation: 'shortlist',
		good: finished,
		item: { status: 'shortlisted' },
		refused: UNKNOWN_INTERVIEW,
		message: /not-found/,
	},
	{
		resource: 'interview',
		operation: 'archive',
		good: finished,
		item: { status: 'discarded' },
		refused: UNKNOWN_INTERVIEW,
		message: /not-found/,
	},
	{
		resource: 'interview',
		operation: 'score',
		good: async (simulators) => ({ ...(await finished(simulators)), score: 4.5 }),
		item: { score: { value: 4.5 } },
		refused: { interviewId: 'any', score: 3.2 },
		message: /Score is between two half stars.*It is: 3.2.*steps of 0.5/,
	},
	{
		resource: 'interview',
		operation: 'comment',
		good: async (simulators) => ({ ...(await finished(simulators)), comment: 'Call her' }),
		refused: { interviewId: 'any', comment: ' ' },
		message: /Comment is empty.*Fill in Comment/,
	},
	{
		resource: 'position',
		operation: 'getAll',
		good: () => ({}),
		item: { is_archived: false },
		message: REFUSED_KEY,
	},
	{
		resource: 'position',
		operation: 'archive',
		good: ({ hireflix }) => ({ positionId: byId(hireflix.state.addPosition('To be closed').id) }),
		item: { is_archived: true },
		refused: UNKNOWN_POSITION,
		message: /Position not found.*list/,
	},
	{
		resource: 'customQuery',
		operation: 'run',
		good: () => ({ query: 'query { positions { name } }' }),
		refused: { query: 'query { nothing }' },
		message: /Cannot query field/,
	},
];
