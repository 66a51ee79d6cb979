import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { installHost } from '../../../host/install';
import { startPostgres, type PostgresDatabase } from '../../../host/services';
import { makeCertificate } from './certificates';
import { GoogleDrive } from './googleDrive';
import { GoogleSheets } from './googleSheets';
import { HubSpot } from './hubSpot';
import { startMailServer, type MailServer } from './mailServer';
import { startProxy, type Service } from './proxy';
import { Slack } from './slack';

/** The services that the shipped workflows write to, played on this machine: nobody here has an account. */
export interface Services {
	slack: Slack;
	sheets: GoogleSheets;
	drive: GoogleDrive;
	hubSpot: HubSpot;
	mail: MailServer;
	/** A real PostgreSQL. */
	database: PostgresDatabase;
	/** Settings that lead n8n to them. The vendors' simulators are not affected. */
	environment: Record<string, string>;
	/** Data of n8n's credentials, by their type. */
	credentials: Record<string, Record<string, unknown>>;
	/** Calls that no service played. */
	refused: readonly string[];
	stop(): Promise<void>;
}

/** Google's servers hand out a token for what a service account signed; the signature is not checked here. */
const token: Service = () => ({ json: { access_token: 'google-stand-in', expires_in: 3600 } });

/** @param version the n8n whose `pg` package looks into the database; the pinned one when left out */
export async function openServices(version?: string): Promise<Services> {
	const [slack, sheets, drive, hubSpot] = [new Slack(), new GoogleSheets(), new GoogleDrive(), new HubSpot()];
	const hosts: Record<string, Service> = {
		'slack.com': slack.service,
		'oauth2.googleapis.com': token,
		'sheets.googleapis.com': sheets.service,
		'www.googleapis.com': drive.service,
		'api.hubapi.com': hubSpot.service,
	};
	const folder = mkdtempSync(join(tmpdir(), 'services-'));
	const certificate = makeCertificate(folder, Object.keys(hosts));
	const mail = await startMailServer();
	const proxy = await startProxy(certificate, hosts);
	const postgres = await startPostgres(await installHost(() => {}, version));
	const database = await postgres.createDatabase('interviews');
	const { privateKey } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		publicKeyEncoding: { type: 'spki', format: 'pem' },
	});
	return {
		...{ slack, sheets, drive, hubSpot, mail, database },
		environment: {
			HTTPS_PROXY: proxy.url,
			NO_PROXY: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: certificate.authorityFile,
		},
		credentials: {
			slackApi: { accessToken: slack.accessToken },
			googleApi: { email: 'robot@example.com', privateKey, region: 'global' },
			hubspotAppToken: { appToken: hubSpot.serviceKey },
			postgres: database.credential,
			smtp: mail.credential,
		},
		refused: proxy.refused,
		stop: async () => {
			await proxy.stop();
			await mail.stop();
			await postgres.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
