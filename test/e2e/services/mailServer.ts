import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps what it is sent. */
export interface MailServer {
	received: ParsedMail[];
	/** Data of n8n's credential. */
	credential: Record<string, unknown>;
	stop(): Promise<void>;
}

const USER = 'recruiting@example.com';
const PASSWORD = 'mail-stand-in';

export async function startMailServer(): Promise<MailServer> {
	const received: ParsedMail[] = [];
	const server = new SMTPServer({
		disabledCommands: ['STARTTLS'],
		allowInsecureAuth: true,
		onAuth: ({ username, password }, _session, done) =>
			username === USER && password === PASSWORD
				? done(null, { user: username })
				: done(new Error('Wrong user or password')),
		onData: (stream, _session, done) =>
			void simpleParser(stream).then((mail) => {
				received.push(mail);
				done();
			}, done),
	});
	const listening = server.listen(0, '127.0.0.1');
	await once(listening, 'listening');
	const { port } = listening.address() as AddressInfo;
	return {
		received,
		credential: {
			user: USER,
			password: PASSWORD,
			host: '127.0.0.1',
			port,
			secure: false,
			disableStartTls: true,
		},
		stop: async () => await new Promise((resume) => server.close(() => resume())),
	};
}
