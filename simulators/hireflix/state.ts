import type { Clock } from '../shared/clock';
import { objectId, shortCode } from '../shared/ids';

export interface Position {
	id: string;
	name: string;
	active: boolean;
	/** Epoch milliseconds when archived. */
	archived: number | null;
	createdAt: number;
	questions: Array<{ id: string; title: string; description: string }>;
}

interface InvitedCandidate {
	firstName: string;
	lastName: string;
	email: string;
	phone: string | null;
}

/** All times in epoch milliseconds. */
export interface Interview {
	id: string;
	hash: string;
	position: Position;
	candidate: InvitedCandidate;
	externalId: string | null;
	createdAt: number;
	completed: number | null;
	deleted: number | null;
	archived: number | null;
	finalist: number | null;
	/** 0.5 to 5. */
	score: number | null;
	thumbnail: string | null;
	metadata: Record<string, unknown> | null;
	comments: Array<{ id: string; value: string; createdAt: number }>;
	/** Where anyone can watch it, once it was shared. */
	externalLink: { id: string; url: string } | null;
}

/** Stages of the list filter; the deliveries and the API say `completed` for `to_evaluate`. */
export type Stage = 'pending' | 'to_evaluate' | 'shortlisted' | 'discarded';

export function stageOf({ archived, finalist, completed }: Interview): Stage {
	if (archived) return 'discarded';
	if (finalist) return 'shortlisted';
	return completed ? 'to_evaluate' : 'pending';
}

export function statusOf(interview: Interview): string {
	const stage = stageOf(interview);
	return stage === 'to_evaluate' ? 'completed' : stage;
}

const QUESTIONS = ['Tell us about a customer you could not help at first', 'Which shift suits you, and why?'];

export class HireflixState {
	readonly companyId: string;
	readonly positions: Position[] = [];
	readonly interviews: Interview[] = [];

	constructor(private readonly clock: Clock) {
		this.companyId = objectId(clock.now());
		for (const name of ['Customer Support Specialist', 'Warehouse Team Lead', 'Data Analyst'])
			this.addPosition(name);
		this.addPosition('Trainee 2024').archived = clock.now();
	}

	addPosition(name: string): Position {
		const createdAt = this.clock.now();
		const questions = QUESTIONS.map((title) => ({ id: objectId(createdAt), title, description: '' }));
		const position = { id: objectId(createdAt), name, active: true, archived: null, createdAt, questions };
		this.positions.push(position);
		return position;
	}

	position(id: string): Position | undefined {
		return this.positions.find((one) => one.id === id);
	}

	interview(id: string): Interview | undefined {
		return this.interviews.find((one) => one.id === id && !one.deleted);
	}

	interviewsOf(positionId: string): Interview[] {
		return this.interviews.filter(({ position, deleted }) => position.id === positionId && !deleted);
	}

	addInterview(position: Position, candidate: InvitedCandidate, externalId: string | null): Interview {
		const createdAt = this.clock.now();
		const interview: Interview = {
			id: objectId(createdAt),
			hash: shortCode(),
			position,
			candidate,
			externalId,
			createdAt,
			completed: null,
			deleted: null,
			archived: null,
			finalist: null,
			score: null,
			thumbnail: null,
			metadata: null,
			comments: [],
			externalLink: null,
		};
		this.interviews.push(interview);
		return interview;
	}
}
