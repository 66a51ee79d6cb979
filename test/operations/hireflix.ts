import type { Simulators } from '../../demo/vendors';
import { byId, type OddBodies, type Tries } from './tries';

const REFUSED_KEY = /Unauthorized.*API keys/;
const UNKNOWN_INTERVIEW = { interviewId: 'unknown' };
const NOT_FOUND = { refused: UNKNOWN_INTERVIEW, message: /interview-not-found.*Check the values/ };
const UNKNOWN_POSITION = { positionId: byId('unknown') };

let invited = 0;

/** A finished interview of a new candidate. */
async function finished({ hireflix }: Simulators) {
	const interview = await hireflix.invite({ name: 'Ada Example', email: `ada${++invited}@example.com` });
	await interview.complete();
	return { interviewId: interview.id };
}

const firstPosition = ({ hireflix }: Simulators) => ({ positionId: byId(hireflix.state.positions[0].id) });

/** A new position, with a candidate in it. */
async function invitedToNew({ hireflix }: Simulators) {
	const { id } = hireflix.state.addPosition('Night Nurse');
	await hireflix.invite({ name: 'Ada Example', jobId: id });
	return { positionId: byId(id) };
}

export const HIREFLIX_OPERATIONS: Tries = {
	'report get': {
		good: async (simulators) => ({ ...(await finished(simulators)), options: { transcript: 'text' } }),
		item: {
			interview_status: 'completed',
			transcript: expect.stringContaining('I asked what had gone wrong'),
		},
		refused: UNKNOWN_INTERVIEW,
		message: /no interview with the ID unknown.*trigger item/,
	},
	'report getAll': {
		good: invitedToNew,
		item: { vendor: 'hireflix', job_title: 'Night Nurse', candidate_name: 'Ada Example' },
		refused: { ...UNKNOWN_POSITION, filters: { invitedAfter: 'soon' } },
		message: /Invited After is not a valid date.*Pick a date/,
	},
	'interview get': {
		good: finished,
		item: { status: 'completed', questions: [{ answer: { transcription: { languageCode: 'en' } } }, {}] },
		refused: UNKNOWN_INTERVIEW,
		message: /no interview with the ID unknown/,
	},
	'interview getAll': {
		good: invitedToNew,
		item: { candidate_name: 'Ada Example', job_title: 'Night Nurse' },
		refused: UNKNOWN_POSITION,
		message: /no position with the ID unknown.*list/,
	},
	'interview getTranscript': {
		good: finished,
		item: { is_complete: true, transcript: expect.stringContaining('Question: Tell us') },
		refused: UNKNOWN_INTERVIEW,
		message: /no interview/,
	},
	'interview invite': {
		isSentOnce: true,
		good: (simulators) => ({
			...firstPosition(simulators),
			firstName: 'Ada',
			email: `invited${++invited}@example.com`,
		}),
		item: { is_new: true },
		refused: { ...UNKNOWN_POSITION, firstName: 'Ada', email: 'ada@example.com' },
		message: /did not invite: Position not found.*list/,
	},
	'interview share': {
		isSentOnce: true,
		good: finished,
		item: { externalLink: { url: expect.stringContaining('https://shared.') } },
		...NOT_FOUND,
	},
	'interview shortlist': {
		good: finished,
		item: { status: 'shortlisted' },
		...NOT_FOUND,
	},
	'interview archive': {
		good: finished,
		item: { status: 'discarded' },
		...NOT_FOUND,
	},
	'interview score': {
		good: async (simulators) => ({ ...(await finished(simulators)), score: 4.5 }),
		item: { score: { value: 4.5 } },
		refused: { interviewId: 'any', score: 3.2 },
		message: /Score is between two half stars.*It is: 3.2.*steps of 0.5/,
	},
	'interview comment': {
		isSentOnce: true,
		good: async (simulators) => ({ ...(await finished(simulators)), comment: 'Call her' }),
		refused: { interviewId: 'any', comment: ' ' },
		message: /Comment is empty.*Fill in Comment/,
	},
	'position getAll': {
		good: () => ({}),
		item: { is_archived: false },
		message: REFUSED_KEY,
	},
	'position archive': {
		good: ({ hireflix }) => ({ positionId: byId(hireflix.state.addPosition('To be closed').id) }),
		item: { is_archived: true },
		refused: UNKNOWN_POSITION,
		message: /Position not found.*list/,
	},
	'customQuery run': {
		good: ({ hireflix }) => ({
			query: 'query ($id: String!) { position(id: $id) { name } }',
			variables: JSON.stringify({ id: hireflix.state.addPosition('Night Nurse').id }),
		}),
		item: { position: { name: 'Night Nurse' } },
		refused: { query: 'query { nothing }' },
		message: /Cannot query field/,
	},
};

export const HIREFLIX_ODD_BODIES: OddBodies = {
	'no data': { body: { data: {} } },
	'null as data': { body: { data: null } },
	'a list as data': { body: { data: [] } },
	'an error beside data': {
		body: {
			data: {
				positions: [{ id: 'p1' }],
				position: { interviewList: { results: [], lastCursor: null } },
				interview: { id: 'i1' },
				inviteCandidateToInterview: { __typename: 'InterviewType', id: 'i1' },
			},
			errors: [{ message: 'Something broke', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
		},
		message: /^Hireflix says: Something broke/,
	},
	'data in another shape': {
		body: {
			data: {
				positions: {},
				position: { interviewList: { results: {}, lastCursor: null } },
				interview: [],
				Interview: { archive: null, comment: [], finalist: {}, score: { id: null }, share: { id: 'i1' } },
				inviteCandidateToInterview: { __typename: 'InterviewType' },
				archivePosition: { __typename: 'MutationArchivePositionSuccess', data: null },
			},
		},
		answers: ['customQuery run'],
	},
};
