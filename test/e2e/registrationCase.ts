import { setTimeout as wait } from 'node:timers/promises';

import type { Stage } from '../../demo/stage';
import type { CredentialReference } from '../../demo/workflows';
import type { StoredWorkflow, WorkflowDefinition } from '../../host/editor';
import { until } from '../../host/until';
import type { Registration } from '../../simulators/shared/registration';
import { isStranger, WAYS, type Moment, type RegistrationSite } from '../registrationSites';

/**
 * n8n 2.40 forgets a test once the trigger's `delete` has returned. Until then it hangs when another workflow's test
 * begins: it copies its cache, in which this test then lies together with n8n's own services.
 */
const TEST_FORGOTTEN_MS = 2_000;

const NAMES = Object.keys(WAYS);

/** More, and an activation that is tried five times takes longer than the 84 s that n8n allows. */
const AT_ONCE = 4;

/** Of the cases that are tried at one site. */
let turn = 0;

/** A workflow whose trigger registers itself, and the site at which it does. */
export interface Registering {
	id: string;
	site: RegistrationSite;
	credential: CredentialReference;
	/** Its production URL. */
	url: string;
	testUrl: string;
}

type Node = StoredWorkflow['nodes'][number] & {
	credentials?: Record<string, unknown>;
};

type Stored = Pick<WorkflowDefinition, 'connections'> & { nodes: Node[] };

/** What one case does at every vendor that is registered at; `end` checks what each must leave behind. */
export class RegistrationCase {
	private readonly sites: RegistrationSite[] = [];
	readonly workflows: Registering[] = [];

	constructor(private readonly stage: Stage) {}

	/** Runs the case at all sites, a few at once; a failure says where. */
	async everywhere(run: (site: RegistrationSite) => Promise<void>): Promise<void> {
		for (const names of [NAMES.slice(0, AT_ONCE), NAMES.slice(AT_ONCE)])
			await this.together(names.map(async (name) => await this.at(name, run)));
	}

	/** Runs each case at one site, the next in turn, and all at once: they wait for n8n most of the time. */
	async eachAtOne<Given>(
		cases: readonly Given[],
		run: (site: RegistrationSite, given: Given) => Promise<void>,
	): Promise<void> {
		await this.together(cases.map(async (given) => await this.atOne(async (site) => await run(site, given))));
	}

	private async together(running: Array<Promise<void>>): Promise<void> {
		const outcomes = await Promise.allSettled(running);
		const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
		if (failed.length > 0) throw new Error(failed.map(({ reason }) => String(reason)).join('\n\n'));
	}

	/** Runs the case at one site after the other. */
	async inTurn(run: (site: RegistrationSite) => Promise<void>): Promise<void> {
		for (const name of NAMES) await this.at(name, run);
	}

	/** Runs the case at one site, the next in turn. */
	async atOne(run: (site: RegistrationSite) => Promise<void>): Promise<void> {
		await this.at(NAMES[turn++ % NAMES.length], run);
	}

	private async at(name: string, run: (site: RegistrationSite) => Promise<void>): Promise<void> {
		const site = await WAYS[name]();
		this.sites.push(site);
		await run(site).catch((error: Error) => {
			throw new Error(`${name}: ${error.message}`, { cause: error });
		});
	}

	/** A workflow for the first job's beginning; strangers get webhooks that look like its own. */
	async create(site: RegistrationSite, credentialData: Record<string, unknown> = {}): Promise<Registering> {
		const { createCredential, createWorkflow, productionUrl } = this.stage;
		const data = { ...site.simulator.credentials, ...credentialData };
		const credential = await createCredential(site.vendor, data);
		const parameters = site.parameters(['begun'], [site.jobs[0]]);
		const id = await createWorkflow(site.vendor, credential, parameters);
		const url = await productionUrl(id);
		site.addStranger(`${url}-copy?token=${'b'.repeat(32)}`);
		site.addStranger(`${url}?tokens=${'b'.repeat(32)}`);
		site.addStranger(url.replace(/webhook\/[^/]+/, 'webhook/another') + `?token=${'c'.repeat(32)}`, false);
		const testUrl = url.replace('/webhook/', '/webhook-test/');
		const workflow = { id, site, credential, url, testUrl };
		this.workflows.push(workflow);
		return workflow;
	}

