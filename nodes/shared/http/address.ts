// Loopback, link-local, private, shared and reserved IPv4 ranges (IANA special-purpose registry), as
// [network, prefix length].
const RESERVED_IPV4: Array<[string, number]> = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3],
];

const PRIVATE_NAMES = /(^|\.)(localhost|local|internal|lan|home|home\.arpa|corp|test)$/;

/** Whether a URL's host names this machine or a private network, so nobody outside can reach it. */
export function isPrivateHost(hostname: string): boolean {
	const host = hostname
		.toLowerCase()
		.replace(/^\[|\]$/g, '')
		.replace(/\.$/, '');
	if (host.includes(':')) return isPrivateIpv6(host);
	if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isReservedIpv4(host);
	return !host.includes('.') || PRIVATE_NAMES.test(host);
}

/** Whether a URL's host is this machine itself. */
export function isLoopbackHost(hostname: string): boolean {
	const host = hostname.toLowerCase();
	return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isReservedIpv4(address: string): boolean {
	return RESERVED_IPV4.some(([network, prefix]) => {
		const shift = 32 - prefix;
		return asNumber(address) >>> shift === asNumber(network) >>> shift;
	});
}

function asNumber(address: string): number {
	return address.split('.').reduce((sum, part) => ((sum << 8) | Number(part)) >>> 0, 0);
}

/** As URL writes addresses: compressed, lower-case, with embedded IPv4 in hexadecimal. */
function isPrivateIpv6(address: string): boolean {
	const mapped = /^(?:::ffff:|::|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address);
	if (mapped) {
		const [high, low] = mapped.slice(1).map((part) => parseInt(part, 16));
		return isReservedIpv4([high >> 8, high & 255, low >> 8, low & 255].join('.'));
	}
	return address === '::' || address === '::1' || /^(f[cd]|fe[89a-f]|ff|2001:db8:)/.test(address);
}
