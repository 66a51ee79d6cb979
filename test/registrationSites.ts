import { randomUUID } from 'node:crypto';

import { startHeyMilo, type HeyMiloSimulator } from '../simulators/heymilo';
import { startHireflix, type HireflixSimulator } from '../simulators/hireflix';
import { startMicro1, type Micro1Simulator } from '../simulators/micro1';
import type { Fault } from '../simulators/shared/faults';
import type { Registration } from '../simulators/shared/registration';

export type Moment = 'begun' | 'completed';

/** A vendor at which the trigger registers itself, in one of its ways, with webhooks of strangers already there. */
export interface RegistrationSite {
	vendor: 'heymilo' | 'hireflix' | 'micro1';
	simulator: HeyMiloSimulator | HireflixSimulator | Micro1Simulator;
	/** Postings, positions or interviews; micro1's webhooks are for all of the account's. */
	jobs: string[];
	/** The calls to fail; the list comes before everything else. */
	calls: Record<'list' | 'create' | 'remove', Fault['match']>;
	/** Trigger parameters for these moments of these jobs. */
	parameters(moments: Moment[], jobs: string[]): Record<string, unknown>;
	/** Makes it happen to a new candidate, and sends it to everyone registered for it. */
	happen(moment: Moment, job: string): Promise<unknown>;
	/** A webhook that somebody else made for the same moment of the same job. */
	addStranger(url: string, active?: boolean): void;
	/** As they were made. */
	strangers: Registration[];
}

/** More than two pages of HeyMilo's longest. */
const STRANGERS = 210;
/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9';

export const WAYS: Record<string, () => Promise<RegistrationSite>> = {
	'HeyMilo v2': async () => await openHeyMilo('v2'),
	'HeyMilo v1': async () => await openHeyMilo('v1'),
	'Hireflix, flat schema': async () => await openHireflix('flat'),
	'Hireflix, namespace schema': async () => await openHireflix('namespace'),
	micro1: openMicro1,
};

async function openHeyMilo(apiVersion: 'v1' | 'v2'): Promise<RegistrationSite> {
	const simulator = await startHeyMilo({ apiVersion });
	const jobs = simulator.state.postings.map(({ id }) => id);
	const events: Record<Moment, string> = { begun: 'interview_started', completed: 'interview_completed' };
	const v2 = {
		list: { method: 'GET', path: /^\/api\/v2\/webhooks/ },
		create: { method: 'POST', path: /^\/api\/v2\/webhooks/ },
		remove: { method: 'DELETE', path: /^\/api\/v2\/webhooks/ },
	};
	const v1 = {
		list: { method: 'GET', path: '/api/webhook/all' },
		create: { method: 'POST', path: '/api/webhook/create' },
		remove: { method: 'POST', path: /^\/api\/webhook\/deactivate/ },
	};
	return withStrangers({
		vendor: 'heymilo',
		simulator,
		jobs,
		calls: apiVersion === 'v1' ? v1 : v2,
		parameters: (moments, postings) => ({
			events: moments.map((moment) => events[moment]),
			postings,
		}),
		happen: async (moment, jobId) => {
			const interview = await simulator.invite({ jobId });
			return await (moment === 'begun' ? interview.start() : interview.complete());
		},
		register: (url, moment, active) =>
			simulator.addWebhook(url, {
				scope: jobs[0],
				events: [moment ? events[moment] : 'report_available'],
				active,
			}),
	});
}

async function openHireflix(webhookSchema: 'flat' | 'namespace'): Promise<RegistrationSite> {
	const simulator = await startHireflix({ webhookSchema });
	const events: Record<Moment, string> = { begun: 'interview.create', completed: 'interview.finish' };
	const call = (body: RegExp) => ({ method: 'POST', path: '/me', body });
	return withStrangers({
		vendor: 'hireflix',
		simulator,
		jobs: simulator.state.positions.map(({ id }) => id),
		calls: {
			list: call(/query \{ webhooks/),
			create: call(/mutation.*create/i),
			remove: call(webhookSchema === 'flat' ? /mutation.*delete/ : /mutation.*update/),
		},
		parameters: (moments, positions) => ({
			events: moments.map((moment) => events[moment]),
			positions,
			registration: 'automatic',
		}),
		happen: async (moment, jobId) => {
			const interview = await simulator.invite({ jobId });
			if (moment === 'completed') await interview.complete();
		},
		register: (url, moment, active) =>
			simulator.addWebhook(url, { events: [moment ? events[moment] : 'interview.delete'], active }),
	});
}

async function openMicro1(): Promise<RegistrationSite> {
	const simulator = await startMicro1();
	const events: Record<Moment, string> = {
		begun: 'interview.started',
		completed: 'interview_report.created',
	};
	return withStrangers({
		vendor: 'micro1',
		simulator,
		jobs: simulator.state.definitions.map(({ id }) => id),
		calls: {
			list: { method: 'GET', path: /\/webhooks(\?|$)/ },
			create: { method: 'POST', path: /\/webhook$/ },
			remove: { method: 'DELETE', path: /\/webhook\// },
		},
		parameters: (moments) => ({ events: moments.map((moment) => events[moment]) }),
		happen: async (moment, jobId) => {
			const interview = await simulator.invite({ jobId });
			return await (moment === 'begun' ? interview.start() : interview.report(80));
		},
		register: (url, moment, active) =>
			simulator.addWebhook(url, { events: [moment ? events[moment] : 'applicant.created'], active }),
	});
}

interface SiteDraft extends Omit<RegistrationSite, 'strangers' | 'addStranger'> {
	/** @param moment null for one that no test makes happen */
	register(url: string, moment: Moment | null, active: boolean): Registration;
}

function withStrangers({ register, ...site }: SiteDraft): RegistrationSite {
	const strangers: Registration[] = [];
	const add = (url: string, moment: Moment | null, active: boolean) => {
		strangers.push(structuredClone(register(url, moment, active)));
	};
	for (let index = 0; index < STRANGERS; index++) add(`${NOWHERE}/ats/${index}`, null, index % 10 > 0);
	add(`${NOWHERE}/webhook/${randomUUID()}/${site.vendor}?token=${'a'.repeat(32)}`, 'begun', true);
	return { ...site, strangers, addStranger: (url, active = true) => add(url, 'begun', active) };
}

/** What is said where a registration fails: the key is wrong, the vendor is down, or it is called too often. */
export const KEY_HELP =
	/(HeyMilo says: Invalid or missing API key|Hireflix says: Unauthorized|micro1 says: Invalid API key).*(API [Kk]eys, copy a key|generate an API key)/;
export const TRY_LATER = /status 500\. This is on (HeyMilo|Hireflix|micro1)'s side: try again later/;
export const RATE_LIMIT = /The rate limit is used up: wait a minute and try again/;

/** Whether somebody else made a webhook of a site. */
export const isStranger = ({ strangers }: RegistrationSite, { id }: Registration): boolean =>
	strangers.some((stranger) => stranger.id === id);