	async activated(site: RegistrationSite): Promise<Registering> {
		const workflow = await this.create(site);
		await this.stage.n8n.activate(workflow.id);
		return workflow;
	}

	/** Sets fields of the workflow's credential; the others are as the vendor wants them. */
	async changeCredential({ site, credential }: Registering, changes: Record<string, unknown>): Promise<void> {
		await this.stage.changeCredential(site.vendor, credential, { ...site.simulator.credentials, ...changes });
	}

	/** Saves a change of the trigger node in the editor. */
	async edit({ id }: Registering, change: (trigger: Node) => void): Promise<void> {
		const { nodes, connections } = await this.stage.n8n.request<Stored>('GET', `/rest/workflows/${id}`);
		const [trigger] = nodes;
		const { name } = trigger;
		change(trigger);
		const renamed = { [trigger.name]: connections[name] };
		await this.stage.n8n.updateWorkflow(id, { nodes, connections: renamed });
	}

	/** Active registrations that lead to this n8n and are no stranger's. */
	orphans(site: RegistrationSite): Registration[] {
		const { baseUrl } = this.stage.n8n;
		return site.simulator.webhooks.filter(
			(webhook) => webhook.active && webhook.url.startsWith(baseUrl) && !isStranger(site, webhook),
		);
	}

	/** What is sent to a URL: the event and what it is limited to. */
	registered({ site }: Registering, url: string): string[] {
		return this.orphans(site)
			.filter((webhook) => webhook.url.split('?')[0] === url)
			.flatMap(({ events, scope }) => events.map((event) => [scope, event].join(' ')));
	}

	/** How many executions of a workflow follow when it happens at the vendor. */
	async runsAfter(workflow: Registering, moment: Moment = 'begun', job = workflow.site.jobs[0]) {
		const count = async () => (await this.stage.n8n.executions(workflow.id)).length;
		const before = await count();
		await workflow.site.happen(moment, job);
		return (await count()) - before;
	}

	/** Cancels a test, as the editor's button does, and waits until the trigger has cleared it away or has said why not. */
	async cancelTest(workflow: Registering): Promise<void> {
		const before = this.stage.n8n.log().length;
		await this.stage.n8n.request('DELETE', `/rest/test-webhook/${workflow.id}`);
		const hasFailed = () => this.stage.n8n.log().slice(before).includes(`leading to ${workflow.testUrl}`);
		await this.testIsOver(workflow, hasFailed);
	}

	/** Waits until the vendor no longer has the test's webhook, and n8n neither. */
	async testIsOver(workflow: Registering, hasFailed = () => false): Promise<void> {
		const isOver = () => hasFailed() || this.registered(workflow, workflow.testUrl).length === 0;
		await until(isOver, 20_000);
		await wait(TEST_FORGOTTEN_MS);
	}

	/** What n8n wrote while something was done. */
	async logOf(act: () => Promise<unknown>): Promise<string> {
		const before = this.stage.n8n.log().length;
		await act();
		return this.stage.n8n.log().slice(before);
	}

	/** Deactivates everything: then nothing leads to this n8n any more, and no stranger was touched. */
	async end(): Promise<void> {
		for (const { id } of this.workflows) {
			const { activeVersionId } = await this.stage.n8n.workflow(id);
			if (activeVersionId !== null) await this.stage.n8n.deactivate(id);
		}
		const left = this.sites.map((site) => ({
			orphans: this.orphans(site),
			strangers: site.simulator.webhooks.filter((webhook) => isStranger(site, webhook)),
		}));
		await Promise.all(this.sites.map(async ({ simulator }) => await simulator.stop()));
		expect(left).toEqual(this.sites.map(({ strangers }) => ({ orphans: [], strangers })));
	}

	/** For a workflow that was deleted. */
	forget(workflow: Registering): void {
		this.workflows.splice(this.workflows.indexOf(workflow), 1);
	}
}
