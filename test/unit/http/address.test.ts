import { isLoopbackHost, isPrivateHost } from '../../../nodes/shared/http/address';
import { words } from '../words';

describe('isPrivateHost', () => {
	it.each(
		words(`
			localhost LOCALHOST localhost. app.localhost n8n n8n. printer.local n8n.internal n8n.lan n8n.home n8n.corp n8n.test
			home.arpa n8n.home.arpa
			0.0.0.0 10.0.0.1 10.0.0.1. 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254
			172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1
			224.0.0.251 240.0.0.1 255.255.255.255
			[::] [::1] ::1 [::7f00:1] [64:ff9b::7f00:1] [fc00::1] [fd12:3456:789a::1] [fe80::1] [FEBF::1] [fec0::1] [ff02::1]
		`),
	)('refuses %s, which nobody outside reaches', (host) => {
		expect(isPrivateHost(host)).toBe(true);
	});

	it.each(
		words(`
			n8n.example.com n8n.example.com. localhost.example.com local.example.com mylocal.example 10.example.com
			intranet.company fd.example.com fe80.example.com
			8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.1 169.253.255.255
			172.15.255.255 172.32.0.1 192.0.1.1 192.167.255.255 192.169.0.1 198.17.255.255 198.20.0.1 223.255.255.255
			[2606:4700:4700::1111] [2001:4860:4860::8888]
		`),
	)('lets %s pass, which is public', (host) => {
		expect(isPrivateHost(host)).toBe(false);
	});

	it.each([
		['http://[::ffff:10.0.0.1]/', true],
		['http://[::ffff:127.0.0.1]/', true],
		['http://[::ffff:192.168.1.1]/', true],
		['http://[::ffff:169.254.169.254]/', true],
		['http://[::ffff:8.8.8.8]/', false],
		['http://[::ffff:172.32.0.1]/', false],
		['http://2130706433/', true],
		['http://0x7f.1/', true],
		['http://017700000001/', true],
		['http://127.1/', true],
		['http://[0:0:0:0:0:0:0:1]/', true],
		['http://LocalHost:5678/', true],
		['https://user@n8n.example.com:8443/webhook', false],
	])('judges the host of %s as the URL writes it: %p', (url, expected) => {
		expect(isPrivateHost(new URL(url).hostname)).toBe(expected);
	});
});

describe('isLoopbackHost', () => {
	it.each(words('localhost LocalHost 127.0.0.1 127.8.9.10 [::1]'))('knows %s as this machine', (host) => {
		expect(isLoopbackHost(host)).toBe(true);
	});

	it.each([
		...words(
			'localhost.example.com localhost.example. notlocalhost 127.0.0.1.example.com 1127.0.0.1 128.0.0.1',
		),
		...words('10.0.0.1 192.168.1.1 0.0.0.0 n8n [fe80::1] [::2] api.heymilo.ai'),
		'',
	])('does not take %j for this machine, so a key never travels there unencrypted', (host) => {
		expect(isLoopbackHost(host)).toBe(false);
	});
});
