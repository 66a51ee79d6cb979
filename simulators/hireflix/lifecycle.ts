import type { Clock } from '../shared/clock';
import { objectId } from '../shared/ids';
import type { Outcome, Sender } from '../shared/sender';
import { hireflixBody, type HireflixEvent } from './deliveries';
import type { HireflixState, Interview } from './state';

/** One candidate's interview and what can happen to it. Each step changes the state and sends what the vendor sends. */
export interface HireflixInterview {
	readonly id: string;
	/** What the invitation sent. */
	readonly invited: readonly Outcome[];
	/** `interview.finish`, and 240 ms later in `date` the same as `interview.status-change`. */
	complete(): Promise<Outcome[]>;
	/** 0.5 to 5; null clears. */
	score(value: number | null): Promise<Outcome[]>;
	shortlist(): Promise<Outcome[]>;
	/** Back to "to evaluate". */
	unshortlist(): Promise<Outcome[]>;
	discard(): Promise<Outcome[]>;
	restore(): Promise<Outcome[]>;
	delete(): Promise<Outcome[]>;
}

/** Emission lags the change by 53 to 240 ms in the vendor's samples. */
const EMISSION_LAG_MS = 61;
const SECOND_TELLING_MS = 240;
const THUMBNAIL_QUERY = 'Policy=simulated&Key-Pair-Id=simulated&Signature=simulated';

export class HireflixLifecycle {
	constructor(
		private readonly state: HireflixState,
		private readonly clock: Clock,
		private readonly sender: Sender,
	) {}

	/** Sends `interview.create`. */
	async invited(interview: Interview): Promise<Outcome[]> {
		return await this.tell('interview.create', interview, this.clock.now() + EMISSION_LAG_MS);
	}

	async complete(interview: Interview): Promise<Outcome[]> {
		interview.completed = this.clock.now();
		const date = interview.completed + EMISSION_LAG_MS;
		const first = await this.tell('interview.finish', interview, date);
		const second = await this.tell('interview.status-change', interview, date + SECOND_TELLING_MS);
		const answerId = objectId(interview.completed);
		interview.thumbnail = `https://media.hireflix.com/${this.state.companyId}/answer/${answerId}/thumbnail.png?${THUMBNAIL_QUERY}`;
		return [...first, ...second];
	}

	async change(
		interview: Interview,
		change: Partial<Pick<Interview, 'finalist' | 'archived' | 'deleted' | 'score'>>,
		event: HireflixEvent = 'interview.status-change',
	): Promise<Outcome[]> {
		Object.assign(interview, change);
		return await this.tell(event, interview, this.clock.now() + EMISSION_LAG_MS);
	}

	handle(interview: Interview, invited: Outcome[] = []): HireflixInterview {
		const now = () => this.clock.now();
		return {
			id: interview.id,
			invited,
			complete: () => this.complete(interview),
			score: (score) => this.change(interview, { score }, 'interview.score-updated'),
			shortlist: () => this.change(interview, { finalist: now() }),
			unshortlist: () => this.change(interview, { finalist: null }),
			discard: () => this.change(interview, { archived: now() }),
			restore: () => this.change(interview, { archived: null }),
			delete: () => this.change(interview, { deleted: now() }, 'interview.delete'),
		};
	}

	private async tell(event: HireflixEvent, interview: Interview, date: number): Promise<Outcome[]> {
		return await this.sender.tell({ event, body: hireflixBody(event, interview, date) });
	}
}
