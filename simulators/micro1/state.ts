import type { Clock } from '../shared/clock';
import { uuid } from '../shared/ids';

/** What candidates are invited to. */
export interface Definition {
	id: string;
	name: string;
	/** What else was set, by the API's names; questions have their time in seconds, as they are read. */
	settings: Record<string, unknown>;
	createdAt: number;
	updatedAt: number;
}

export interface Job {
	id: string;
	title: string;
	createdAt: number;
}

export interface Applicant {
	/** Of the application. */
	id: string;
	job: Job;
	candidateId: string;
	firstName: string;
	lastName: string;
	email: string;
	/** The customer's own id of the application. */
	atsId: string | null;
	phone: string | null;
	resumeUrl: string | null;
	/** 0 to 100 is assumed; null before the resume is scored. */
	resumeScore: number | null;
	stage: string;
	createdAt: number;
	updatedAt: number;
}

/** An invitation, and what becomes of it: asked for twice, there are two of one candidate. */
export interface Interview {
	/** Of the report; ten letters and digits, assigned at once, for tests to refer to. */
	id: string;
	sessionId: string;
	definition: Definition;
	candidateId: string;
	name: string;
	email: string;
	atsId: string | null;
	applicationId: string | null;
	/** Whether micro1 has sent an email. */
	isTold: boolean;
	invitedAt: number;
	startedAt: number | null;
	/** When the report was made, and changed; null before. */
	reportedAt: number | null;
	changedAt: number | null;
	matchScore: number;
	proctoringScore: number;
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

const token = (): string =>
	Array.from({ length: 10 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('');

export class Micro1State {
	readonly definitions: Definition[] = [];
	readonly jobs: Job[] = [];
	readonly applicants: Applicant[] = [];
	readonly interviews: Interview[] = [];

	constructor(private readonly clock: Clock) {
		for (const name of ['Data Analyst Screen', 'Night Shift Screen']) this.addDefinition(name);
		for (const title of ['Data Analyst', 'Night Shift Nurse']) this.addJob(title);
	}

	addDefinition(name: string, settings: Record<string, unknown> = {}): Definition {
		const now = this.clock.now();
		const definition = { id: uuid(), name, settings, createdAt: now, updatedAt: now };
		this.definitions.push(definition);
		return definition;
	}

	addJob(title: string): Job {
		const job = { id: uuid(), title, createdAt: this.clock.now() };
		this.jobs.push(job);
		return job;
	}

	addApplicant(
		given: Pick<Applicant, 'job' | 'firstName' | 'lastName' | 'email'> & Partial<Applicant>,
	): Applicant {
		const now = this.clock.now();
		const applicant: Applicant = {
			id: uuid(),
			candidateId: uuid(),
			atsId: null,
			phone: null,
			resumeUrl: null,
			resumeScore: null,
			stage: 'applied',
			createdAt: now,
			updatedAt: now,
			...given,
		};
		this.applicants.push(applicant);
		return applicant;
	}

	/** A candidate is known by the address. */
	addInterview(given: Pick<Interview, 'definition' | 'name' | 'email'> & Partial<Interview>): Interview {
		const known = this.interviews.find(({ email }) => email === given.email);
		const interview: Interview = {
			id: token(),
			sessionId: uuid(),
			candidateId: known?.candidateId ?? uuid(),
			atsId: null,
			applicationId: null,
			isTold: true,
			invitedAt: this.clock.now(),
			startedAt: null,
			reportedAt: null,
			changedAt: null,
			matchScore: 74,
			proctoringScore: 91,
			...given,
		};
		this.interviews.push(interview);
		return interview;
	}

	interview(id: string): Interview | undefined {
		return this.interviews.find((one) => one.id === id);
	}
}
