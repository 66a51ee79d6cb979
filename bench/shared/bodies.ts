import type { Vendor } from '../../nodes/shared/event/interviewEvent';
import { fixture, type Fixture } from '../../test/fixtures';

const ANSWER =
	'I looked at what the customer could no longer do, wrote down what I knew, and called the colleague on duty before I changed anything. ';

interface Recipe {
	/** The fixture that is grown. */
	name: string;
	/** Makes the body longer by about so many bytes, where a longer interview would. */
	grow(body: Body, missing: number): void;
}

type Body = Record<string, unknown>;

const RECIPES: Record<Vendor, Recipe> = {
	hireflix: {
		name: 'interview.finish',
		grow: (body, missing) => {
			const entry = (index: number) => ({
				id: `question-${index}`,
				title: 'How did you decide what to look at first?',
				answer: { id: `answer-${index}`, transcription: { text: ANSWER } },
			});
			Object.assign(body.data as Body, { questions: entries(missing, entry) });
		},
	},
	heymilo: {
		name: 'report_available',
		grow: (body, missing) => {
			const { web_interview_info: report } = body.agentic_data as {
				web_interview_info: { transcript: { transcript: unknown[] } };
			};
			const entry = (index: number) => ({
				speaker: index % 2 === 0 ? 'bot' : 'user',
				text: ANSWER,
				timestamp: index * 7,
				timestamp_str: `${Math.floor((index * 7) / 60)}:${String((index * 7) % 60).padStart(2, '0')}`,
			});
			report.transcript.transcript.push(...entries(missing, entry));
		},
	},
	jobmojito: {
		name: 'interview_result',
		grow: (body, missing) => {
			body.ai_analysis = ANSWER.repeat(Math.max(1, missing / ANSWER.length));
		},
	},
	interviewflowai: {
		name: 'interview.report_available',
		grow: (body, missing) => {
			const entry = (index: number) => ({
				speaker: index % 2 === 0 ? 'agent' : 'candidate',
				text: ANSWER,
				at: index * 7,
			});
			Object.assign(body.data as Body, { transcript: entries(missing, entry) });
		},
	},
	// The body is as long for every interview.
	ribbon: { name: 'interview_processed', grow: () => {} },
	micro1: {
		name: 'interview_report.created',
		grow: (body, missing) => {
			const entry = (index: number) => ({
				timestamp: index * 7,
				role: index % 2 === 0 ? 'interviewer' : 'user',
				content: ANSWER,
			});
			Object.assign(body.data as Body, { interview_transcript: entries(missing, entry) });
		},
	},
};

function entries(bytes: number, entry: (index: number) => unknown): unknown[] {
	const made: unknown[] = [];
	for (let added = 0; added < bytes; added += JSON.stringify(made[made.length - 1]).length + 1) {
		made.push(entry(made.length));
	}
	return made;
}

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
	const template = templates.get(key) ?? grownFixture(vendor, bytes);
	templates.set(key, template);
	return Buffer.from(template.replaceAll(PLACEHOLDER, `bench-${String(index).padStart(12, '0')}`));
}

/** The fixture whose body `bodyOf` grows. */
export function fixtureToGrow(vendor: Vendor): Fixture {
	return fixture(vendor, RECIPES[vendor].name);
}

function grownFixture(vendor: Vendor, bytes: number): string {
	const { text, item } = fixtureToGrow(vendor);
	const body = JSON.parse(text.replaceAll(String(item.interview_id), PLACEHOLDER)) as Body;
	RECIPES[vendor].grow(body, bytes - JSON.stringify(body).length);
	return JSON.stringify(body);
}
