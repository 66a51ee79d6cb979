import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { InterviewEvent, Vendor } from '../nodes/shared/event/interviewEvent';

const FOLDER = join(__dirname, '..', 'fixtures');

/** One documented delivery and the item that it must become. */
export interface Fixture {
	name: string;
	/** The exact text of the file, which is what is sent and signed. */
	text: string;
	body: unknown;
	/** Every column but `received_at`, `verification` and `raw`, which depend on how it was received. */
	item: Partial<InterviewEvent>;
}

/** The fixtures of a vendor, by name of the delivery; those that name an interview come first. */
export function fixturesOf(vendor: Vendor): Fixture[] {
	const folder = join(FOLDER, vendor);
	return readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => {
			const text = readFileSync(join(folder, file), 'utf8');
			const item = readFileSync(join(folder, 'items', file), 'utf8');
			return {
				name: file.replace(/\.json$/, ''),
				text,
				body: JSON.parse(text) as unknown,
				item: JSON.parse(item) as Partial<InterviewEvent>,
			};
		})
		.sort((one, other) => Number(!one.item.interview_id) - Number(!other.item.interview_id));
}

/** The delivery of one fixture. */
export function fixture(vendor: Vendor, name: string): Fixture {
	const found = fixturesOf(vendor).find((candidate) => candidate.name === name);
	if (!found) throw new Error(`There is no fixture ${vendor}/${name}`);
	return found;
}
