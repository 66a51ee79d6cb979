import { isAtLeast, lockOf, PINNED, VERSIONS } from '../../../host/versions';

describe('versions of n8n', () => {
	it('are found in full, or the newest by their beginning', () => {
		expect(lockOf(PINNED).version).toBe(PINNED);
		expect(lockOf('1.123').version).toMatch(/^1\.123\.\d+$/);
		expect(lockOf('2').version).toBe(VERSIONS[VERSIONS.length - 1]);
		expect(() => lockOf('2.4')).toThrow('There is no lock for n8n 2.4; there are 1.123.');
	});

	it.each([
		['2.8', '2.8', true],
		['2.40.7', '2.8', true],
		['2.7.9', '2.8', false],
		['1.123.81', '2', false],
		['2.0.0', '2', true],
	])('%s is at least %s: %p', (version, other, expected) => {
		expect(isAtLeast(version, other)).toBe(expected);
	});
});
