import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { layOutPackage } from './communityPackage';
import type { Database } from './database';
import type { Host } from './install';
import { startN8n, type N8n } from './n8n';
import { openLog, startProcess, type N8nProcess } from './n8nProcess';
import { ADDRESS, freePorts } from './ports';
import { POSTGRES_USER, startPostgres, startRedis, type Postgres, type Service } from './services';
import { settingsFor } from './settings';

interface QueueOptions {
	host: Host;
	/** Holds a user folder a process. */
	folder: string;
	/** Tarballs of the community packages that every process has installed. */
	packages: readonly string[];
	processors: number;
	workers: number;
	/** Settings of every process, which win over those made here. */
	environment?: Readonly<Record<string, string>>;
	report?: (line: string) => void;
}

/** A webhook processor or a worker. */
export interface Member extends N8nProcess {
	baseUrl: string;
	/** What it has written. */
	log(): string;
}

/** n8n in queue mode, as on several machines: its processes share Redis, PostgreSQL and the encryption key, and no file. */
export interface Queue {
	/** The main process: the editor, and no production deliveries. */
	main: N8n;
	/** They take the deliveries and queue their executions. */
	processors: Member[];
	/** They run the executions. */
	workers: Member[];
	postgres: Postgres;
	stop(): Promise<void>;
}

/** @throws with what to install when Redis or PostgreSQL is missing, or with the last log lines of a process that does not start */
export async function startQueue(options: QueueOptions): Promise<Queue> {
	const { host, folder, packages, environment, report = () => {} } = options;
	const members: N8nProcess[] = [];
	const services: Service[] = [];
	const stop = async () => {
		await Promise.all(members.map((member) => member.stop()));
		await Promise.all(services.map((service) => service.stop()));
	};
	try {
		const redis = await startRedis();
		services.push(redis);
		const postgres = await startPostgres(host);
		services.push(postgres);
		const database = await postgres.createDatabase('n8n');
		const shared = { ...sharedSettings(redis, postgres), ...environment };
		const main = await startMain(options, database, shared);
		members.push(main);

		const start = async (command: 'webhook' | 'worker', name: string): Promise<Member> => {
			const userFolder = join(folder, name);
			await mkdir(userFolder, { recursive: true });
			for (const tarball of packages) await layOutPackage(tarball, userFolder);
			const [port, brokerPort] = await freePorts(0, 0);
			const baseUrl = `http://${ADDRESS}:${port}`;
			const log = openLog(join(userFolder, 'n8n.log'));
			const own = { ...settingsFor(userFolder, port, brokerPort), ...healthOf(command, port), ...shared };
			const started = await startProcess({ host, command, baseUrl, environment: own, log, report });
			const member = { ...started, baseUrl, log: log.read };
			members.push(member);
			return member;
		};
		// One after the other: each takes a whole core while it starts.
		const processors: Member[] = [];
		for (let one = 1; one <= options.processors; one++)
			processors.push(await start('webhook', `processor-${one}`));
		const workers: Member[] = [];
		for (let one = 1; one <= options.workers; one++) workers.push(await start('worker', `worker-${one}`));
		return { main, processors, workers, postgres, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

async function startMain(
	{ host, folder, packages, report }: QueueOptions,
	database: Database,
	shared: Readonly<Record<string, string>>,
): Promise<N8n> {
	const environment = { ...shared, N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true' };
	return await startN8n({ host, userFolder: join(folder, 'main'), packages, database, environment, report });
}

function sharedSettings(redis: Service, postgres: Service): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		QUEUE_BULL_REDIS_HOST: ADDRESS,
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: ADDRESS,
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_USER: POSTGRES_USER,
		DB_POSTGRESDB_DATABASE: 'n8n',
	};
}

/** A worker serves nothing but its health, and that only when configured to. */
function healthOf(command: 'webhook' | 'worker', port: number): Record<string, string> {
	return command === 'webhook'
		? {}
		: {
				QUEUE_HEALTH_CHECK_ACTIVE: 'true',
				QUEUE_HEALTH_CHECK_PORT: String(port),
				N8N_WORKER_SERVER_ADDRESS: ADDRESS,
			};
}
