import fc from 'fast-check';

import { normalizeHeyMiloInterview } from '../../../nodes/HeyMilo/normalizeAnswer';
import { normalizeHireflixInterview } from '../../../nodes/Hireflix/normalizeAnswer';
import { normalizeInterviewFlowAiRecord } from '../../../nodes/InterviewFlowAi/normalizeAnswer';
import { normalizeJobMojitoResult } from '../../../nodes/JobMojito/normalizeAnswer';
import { normalizeRibbonInterview } from '../../../nodes/Ribbon/normalizeAnswer';
import { normalizeMicro1Report } from '../../../nodes/Micro1/normalizeAnswer';
import type { InterviewEvent, Vendor } from '../../../nodes/shared/event/interviewEvent';
import { VENDORS } from '../../../nodes/shared/event/schema';
import { fixture, fixturesOf } from '../../fixtures';
import { fieldsOf } from '../hostile';
import { changed, facts, normalizers } from '../normalized';

type Body = Record<string, unknown>;

/** A body and how it is read. */
interface Reading {
	name: string;
	body: Body;
	read(body: Body): InterviewEvent | null;
}

function deliveriesOf(vendor: Vendor): Reading[] {
	const decided: Array<[string, Record<string, unknown>]> = [
		['interview_result', { recruiter_go_next_round: true }],
		['interview_result', { recruiter_go_next_round: false }],
	];
	const more = vendor === 'jobmojito' ? decided : [];
	const bodies = [
		...fixturesOf(vendor).map(({ name, body }) => ({ name, body })),
		...more.map(([name, changes]) => ({ name, body: changed(fixture(vendor, name).body, changes) })),
	];
	return bodies.map(({ name, body }) => ({
		name,
		body: body as Body,
		read: (drifted) => {
			const normalized = normalizers[vendor](drifted, facts);
			return 'event' in normalized ? normalized.event : null;
		},
	}));
}

const { receivedAt } = facts;
const HIREFLIX_ANSWER = {
	id: '69a554f359b2e04c7d1f8a36',
	status: 'completed',
	answered: true,
	createdAt: 1772442867512,
	completed: 1772642468904,
	deleted: null,
	archived: null,
	finalist: null,
	candidate: { fullName: 'Zoë Example', email: 'zoe@example.com' },
	score: { value: 4 },
	questions: [{ id: 'q1', title: 'Why do you want this?', answer: null }],
};

const JOBMOJITO_ROW = {
	status: 'active',
	coach_status: 'completed',
	processing_status: 'completed',
	candidate_name: 'Zoë Example',
	interview_started: true,
	is_test: false,
	score: 7.34,
	updated_at: '2026-03-01T08:00:00Z',
};

const HEYMILO_ANSWER = {
	interview_id: 'A83F19D2605BC74E',
	posting_id: '7C41B0E9',
	name: 'Zoë Example',
	score: 78,
	workflow: { steps: [{ step_id: 's', order: 1, completed: true, knocked_out: false }], all_complete: true },
	web_interview: { match_score: 78, highlights: ['Asks well, listens'], lowlights: [] },
};

const ANSWERS: Record<Vendor, Reading[]> = {
	hireflix: [
		{},
		{ status: 'shortlisted' },
		{ finalist: 1772707407024 },
		{ status: 'discarded' },
		{ archived: 1772715606105 },
		{ archived: true },
		{ archived: false, finalist: false, deleted: false },
	].map((changes) => ({
		name: JSON.stringify(changes),
		body: { ...HIREFLIX_ANSWER, ...changes },
		read: (body) => normalizeHireflixInterview(body as never, receivedAt),
	})),
	jobmojito: ['selected', 'rejected', 'undecided', 'ai_reject', null].map((decision_status) => ({
		name: String(decision_status),
		body: {
			row: { ...JOBMOJITO_ROW, decision_status },
			details: { status: 'completed', score: 7.34, start: '2026-03-01T07:00:00Z', transcript: [] },
		},
		read: ({ row, details }) =>
			normalizeJobMojitoResult({ id: 'r', row: row as never, details: details as never }, receivedAt, null),
	})),
	heymilo: ['completed', 'shortlisted', 'dismissed', 'knocked_out'].map((status) => ({
		name: status,
		body: { ...HEYMILO_ANSWER, status },
		read: (body) => normalizeHeyMiloInterview(body as never, receivedAt, { title: null, isTest: null }),
	})),
	interviewflowai: [{ status: 'completed' }, { status: 'rejected', decision: 'advance' }].map((changes) => ({
		name: JSON.stringify(changes),
		body: { interviewId: 'i', score: 84, completedAt: '2026-03-01T08:00:00Z', ...changes },
		read: (body) => normalizeInterviewFlowAiRecord(body, receivedAt),
	})),
	ribbon: [{ interview_data: null }, { interview_data: { summary: 'accepted' } }].map((changes) => ({
		name: JSON.stringify(changes),
		body: { interview_id: 'i', status: 'completed', ...changes },
		read: (body) => normalizeRibbonInterview(body as never, receivedAt),
	})),
	micro1: [{ status: 'active' }, { status: 'rejected', decision: 'advance' }].map((changes) => ({
		name: JSON.stringify(changes),
		body: { report_id: 'r', ai_match_score: 84, date_modified: '2026-03-01 08:00:00', ...changes },
		read: (body) => normalizeMicro1Report(body as never, receivedAt),
	})),
};

