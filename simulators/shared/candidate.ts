import type { Candidate } from './simulator';

/** Whom the simulators make up. */
export const PEOPLE = [
	'Noor Haddad',
	'Emil Sørensen',
	'Beatriz Lopes',
	'Kenji Morita',
	'Aoife Brennan',
	'Luca Ferretti',
];
let invited = 0;

/** Name and address of a candidate; an invented person where the test named none. */
export function person({ name, email }: Candidate): { name: string; email: string } {
	const chosen = name ?? PEOPLE[invited % PEOPLE.length];
	const address = chosen
		.toLowerCase()
		.normalize('NFD')
		.replace(/ø/g, 'o')
		.replace(/[^a-z ]/g, '')
		.trim()
		.replace(/ +/g, '.');
	invited++;
	return { name: chosen, email: email ?? `${address || 'candidate'}.${invited}@example.com` };
}

/** What a candidate is invited to: the entry of this id, or the vendor's first one. */
export function chosen<T extends { id: string }>(entries: readonly T[], { jobId }: Candidate): T {
	const entry = jobId ? entries.find(({ id }) => id === jobId) : entries[0];
	if (!entry) throw new Error(`The vendor has nothing with the id ${jobId} to invite to.`);
	return entry;
}

/** An address that mail servers take: no part of it between two dots is empty, and no top-level domain is a single letter. Source: RFC 5321, dot-string. */
export const ADDRESS = /^[^@\s.]+(?:\.[^@\s.]+)*@[^@\s.]+(?:\.[^@\s.]+)*\.[^@\s.]{2,}$/;
