import type { Simulators } from '../../demo/vendors';
import { byId, type Tries } from './tries';

const REFUSED_KEY = /Invalid or missing API key.*Integrations → API Keys/;
const UNKNOWN_INTERVIEW = { interviewId: 'unknown' };
const NO_INTERVIEW = { refused: UNKNOWN_INTERVIEW, message: /Interview not found.*Check the values/ };
const NOTHING_TO_READ = {
	refused: UNKNOWN_INTERVIEW,
	message: /HeyMilo has no interview with the ID unknown.*trigger item.*Candidate: Get Many/,
};
const UNKNOWN_POSTING = { postingId: byId('unknown') };
const NO_POSTING = { refused: UNKNOWN_POSTING, message: /Posting not found.*Check the values/ };
const WEBHOOK_URL = 'https://example.com/heymilo';

let made = 0;

const newAddress = () => `ada.heymilo${++made}@example.com`;

const firstPosting = ({ heymilo }: Simulators) => ({ postingId: byId(heymilo.state.postings[0].id) });

/** A posting that the operation may change. */
const newPosting = ({ heymilo }: Simulators, title = `Ward Manager ${++made}`) => ({
	postingId: byId(heymilo.state.addPosting(title).id),
});

const newCandidate = async ({ heymilo }: Simulators, email = newAddress()) =>
	await heymilo.invite({ name: 'Ada Example', email, externalId: 'ATS-7' });

const invited = async (simulators: Simulators) => ({ interviewId: (await newCandidate(simulators)).id });

/** An interview of a new candidate that was scored. */
async function reported(simulators: Simulators) {
	const interview = await newCandidate(simulators);
	await interview.report(81);
	return { interviewId: interview.id };
}

/** The candidates of the first posting, of whom only a new and scored one passes the filter. */
async function oneReported(simulators: Simulators) {
	const email = newAddress();
	await (await newCandidate(simulators, email)).report(81);
	return { ...firstPosting(simulators), filters: { email } };
}

/** A voice question of the first posting. */
function newQuestion(simulators: Simulators) {
	const { heymilo } = simulators;
	const { id } = heymilo.state.addQuestion(heymilo.state.postings[0].id, 'voice', { text: 'Why here?' });
	return { ...firstPosting(simulators), questionId: id };
}

/** The only two questions of a new posting, in the other order. */
function twoQuestions(simulators: Simulators) {
	const { state } = simulators.heymilo;
	const { postingId } = newPosting(simulators);
	const [why, how] = ['Why here?', 'How so?'].map((text) =>
		state.addQuestion(postingId.value, 'voice', { text }),
	);
	return { postingId, modality: 'voice', order: JSON.stringify([how.id, why.id]) };
}

/** A webhook of a new posting, so nothing is ever sent to it. */
function newWebhook(simulators: Simulators) {
	const { heymilo } = simulators;
	const { postingId } = newPosting(simulators);
	const { id } = heymilo.addWebhook(WEBHOOK_URL, { events: ['report_available'], scope: postingId.value });
	return { webhookId: id };
}

/** Ends what the operations on webhooks left: tests of the trigger look for webhooks that are active. */
function endWebhooks({ heymilo }: Simulators): void {
	for (const webhook of heymilo.webhooks) if (webhook.url === WEBHOOK_URL) webhook.active = false;
}

function newPush({ heymilo }: Simulators) {
	const id = `item_${++made}`;
	heymilo.state.pushes.push({ id, request: {}, createdAt: Date.now() / 1000 });
	return { itemId: id };
}