const isEpoch = (value: number) => value > 1e9;

/** What vendors, proxies and spreadsheets make of a value; the same fact in another form, or in one that nobody can read. */
const DRIFTS: Record<string, (value: unknown) => unknown[]> = {
	'booleans as text': (value) =>
		typeof value === 'boolean' ? [String(value), String(value).toUpperCase(), ` ${value} `] : [],
	'1 and 0 for booleans': (value) => {
		if (typeof value === 'boolean') return [Number(value), String(Number(value)), value ? 'yes' : 'no'];
		return value === null ? [0, '0'] : [];
	},
	'numbers as text': (value) => (typeof value === 'number' ? [String(value), ` ${value} `] : []),
	'another unit of time': (value) => {
		if (typeof value !== 'number' || !isEpoch(value)) return [];
		return value > 1e11 ? [value / 1000, Math.floor(value / 1000), String(value / 1000)] : [value * 1000];
	},
	'numbers that are none': (value) => (typeof value === 'number' ? [1, '1', '7,34', '1e3', 'Infinity'] : []),
	'HTML around text': (value) =>
		typeof value === 'string' && value.includes(' ')
			? [`<p>${value}</p>`, `&lt;b&gt;${value}&lt;/b&gt;`]
			: [],
	'another case': (value) => (typeof value === 'string' ? [value.toUpperCase(), ` ${value}\n`] : []),
	'text for null': (value) => (value === null ? ['', ' ', 'null', 'None', 'n/a'] : []),
};

/** Null is what some vendors send for "undecided": there, a decision that is taken away is one that is taken back. */
const ABSENCES: Record<string, (value: unknown) => unknown[]> = {
	'nothing at all': (value) => (value === null ? [] : [null, undefined, '']),
};

const saysNothing = (changes: Array<{ kind: unknown }>) =>
	changes.some(({ kind }) => Object.values(ABSENCES).includes(kind as never));

const decisionIn = ({ read }: Reading, body: Body) => read(body)?.decision ?? null;

/** The decision with this value in one field; the body is left as it was. */
function decisionWith(reading: Reading, [holder, name]: [Body, string], value: unknown) {
	const sent = holder[name];
	holder[name] = value;
	const decision = decisionIn(reading, reading.body);
	holder[name] = sent;
	return decision;
}

describe.each(VENDORS)('the decision of %s', (vendor) => {
	const readings = [...deliveriesOf(vendor), ...ANSWERS[vendor]];

	it('is made in some of the bodies, where the vendor sends any', () => {
		const decisions = readings.map((reading) => decisionIn(reading, reading.body));
		const made = (['advance', 'reject'] as const).filter((decision) => decisions.includes(decision));
		const fewer: Partial<Record<Vendor, string[]>> = { interviewflowai: [], micro1: [], ribbon: ['advance'] };
		expect(made).toEqual(fewer[vendor] ?? ['advance', 'reject']);
	});

	it.each(Object.entries(DRIFTS))('is the same or null when any one field drifts: %s', (_, drift) => {
		const invented = readings.flatMap((reading) => {
			const allowed = [null, decisionIn(reading, reading.body)];
			return fieldsOf(reading.body).flatMap(([holder, name]) =>
				drift(holder[name])
					.map((value) => ({ value, decision: decisionWith(reading, [holder, name], value) }))
					.filter(({ decision }) => !allowed.includes(decision))
					.map((found) => ({ in: reading.name, name, ...found })),
			);
		});
		expect(invented).toEqual([]);
	});

	it('is no other one when many fields drift at once, or say nothing', () => {
		const kinds = [...Object.values(DRIFTS), ...Object.values(ABSENCES)];
		const made = new Map(readings.map((reading) => [reading, decisionIn(reading, reading.body)]));
		const change = fc.record({ place: fc.nat(), kind: fc.constantFrom(...kinds), choice: fc.nat() });
		fc.assert(
			fc.property(
				fc.constantFrom(...readings),
				fc.array(change, { minLength: 1, maxLength: 12 }),
				(reading, changes) => {
					const body = structuredClone(reading.body);
					const fields = fieldsOf(body);
					for (const { place, kind, choice } of changes) {
						const [holder, name] = fields[place % fields.length];
						const values = kind(holder[name]);
						if (values.length === 0) continue;
						holder[name] = values[choice % values.length];
					}
					const found = decisionIn(reading, body);
					const allowed = [null, made.get(reading), ...(saysNothing(changes) ? ['undecided'] : [])];
					if (!allowed.includes(found)) throw new Error(`${reading.name} is ${String(found)}`);
				},
			),
			{ seed: 11, numRuns: 3000 },
		);
	});
});
