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

/** What n8n's queue mode stands on, each on a port of its own and for this machine only. */
export interface Services {
	redisPort: number;
	postgresPort: number;
	/** Makes an empty database. @returns what looks into it */
	createDatabase(name: string): Promise<Database>;
	/** Ends both; nothing of them is left. */
	stop(): Promise<void>;
}

/** The one user of the PostgreSQL, who may do everything and needs no password: nobody else gets to it. */
export const POSTGRES_USER = 'n8n';

const READY_WITHIN_MS = 30_000;
const INSTALL =
	'The queue needs Redis and PostgreSQL: run `sudo scripts/installTools.sh redis-server postgresql`, or install them otherwise';

/**
 * Starts a Redis that keeps nothing and a PostgreSQL with a fresh cluster, both Debian's own or what is in the PATH.
 * @throws with what to install when they are not there
 */
export async function startServices(host: Host): Promise<Services> {
	const redisServer = join(folderOf('redis-server'), 'redis-server');
	const postgresFolder = folderOf('initdb');
	const [redisPort, postgresPort] = await freePorts(0, 0);
	const redis = run(redisServer, [
		...['--bind', ADDRESS, '--port', String(redisPort)],
		...['--save', '', '--appendonly', 'no'],
	]);
	const postgres = await startPostgres(postgresFolder, postgresPort);
	const open: Client[] = [];
	const connectTo = async (name: string) => {
		const client = await openClient(host, postgresPort, name);
		open.push(client);
		return client;
	};
	const stop = async () => {
		for (const client of open) await client.end();
		await Promise.all([end(redis), postgres.stop()]);
	};
	try {
		await untilListening(redis, redisPort);
		await untilListening(postgres.process, postgresPort);
		const own = await connectTo('postgres');
		return {
			redisPort,
			postgresPort,
			createDatabase: async (name) => {
				await own.query(`CREATE DATABASE ${name}`);
				const client = await connectTo(name);
				return {
					query: async <Row>(statement: string) => (await client.query(statement)).rows as Row[],
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

async function startPostgres(programs: string, port: number) {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-postgres-'));
	const owner = ownerOfCluster();
	if (owner) await chown(folder, owner.uid, owner.gid);
	const where = { cwd: folder, ...owner };
	execFileSync(
		join(programs, 'initdb'),
		['--pgdata', folder, '--username', POSTGRES_USER, '--auth', 'trust', '--encoding', 'UTF8', '--no-sync'],
		{ ...where, stdio: 'pipe' },
	);
	const server = run(
		join(programs, 'postgres'),
		[...['-D', folder, '-h', ADDRESS, '-p', String(port), '-k', ''], ...['-c', 'max_connections=300']],
		where,
	);
	return {
		process: server,
		stop: async () => {
			await end(server);
			await rm(folder, { recursive: true, force: true });
		},
	};
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
	const deadline = Date.now() + READY_WITHIN_MS;
	while (!(await isListening(port))) {
		if (child.exitCode !== null || Date.now() > deadline)
			throw new Error(`${child.spawnfile} does not listen on its port ${port}`);
		await new Promise((resume) => setTimeout(resume, 100));
	}
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
	// To PostgreSQL it says: at once, without waiting for whoever is connected.
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
		// What breaks a connection is told to whoever asks over it.
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
