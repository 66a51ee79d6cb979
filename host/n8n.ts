import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { layOutPackage, recordPackage } from './communityPackage';
import { openDatabase, type Database } from './database';
import { differencesOf, settingsOf } from './differences';
import { openEditor, type Editor } from './editor';
import { readExecutions, type Executions } from './executions';
import type { Host } from './install';
import { joinProcess, openLog, startProcess, type Launch, type N8nProcess } from './n8nProcess';
import { publish, type Publication } from './publication';
import { ADDRESS, freePorts } from './ports';
import { openRest, type Login, type Rest } from './rest';
import { settingsFor } from './settings';

interface StartOptions {
	host: Host;
	/** Holds everything this n8n keeps: database, log, login. Made when missing; give the same one again to go on with it. */
	userFolder: string;
	/** Tarballs of the community packages to have installed. */
	packages: readonly string[];
	/** A free one when left out. */
	port?: number;
	/** What `environment` makes n8n keep its data in; SQLite in the user folder when left out. */
	database?: Database;
	/** Wins over the settings made here. */
	environment?: Readonly<Record<string, string>>;
	report?: (line: string) => void;
}

/** A running n8n with a person signed in to its editor. */
export interface N8n extends Editor, Publication, Executions, Database {
	/** Without a trailing slash, e.g. `http://127.0.0.1:5678`. */
	baseUrl: string;
	userFolder: string;
	login: Login;
	/** Requests that have no method here. */
	request: Rest['request'];
	/** What n8n has written since `startN8n`, restarts included. */
	log(): string;
	/** Waits until n8n has ended; kills it after 20 s. @param signal default: SIGTERM */
	stop(signal?: NodeJS.Signals): Promise<void>;
	/** Ends n8n, unless it has ended, and starts it again on the same folder and port; the session stays. */
	restart(): Promise<void>;
	/** Of n8n's own process. */
	pid(): number;
}

/**
 * Starts n8n with the given packages installed and its owner signed in.
 * @throws with n8n's last log lines when it does not become ready
 */
export async function startN8n(options: StartOptions): Promise<N8n> {
	const { host, userFolder, packages, port = 0, database, environment, report = () => {} } = options;
	await mkdir(userFolder, { recursive: true });
	const installed = [];
	for (const tarball of packages) installed.push(await layOutPackage(tarball, userFolder));

	const [ownPort, brokerPort] = await freePorts(port, 0);
	const baseUrl = `http://${ADDRESS}:${ownPort}`;
	const own = { ...settingsFor(userFolder, ownPort, brokerPort), ...settingsOf(host.version) };
	const settings = { ...own, ...environment };
	await writeFile(join(userFolder, LAUNCHED), JSON.stringify({ baseUrl, settings }), { mode: 0o600 });
	const launched = launchIn(host, userFolder, { baseUrl, settings }, report);
	const started = await startProcess(launched);
	try {
		const n8n = await open(launched, started, userFolder, database);
		if (!database) {
			const nodeTypes = await n8n.nodeTypes();
			for (const entry of installed) await recordPackage(host.node, userFolder, entry, nodeTypes);
		}
		return n8n;
	} catch (error) {
		await started.stop('SIGKILL');
		throw error;
	}
}

/**
 * Goes on with an n8n that another program has started on this user folder.
 * @returns null when none runs there
 */
export async function joinN8n(host: Host, userFolder: string): Promise<N8n | null> {
	const file = join(userFolder, LAUNCHED);
	if (!existsSync(file)) return null;
	const launched = launchIn(host, userFolder, JSON.parse(await readFile(file, 'utf8')) as Launched, () => {});
	const joined = joinProcess(launched);
	return joined && (await open(launched, joined, userFolder));
}

/** In the user folder: what n8n was launched with. */
const LAUNCHED = 'launched.json';

interface Launched {
	baseUrl: string;
	settings: Record<string, string>;
}

function launchIn(
	host: Host,
	userFolder: string,
	{ baseUrl, settings }: Launched,
	report: (line: string) => void,
): Launch {
	const log = openLog(join(userFolder, 'n8n.log'));
	return { host, command: 'start', baseUrl, environment: settings, log, report };
}

async function open(
	{ host, baseUrl, log }: Launch,
	process: N8nProcess,
	userFolder: string,
	database = openDatabase(host.node, userFolder),
): Promise<N8n> {
	const rest = openRest(baseUrl);
	const login = await signIn(rest, userFolder);
	const differences = differencesOf(host.version, rest);
	return {
		...openEditor(rest, differences),
		...publish(rest, differences),
		...readExecutions(rest, differences),
		...database,
		...process,
		request: rest.request,
		baseUrl,
		userFolder,
		login,
		log: log.read,
	};
}

/** Signs in as the owner of this user folder, who is made on the first start. */
async function signIn(rest: Rest, userFolder: string): Promise<Login> {
	const file = join(userFolder, 'login.json');
	if (existsSync(file)) {
		const login = JSON.parse(await readFile(file, 'utf8')) as Login;
		await rest.signIn(login);
		return login;
	}
	// n8n asks for a capital letter and a digit.
	const login = { email: 'owner@example.com', password: `N8${randomBytes(12).toString('base64url')}` };
	await rest.setUpOwner(login);
	await writeFile(file, JSON.stringify(login), { mode: 0o600 });
	return login;
}
