import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

const COMPOSE = join(__dirname, '..', '..', 'deploy', 'compose.yaml');

/** The settings of n8n that `deploy/compose.yaml` recommends: what is measured is what is shipped. */
export function deploySettings(): Record<string, string> {
	const { 'x-tuning': tuning } = parse(readFileSync(COMPOSE, 'utf8')) as {
		'x-tuning': Record<string, string>;
	};
	return tuning;
}
