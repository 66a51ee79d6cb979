import type { Clock } from '../shared/clock';
import { uuid } from '../shared/ids';

export interface Team {
	id: string;
	name: string;
	created_at: string;
}

export interface Member {
	id: string;
	email: string | null;
	full_name: string | null;
	/** Not in answers. */
	teamId: string;
}

/** A flow as the API returns it. */
export interface Flow {
	interview_flow_id: string;
	team_id: string;
	org_name: string;
	title: string;
	questions: string[];
	voice_id: string;
	language: string;
	company_logo_url: string | null;
	additional_info: string | null;
	additional_instructions: string | null;
	interview_type: 'general' | 'recruitment';
	is_video_enabled: boolean;
	is_doc_upload_enabled: boolean;
	redirect_url: string | null;
	webhook_url: string | null;
	webhook_secret_key: string | null;
	intro: string | null;
	outro: string | null;
}

export interface Interview {
	id: string;
	flow: Flow;
	name: { first: string | null; last: string | null };
	email: string | null;
	recruiterId: string | null;
	status: 'incomplete' | 'completed';
	/** How often the results are still missing when the interview is read, though it is completed. */
	lag: number;
	/** What was scored; null for what was not. */
	scores: Record<'communication' | 'motivation' | 'skills', number | null>;
	hasVideo: boolean;
	isRevoked: boolean;
	/** Where the candidate is in the pipeline, which the API does not give. */
	stage: string;
}

export class RibbonState {
	readonly teams: Team[] = [];
	readonly members: Member[] = [];
	readonly flows: Flow[] = [];
	/** Archived: they are in no list any more. Assumed. */
	readonly archived = new Set<string>();
	readonly interviews: Interview[] = [];

	constructor(private readonly clock: Clock) {
		const team = this.addTeam('Retail');
		this.addMember('Kim Recruiter', 'kim.recruiter@example.com', team);
		for (const title of ['Store assistant', 'Night shift lead']) this.addFlow({ title });
	}

	addTeam(name: string): Team {
		const team = { id: uuid(), name, created_at: this.clock.iso() };
		this.teams.push(team);
		return team;
	}

	addMember(full_name: string | null, email: string | null, { id: teamId }: Team): Member {
		const member = { id: uuid(), email, full_name, teamId };
		this.members.push(member);
		return member;
	}

	addFlow(given: Partial<Flow> & Pick<Flow, 'title'>): Flow {
		const flow: Flow = {
			interview_flow_id: uuid().slice(0, 8),
			team_id: this.teams[0].id,
			org_name: 'Example Stores',
			questions: ['Why would you like to work in our store?'],
			voice_id: '11labs-Kate',
			language: 'en-US',
			company_logo_url: null,
			additional_info: null,
			additional_instructions: null,
			interview_type: 'general',
			is_video_enabled: false,
			is_doc_upload_enabled: false,
			redirect_url: null,
			webhook_url: null,
			webhook_secret_key: null,
			intro: null,
			outro: null,
			...given,
		};
		this.flows.push(flow);
		return flow;
	}

	flow(id: unknown): Flow | undefined {
		return this.flows.find(({ interview_flow_id }) => interview_flow_id === id);
	}

	interview(id: string): Interview | undefined {
		return this.interviews.find((one) => one.id === id);
	}

	addInterview(invited: Pick<Interview, 'flow'> & Partial<Interview>): Interview {
		const interview: Interview = {
			id: uuid(),
			name: { first: null, last: null },
			email: null,
			recruiterId: null,
			status: 'incomplete',
			lag: 0,
			scores: { communication: null, motivation: null, skills: null },
			hasVideo: false,
			isRevoked: false,
			stage: 'shortlisted',
			...invited,
		};
		this.interviews.push(interview);
		return interview;
	}
}
