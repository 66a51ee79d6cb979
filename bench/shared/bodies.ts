import type { Vendor } from '../../nodes/shared/event/interviewEvent';
import { fixture } from '../../test/fixtures';

interface Recipe {
	/** The fixture that is grown. */
	name: string;
	/** The list in it that has as many entries as the interview was long; made where the body has none. */
	list: string[];
	/** One more entry of that list. */
	entry(index: number): unknown;
}

const ANSWER =
	'I looked at what the customer could no longer do, wrote down what I knew, and called the colleague on duty before I changed anything';

const RECIPES: Record<Vendor, Recipe> = {
	hireflix: {
		name: 'interview.finish',
		list: ['data', 'questions'],
		entry: (index) => ({
			id: `question-${index}`,
			title: 'How did you decide what to look at first?',
			answer: { id: `answer-${index}`, transcription: { text: ANSWER } },
		}),
	},
	heymilo: {
		name: 'report_available',
		list: ['agentic_data', 'web_interview_info', 'transcript', 'transcript'],
		entry: (index) => ({
			speaker: index % 2 === 0 ? 'bot' : 'user',
			text: ANSWER,
			timestamp: index * 7,
			timestamp_str: `${String(Math.floor((index * 7) / 60)).padStart(2, '0')}:${String((index * 7) % 60).padStart(2, '0')}`,
		}),
	},
	jobmojito: {
		name: 'interview_result',
		list: ['ai_analysis_recruiter_why_hire'],
		entry: (index) => `${index}: ${ANSWER}`,
	},
	interviewflowai: {
		name: 'interview.report_available',
		list: ['data', 'transcript'],
		entry: (index) => ({ speaker: index % 2 === 0 ? 'agent' : 'candidate', text: ANSWER, at: index * 7 }),
	},
};

/** Grown fixtures with a placeholder in the place of the interview's id, by vendor and size. */
const templates = new Map<string, string>();

const PLACEHOLDER = '@interview@';

/**
 * A body of a vendor of about so many bytes, at least its fixture: each index is an interview of its own.
 *
 * @returns the exact bytes to send and to sign
 */
export function bodyOf(vendor: Vendor, bytes: number, index: number): Buffer {
	const key = `${vendor} ${bytes}`;
	const template = templates.get(key) ?? grow(vendor, bytes);
	templates.set(key, template);
	return Buffer.from(template.replaceAll(PLACEHOLDER, `bench-${String(index).padStart(12, '0')}`));
}

function grow(vendor: Vendor, bytes: number): string {
	const { name, list, entry } = RECIPES[vendor];
	const { text, item } = fixture(vendor, name);
	const body = JSON.parse(text.replaceAll(String(item.interview_id), PLACEHOLDER)) as Record<string, unknown>;
	const missing = bytes - Buffer.byteLength(JSON.stringify(body));
	const entries = listIn(body, list);
	for (let added = 0, index = entries.length; added < missing; index++) {
		const grown = entry(index);
		entries.push(grown);
		added += Buffer.byteLength(JSON.stringify(grown)) + 1;
	}
	return JSON.stringify(body);
}

function listIn(body: Record<string, unknown>, [name, ...inner]: string[]): unknown[] {
	if (inner.length > 0) return listIn(body[name] as Record<string, unknown>, inner);
	body[name] ??= [];
	return body[name] as unknown[];
}
