// Everything in this repository, published or not. What n8n demands of the published part is checked with
// n8n's own scanner (scripts/scan.ts); eslint.config.mjs is n8n's stock configuration, which strict mode wants.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['dist/**', 'node_modules/**', 'demo-output/**', 'packages/**', '**/*.js', '**/*.mjs'] },
	js.configs.recommended,
	...tseslint.configs.recommended,
	{ rules: { '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }] } },
	{
		files: ['test/lifecycle/*.ts'],
		// They load the bundle, which only exists after the build.
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				...[
					':function > Identifier.params > TSTypeAnnotation > TSBooleanKeyword',
					':function > AssignmentPattern.params[right.raw=/^(true|false)$/]',
				].map((selector) => ({
					selector,
					message: 'Where it is called, nobody sees what true means: name it in an object.',
				})),
			],
		},
	},
);
