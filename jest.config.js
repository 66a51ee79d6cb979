// n8n-core logs to the console; the tests read errors, not logs.
process.env.N8N_LOG_LEVEL = 'silent';

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	globalSetup: './test/stage/setUp.ts',
	globalTeardown: './test/stage/tearDown.ts',
	transform: {
		'\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
	},
	testSequencer: './test/stage/slowestFirst.js',
	testTimeout: 30_000,
	// Their package.json files share a name.
	modulePathIgnorePatterns: ['<rootDir>/host/versions'],
};
