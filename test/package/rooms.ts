import { readdirSync } from 'node:fs';

/** The folders of the vendors. */
export const VENDOR_FOLDERS = readdirSync('nodes').filter((folder) => folder !== 'shared');

/** What a vendor's folder may hold besides `resources`: a file for each, and a folder of the same name for its parts. */
export const ROOMS = [
	'deliveries',
	'normalize',
	'answers',
	'normalizeAnswer',
	'receiver',
	'registration',
	'api',
	'lists',
	'report',
	'parameters',
];

/** The endings of what a node needs, behind the vendor's name. */
export const OWN_FILES = [
	'.node.json',
	'.node.ts',
	'Trigger.node.json',
	'Trigger.node.ts',
	'.dark.svg',
	'.svg',
];