export const HEYMILO_OPERATIONS: Tries = {
	'report get': {
		good: async (simulators) => ({ ...(await reported(simulators)), options: { transcript: 'text' } }),
		item: {
			event_type: 'interview.report_available',
			score_raw: 81,
			score_percent: 81,
			external_id: 'ATS-7',
			decision: null,
			job_title: 'Site Reliability Engineer',
			report_url: null,
			strengths: expect.stringContaining('\n'),
			transcript: expect.stringMatching(/^Interviewer: .+\nCandidate: /),
		},
		...NOTHING_TO_READ,
	},
	'report getAll': {
		good: oneReported,
		item: { score_raw: 81, job_title: 'Site Reliability Engineer' },
		refused: { ...UNKNOWN_POSTING, filters: { changedSince: 'soon' } },
		message: /Changed Since is not a valid date.*Pick a date/,
	},
	'candidate add': {
		isSentOnce: true,
		good: (simulators) => ({
			...firstPosting(simulators),
			name: 'Ada Example',
			email: newAddress(),
			additionalFields: { externalId: 'ATS-7', metadata: { entries: [{ key: 'source', value: 'fair' }] } },
		}),
		item: { candidate: { metadata: { external_id: 'ATS-7', source: 'fair' } } },
		refused: {
			...UNKNOWN_POSTING,
			name: 'Ada Example',
			email: 'ada@example.com',
			additionalFields: { metadata: { entries: [{ key: 'note', value: 'x'.repeat(501) }] } },
		},
		message: /Metadata: the entry "note" is not possible.*at most 50 keys/,
	},
	'candidate addMany': {
		isSentOnce: true,
		good: (simulators) => ({
			...firstPosting(simulators),
			name: 'Ada Example',
			email: newAddress(),
			additionalFields: { externalId: `ATS-${++made}` },
		}),
		item: { name: 'Ada Example', paired_by: 'external_id' },
		refused: { ...UNKNOWN_POSTING, source: 'list', list: '[{ "name": "Ada Example" }]' },
		message: /Email in entry 1 of Candidate List is empty; nobody was added.*Give each entry the key "email"/,
	},
	'candidate getAll': {
		good: oneReported,
		item: { name: 'Ada Example', status: 'completed', score: 81 },
		message: REFUSED_KEY,
	},
	'interview get': {
		good: reported,
		item: { object: 'interview_data', web_interview: { match_score: 81 } },
		...NOTHING_TO_READ,
	},
	'interview getMetadata': {
		good: invited,
		item: { metadata: { external_id: 'ATS-7' } },
		...NO_INTERVIEW,
	},
	'interview setMetadata': {
		good: async (simulators) => ({
			...(await invited(simulators)),
			metadata: { entries: [{ key: 'stage', value: 'offer' }] },
		}),
		item: { metadata: { external_id: 'ATS-7', stage: 'offer' } },
		refused: UNKNOWN_INTERVIEW,
		message: /Metadata has no entries.*Add a key/,
	},
	'interview clearMetadata': {
		good: invited,
		item: { metadata: {} },
		refused: { interviewId: ' ' },
		message: /Interview ID is empty.*Fill in Interview ID/,
	},
	'posting get': {
		good: firstPosting,
		item: { title: 'Site Reliability Engineer', status: 'active' },
		...NO_POSTING,
	},
	'posting getAll': {
		good: () => ({ filters: { search: 'accountant' } }),
		item: { title: 'Junior Accountant' },
		message: REFUSED_KEY,
	},
	'posting getStatistics': {
		good: async (simulators) => {
			const { postingId } = newPosting(simulators);
			const interview = await simulators.heymilo.invite({ jobId: postingId.value });
			await interview.report(60);
			return { postingId };
		},
		item: { total_candidates: 1, average_interview_score: 60 },
		...NO_POSTING,
	},
	'posting create': {
		isSentOnce: true,
		good: () => ({
			title: 'Ward Clerk',
			workflow: '[{ "type": "resume" }, { "type": "web_interview" }]',
			additionalFields: { max_retakes: 2, metadata: { entries: [{ key: 'team', value: 'blue' }] } },
		}),
		item: { title: 'Ward Clerk', status: 'active', metadata: { team: 'blue' } },
		refused: { title: 'Ward Clerk', workflow: '[{ "config": {} }]' },
		message: /Workflow: step 1 has no type.*Write each step like/,
	},
	'posting update': {
		good: (simulators) => ({ ...newPosting(simulators), updateFields: { title: 'Night Manager' } }),
		item: { title: 'Night Manager' },
		refused: UNKNOWN_POSTING,
		message: /Update Fields is empty.*Add field/,
	},
	'posting updateStep': {
		good: (simulators) => ({
			...newPosting(simulators),
			step: 'position',
			position: 1,
			config: '{ "num_questions": 7 }',
			simplify: false,
		}),
		item: { workflow: [{ type: 'web_interview', config: { num_questions: 7 } }] },
		refused: { ...UNKNOWN_POSTING, config: '[]' },
		message: /Config is not a JSON object.*Write Config like/,
	},
	'posting activate': {
		good: ({ heymilo }) => ({
			postingId: byId(heymilo.state.addPosting('Porter', { isDraft: true }).id),
		}),
		item: { title: 'Porter', status: 'active' },
		...NO_POSTING,
	},
	'posting archive': {
		good: newPosting,
		item: { status: 'archived' },
		...NO_POSTING,
	},
	'posting clone': {
		isSentOnce: true,
		good: (simulators) => newPosting(simulators, 'Midwife'),
		item: { title: 'Midwife (copy)' },
		...NO_POSTING,
	},
	'question get': {
		good: newQuestion,
		item: { text: 'Why here?', modality: 'voice' },
		refused: { ...UNKNOWN_POSTING, questionId: 'unknown' },
		message: /Question not found.*Check the values/,
	},
	'question getAll': {
		good: (simulators) => {
			const { postingId, modality } = twoQuestions(simulators);
			return { postingId, filters: { modality } };
		},
		item: { text: 'Why here?', rank: 1 },
		...NO_POSTING,
	},
	'question create': {
		isSentOnce: true,
		good: (simulators) => ({
			...newPosting(simulators),
			modality: 'voice',
			text: 'Why us?',
			additionalFields: { score_weight: 8 },
		}),
		item: { text: 'Why us?', score_weight: 8, rank: 1 },
		refused: { ...UNKNOWN_POSTING, modality: 'voice', text: ' ' },
		message: /Text is empty.*Fill in Text/,
	},
	'question update': {
		good: (simulators) => ({ ...newQuestion(simulators), updateFields: { text: 'Why us?' } }),
		item: { text: 'Why us?' },
		refused: { ...UNKNOWN_POSTING, questionId: 'unknown' },
		message: /Update Fields is empty.*Add field/,
	},
	'question delete': {
		good: newQuestion,
		item: { deleted: true },
		refused: { ...UNKNOWN_POSTING, questionId: 'unknown' },
		message: /Nothing was deleted: HeyMilo has no question with the ID unknown.*Get Many/,
	},
	'question reorder': {
		good: twoQuestions,
		item: { text: 'How so?', rank: 1 },
		refused: { ...UNKNOWN_POSTING, modality: 'voice', order: '[]' },
		message: /Question IDs in Order is empty.*Write it like/,
	},
	'webhook get': {
		good: newWebhook,
		item: { event_type: 'report_available', is_active: true },
		refused: { webhookId: 'unknown' },
		message: /Webhook not found.*Check the values/,
	},
	'webhook getAll': {
		good: (simulators) => {
			newWebhook(simulators);
			return {};
		},
		item: { webhook_url: WEBHOOK_URL, is_active: true },
		message: REFUSED_KEY,
	},
	'webhook create': {
		isSentOnce: true,
		good: (simulators) => ({
			...newPosting(simulators),
			webhookUrl: WEBHOOK_URL,
			event: 'custom',
			eventName: 'candidate_ingested',
		}),
		item: { webhook_url: WEBHOOK_URL, event_type: 'candidate_ingested' },
		refused: { ...UNKNOWN_POSTING, webhookUrl: 'https://n8n.example.com/webhook-test/a/heymilo' },
		message: /URL is a Test URL.*Copy the Production URL/,
	},
	'webhook delete': {
		good: newWebhook,
		item: { deleted: true },
		refused: { webhookId: 'unknown' },
		message: /Nothing was deleted: HeyMilo has no webhook with the ID unknown.*Get Many/,
	},
	'ats getConnections': {
		good: () => ({}),
		item: { ats_provider: 'bullhorn', is_active: true },
		message: REFUSED_KEY,
	},
	'ats resolveCandidate': {
		good: async (simulators) => {
			const email = newAddress();
			await newCandidate(simulators, email);
			return { email };
		},
		item: { success: true, matches: [{ first_name: 'Ada', last_name: 'Example' }] },
		refused: { email: '' },
		message: /Email and ATS Candidate ID are empty.*Fill in one of them/,
	},
	'ats pushCandidate': {
		isSentOnce: true,
		good: ({ heymilo }) => ({
			additionalFields: { first_name: 'Ada', last_name: 'Example', email: newAddress() },
			options: { create_submission: true, posting_id: heymilo.state.postings[0].id },
		}),
		item: { status: 'queued' },
		refused: {},
		message: /Additional Fields do not say who the candidate is.*Add field/,
	},
	'ats getPushStatus': {
		good: newPush,
		item: { status: 'completed' },
		refused: { itemId: ' ' },
		message: /Push ID is empty.*Fill in Push ID/,
	},
	'lookup get': {
		good: () => ({ list: 'domains', entryId: 'DO_1' }),
		item: { domain: 'jobs.example.com', status: 'verified' },
		refused: { list: 'domains', entryId: 'unknown' },
		message: /HeyMilo has no entry with the ID unknown in Domains.*Lookup: Get Many/,
	},
	// The last one, because it ends the webhooks.
	'lookup getAll': {
		good: (simulators) => {
			endWebhooks(simulators);
			return { list: 'voices', search: 'voice 13' };
		},
		item: { id: 'VO_13', name: 'Voice 13' },
		message: REFUSED_KEY,
	},
};
