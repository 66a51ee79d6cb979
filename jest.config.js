/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	transform: { '\\.ts$': ['ts-jest', { isolatedModules: true, diagnostics: false }] },
	testTimeout: 30_000,
};
