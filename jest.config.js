/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	transform: { '\\.ts$': ['ts-jest', { diagnostics: false }] },
	testTimeout: 30_000,
};
