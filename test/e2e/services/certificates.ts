import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate for some hosts, and the throw-away authority that signed it. */
export interface Certificate {
	key: string;
	cert: string;
	/** What has to trust it: the path that `NODE_EXTRA_CA_CERTS` takes. */
	authorityFile: string;
}

/** Makes both with openssl. @param folder an empty one @throws when openssl is missing */
export function makeCertificate(folder: string, hosts: readonly string[]): Certificate {
	const openssl = (...options: string[]) => execFileSync('openssl', options, { cwd: folder, stdio: 'pipe' });
	const newKey = ['-newkey', 'rsa:2048', '-nodes'];
	openssl(
		...['req', '-x509', ...newKey, '-days', '2', '-subj', '/CN=Throw-away authority'],
		...['-keyout', 'authority.key', '-out', 'authority.pem'],
	);
	openssl('req', ...newKey, '-subj', '/CN=Stand-in', '-keyout', 'key.pem', '-out', 'request.pem');
	const names = hosts.map((host) => `DNS:${host}`).join(',');
	writeFileSync(join(folder, 'extensions'), `subjectAltName=${names}\n`);
	openssl(
		...['x509', '-req', '-in', 'request.pem', '-days', '2', '-out', 'cert.pem', '-extfile', 'extensions'],
		...['-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial'],
	);
	return {
		key: readFileSync(join(folder, 'key.pem'), 'utf8'),
		cert: readFileSync(join(folder, 'cert.pem'), 'utf8'),
		authorityFile: join(folder, 'authority.pem'),
	};
}
