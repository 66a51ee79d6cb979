import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkflowDefinition } from '../host/editor';
import type { EventType } from '../nodes/shared/event/interviewEvent';
import type { Vendor } from '../simulators/shared/simulator';
import { VENDOR_SETUPS } from './vendors';

const { name: PACKAGE } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as {
	name: string;
};

/** Names of the nodes whose output is read. */
export const TRIGGER = 'Interview events';
export const REPORT = 'Report';
export const START = 'Start';
export const ACTION = 'Action';

export interface CredentialReference {
	id: string;
	name: string;
}

type Parameters = Record<string, unknown>;

type Node = {
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Parameters;
	credentials?: Record<string, CredentialReference>;
};

/** Full name of a node type, as n8n knows it. */
export function nodeType(node: string): string {
	return `${PACKAGE}.${node}`;
}

/**
 * A trigger that leads to a node, which is where a user goes on.
 *
 * @param fetchesReports adds a branch that fetches the report of an interview once it has one
 */
export function triggerWorkflow(
	vendor: Vendor,
	credential: CredentialReference,
	parameters: Parameters,
	fetchesReports: boolean,
): WorkflowDefinition {
	const setup = VENDOR_SETUPS[vendor];
	const credentials = { [setup.credential]: credential };
	const events = noOp('What you selected', [260, 0]);
	const filter = only(setup.reportAfter, [260, -300]);
	const report: Node = {
		...node(REPORT, nodeType(setup.action), [520, -300]),
		parameters: { resource: 'report', operation: 'get', simplify: false, options: { transcript: 'text' } },
		credentials,
	};
	const branch = fetchesReports ? [filter, report] : [];
	return {
		name: `${setup.displayName} events`,
		nodes: [
			{ ...node(TRIGGER, nodeType(setup.node), [0, 0], 2), parameters, credentials },
			events,
			...branch,
		],
		connections: {
			[TRIGGER]: { main: [[...(fetchesReports ? [to(filter)] : []), to(events)]] },
			...(fetchesReports ? { [filter.name]: { main: [[to(report)]] } } : {}),
		},
	};
}

/**
 * A workflow that runs one action node when it is started by hand.
 *
 * @param withFile puts a node in front that makes a small file
 */
export function actionWorkflow(
	vendor: Vendor,
	credential: CredentialReference,
	parameters: Parameters,
	withFile: boolean,
): WorkflowDefinition {
	const start = node(START, 'n8n-nodes-base.manualTrigger', [0, 0]);
	const file: Node = {
		...node('File', 'n8n-nodes-base.convertToFile', [130, 0], 1.1),
		parameters: { operation: 'toJson', mode: 'once', options: {} },
	};
	const setup = VENDOR_SETUPS[vendor];
	const action = {
		...node(ACTION, nodeType(setup.action), [260, 0]),
		parameters,
		credentials: { [setup.credential]: credential },
	};
	return {
		name: `${setup.displayName} ${String(parameters.resource)} ${String(parameters.operation)}`,
		nodes: [start, ...(withFile ? [file] : []), action],
		connections: withFile
			? { [START]: { main: [[to(file)]] }, [file.name]: { main: [[to(action)]] } }
			: { [START]: { main: [[to(action)]] } },
	};
}

function node(name: string, type: string, position: [number, number], typeVersion = 1): Node {
	return { name, type, typeVersion, position, parameters: {} };
}

function noOp(name: string, position: [number, number]): Node {
	return node(name, 'n8n-nodes-base.noOp', position);
}

/** n8n's Filter node, set to let one kind of event through. */
function only(eventType: EventType, position: [number, number]): Node {
	const condition = {
		leftValue: '={{ $json.event_type }}',
		rightValue: eventType,
		operator: { type: 'string', operation: 'equals' },
	};
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 };
	return {
		...node('Has a report', 'n8n-nodes-base.filter', position, 2.2),
		parameters: { conditions: { options, conditions: [condition], combinator: 'and' }, options: {} },
	};
}

function to({ name }: Node) {
	return { node: name, type: 'main', index: 0 };
}
