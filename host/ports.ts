import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';

/** Everything here listens for this machine only. */
export const ADDRESS = '127.0.0.1';

/** Ports nobody listens on just now, all different. @param wanted 0 for any @throws EADDRINUSE when a wanted one is taken */
export async function freePorts(...wanted: number[]): Promise<number[]> {
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

/** Has a server listen on a free port. `stop` ends its connections too. */
export async function listen(server: Server): Promise<{ port: number; stop(): Promise<void> }> {
	server.listen(0, ADDRESS);
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		stop: async () => {
			server.closeAllConnections();
			await once(server.close(), 'close');
		},
	};
}
