import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import type { Database } from './database';
import { endWithParent, signalGroup } from './endWithParent';
import type { Host } from './install';
import { ADDRESS, freePorts } from './ports';
import { until } from './until';

/** The one user of a PostgreSQL here, who may do everything and needs no password: nobody else gets to it. */
export const POSTGRES_USER = 'n8n';

const READY_WITHIN_MS = 30_000;
const INSTALL =
	'Redis and PostgreSQL are needed: run `sudo scripts/installTools.sh redis-server postgresql`, or install them otherwise';

/** A server on a port of its own, for this machine only. */
export interface Service {
	port: number;
	/** Ends it; nothing of it is left. */
	stop(): Promise<void>;
}

export interface Postgres extends Service {
	/** Makes an empty database. */
	createDatabase(name: string): Promise<PostgresDatabase>;
}

export interface PostgresDatabase extends Database {
	/** What n8n's credential for the PostgreSQL node holds. */
	credential: Record<string, unknown>;
}

/** Starts a Redis that keeps nothing. @throws with what to install when there is none */
export async function startRedis(): Promise<Service> {
	const [port] = await freePorts(0);
	const server = run(join(folderOf('redis-server'), 'redis-server'), [
		...['--bind', ADDRESS, '--port', String(port)],
		...['--save', '', '--appendonly', 'no'],
	]);
	await untilListening(server, port);
	return { port, stop: async () => await end(server) };
}

/**
 * Starts a PostgreSQL with a fresh cluster.
 * @param host whose `pg` package is used to look into it
 * @throws with what to install when there is none
 */
export async function startPostgres(host: Host): Promise<Postgres> {
	const [port] = await freePorts(0);
	const { server, folder } = await startCluster(folderOf('initdb'), port);
	const open: Client[] = [];
	const connectTo = async (name: string) => {
		const client = await openClient(host, port, name);
		open.push(client);
		return client;
	};
	const stop = async () => {
		for (const client of open) await client.end();
		await end(server);
		await rm(folder, { recursive: true, force: true });
	};
	try {
		await untilListening(server, port);
		const own = await connectTo('postgres');
		return {
			port,
			createDatabase: async (name) => {
				await own.query(`CREATE DATABASE ${name}`);
				const client = await connectTo(name);
				return {
					query: async <Row>(statement: string) => (await client.query(statement)).rows as Row[],
					credential: {
						host: ADDRESS,
						port,
						database: name,
						user: POSTGRES_USER,
						password: '',
						ssl: 'disable',
					},
				};
			},
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Where a program lies: in the PATH, or where Debian keeps the newest PostgreSQL. */
function folderOf(program: string): string {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian) ? readdirSync(debian) : [];
	const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
	const folders = [
		...(process.env.PATH ?? '').split(delimiter),
		...newestFirst.map((version) => join(debian, version, 'bin')),
	];
	const found = folders.find((folder) => existsSync(join(folder, program)));
	if (found === undefined) throw new Error(INSTALL);
	return found;
}

async function startCluster(programs: string, port: number) {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-postgres-'));
	const owner = ownerOfCluster();
	if (owner) await chown(folder, owner.uid, owner.gid);
	const where = { cwd: folder, ...owner };
	execFileSync(
		join(programs, 'initdb'),
		['--pgdata', folder, '--username', POSTGRES_USER, '--auth', 'trust', '--encoding', 'UTF8', '--no-sync'],
		{ ...where, stdio: 'pipe' },
	);
	const options = ['-D', folder, '-h', ADDRESS, '-p', String(port), '-k', ''];
	return { folder, server: run(join(programs, 'postgres'), options, where) };
}

/** PostgreSQL refuses to run as root; Debian's package has made a user for it. */
function ownerOfCluster(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const id = (which: string) => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

function run(program: string, options: string[], where: { cwd?: string; uid?: number; gid?: number } = {}) {
	const child = spawn(program, options, { ...where, detached: true, stdio: 'ignore' });
	endWithParent(child);
	return child;
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
	await until(async () => (await isListening(port)) || child.exitCode !== null, READY_WITHIN_MS);
	if (!(await isListening(port))) throw new Error(`${child.spawnfile} does not listen on its port ${port}`);
}

function isListening(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, ADDRESS)
			.once('connect', () => resolve(true))
			.once('error', () => resolve(false));
		socket.once('connect', () => socket.destroy());
	});
}

async function end(child: ChildProcess): Promise<void> {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, 'exit');
	// To PostgreSQL it says: at once, without waiting for connected clients.
	signalGroup(child, 'SIGINT');
	await exit;
}

/** As much of the `pg` package, which n8n brings, as is used here. */
interface Client {
	connect(): Promise<void>;
	query(statement: string): Promise<{ rows: unknown[] }>;
	end(): Promise<void>;
	on(event: 'error', listener: () => void): void;
}

async function openClient(host: Host, port: number, database: string): Promise<Client> {
	const { Client } = createRequire(host.n8n)('pg') as { Client: new (options: object) => Client };
	const deadline = Date.now() + READY_WITHIN_MS;
	for (;;) {
		const client = new Client({ host: ADDRESS, port, user: POSTGRES_USER, database });
		// The query that uses a broken connection gets its error.
		client.on('error', () => {});
		try {
			await client.connect();
			return client;
		} catch (error) {
			// It listens a moment before it lets anybody in.
			if (Date.now() > deadline) throw error;
			await new Promise((resume) => setTimeout(resume, 100));
		}
	}
}
