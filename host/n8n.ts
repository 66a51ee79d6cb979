import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

import { layOutPackage, recordPackage } from './communityPackage';
import { openDatabase, type Database } from './database';
import { openEditor, type Editor } from './editor';
import { readExecutions, type Executions } from './executions';
import type { Host } from './install';
import { openLog, startProcess } from './n8nProcess';
import { publish, type Publication } from './publication';
import { openRest, type Login, type Rest } from './rest';

export interface StartOptions {
	host: Host;
	/** Holds everything this n8n keeps: database, log, login. Made when missing; give the same one again to go on with it. */
	userFolder: string;
	/** Tarballs of the community packages to have installed. */
	packages: readonly string[];
	/** A free one when left out. */
	port?: number;
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
	/** Waits until n8n has ended; kills it after 20 s. @param signal SIGTERM unless told */
	stop(signal?: NodeJS.Signals): Promise<void>;
	/** Ends n8n, unless it has ended, and starts it again on the same folder and port; the session stays. */
	restart(): Promise<void>;
	/** Of n8n's own process. */
	pid(): number;
}

const ADDRESS = '127.0.0.1';

/**
 * Starts n8n on SQLite with the given packages installed and its owner signed in.
 * @throws with n8n's last log lines when it does not become ready
 */
export async function startN8n(options: StartOptions): Promise<N8n> {
	const { host, userFolder, packages, port = 0, environment, report = () => {} } = options;
	await mkdir(userFolder, { recursive: true });
	const installed = [];
	for (const tarball of packages) installed.push(await layOutPackage(tarball, userFolder));

	const [ownPort, brokerPort] = await freePorts(port, 0);
	const baseUrl = `http://${ADDRESS}:${ownPort}`;
	const settings = { ...settingsFor(userFolder, ownPort, brokerPort), ...environment };
	const log = openLog(join(userFolder, 'n8n.log'));
	const { stop, restart, pid } = await startProcess(host, baseUrl, settings, log, report);
	try {
		const rest = openRest(baseUrl);
		const login = await signIn(rest, userFolder);
		const editor = openEditor(rest);
		const nodeTypes = await editor.nodeTypes();
		for (const entry of installed) await recordPackage(host.node, userFolder, entry, nodeTypes);
		const { request } = rest;
		const { read } = log;
		return {
			...editor,
			...publish(rest),
			...readExecutions(rest),
			...openDatabase(host.node, userFolder),
			request,
			baseUrl,
			userFolder,
			login,
			log: read,
			stop,
			restart,
			pid,
		};
	} catch (error) {
		await stop('SIGKILL');
		throw error;
	}
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

function settingsFor(userFolder: string, port: number, brokerPort: number): Record<string, string> {
	return {
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: ADDRESS,
		N8N_HOST: ADDRESS,
		N8N_PORT: String(port),
		N8N_SECURE_COOKIE: 'false',
		DB_TYPE: 'sqlite',
		// Nothing here may depend on, or tell, n8n's servers.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
		// What a user has to set as well: n8n 3 no longer loads unverified packages by default.
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// No runner is started, so that two n8n can run side by side; the Code node does not work then.
		N8N_RUNNERS_MODE: 'external',
		N8N_RUNNERS_AUTH_TOKEN: randomBytes(16).toString('hex'),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
		EXECUTIONS_DATA_SAVE_MANUAL_EXECUTIONS: 'true',
		EXECUTIONS_DATA_PRUNE: 'false',
	};
}

/** Ports nobody listens on just now, all different. @param wanted 0 for any @throws EADDRINUSE when a wanted one is taken */
async function freePorts(...wanted: number[]): Promise<number[]> {
	const servers = wanted.map((port) => createServer().listen(port, ADDRESS));
	try {
		await Promise.all(servers.map((server) => once(server, 'listening')));
		return servers.map((server) => (server.address() as AddressInfo).port);
	} finally {
		await Promise.all(
			servers.filter(({ listening }) => listening).map((server) => once(server.close(), 'close')),
		);
	}
}
