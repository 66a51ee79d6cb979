import { breachOfContract } from '../../../simulators/heymilo/contract';

const POSTINGS = '/api/v2/postings';
const CANDIDATES = `${POSTINGS}/7C41B0E9/candidates`;

/** Where the simulator finds what is wrong with a request, and what it says. */
function breaches(method: string, target: string, body?: unknown): string[] {
	const { pathname: path, searchParams: query } = new URL(target, 'http://heymilo.example.com');
	const text = body === undefined ? '' : JSON.stringify(body);
	const answer = breachOfContract({ method, path, query, body: text });
	const { detail = [] } = (answer?.body ?? {}) as { detail?: Array<{ loc: unknown[]; msg: string }> };
	return detail.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`);
}

const ada = { name: 'Ada', email: 'ada@example.com' };
const nurse = { title: 'Night Nurse' };
const voice = { modality: 'voice', text: 'Why?' };

describe("the simulator's contract with HeyMilo", () => {
	it.each([
		['GET', `${POSTINGS}?limit=100&search=nurse`, undefined],
		['POST', CANDIDATES, { ...ada, phone_number: null, metadata: { team: 'blue' }, data: { years: 7 } }],
		['POST', `${CANDIDATES}/bulk`, { data: [ada] }],
		['POST', POSTINGS, { ...nurse, workflow: [{ type: 'form', config: null }, { type: 'resume' }] }],
		['POST', POSTINGS, { ...nurse, workflow: null, max_retakes: 5, retake_cooldown_days: 1.5 }],
		['PATCH', `${POSTINGS}/7C41B0E9`, { title: null, metadata: {}, company_overview_delivery_mode: null }],
		['POST', `${POSTINGS}/7C41B0E9/questions`, { ...voice, answer: ['anything'], score_weight: 10 }],
		['POST', `${POSTINGS}/7C41B0E9/archive`, undefined],
		['POST', '/api/v2/ats/candidates/push', { ats_name: 'bullhorn', candidate: { email: null } }],
		['GET', '/api/v2/unknown?x=1', undefined],
	])('allows %s %s %j', (method, path, body) => {
		expect(breaches(method, path, body)).toEqual([]);
	});

	it.each([
		['GET', `${POSTINGS}?limit=0`, undefined, ['query.limit: Input should be greater than or equal to 1']],
		['GET', `${POSTINGS}?limit=ten`, undefined, ['query.limit: Input should be a valid integer']],
		['GET', `${POSTINGS}?title=x`, undefined, ['query.title: Extra inputs are not permitted']],
		['POST', CANDIDATES, 'Ada', ['body: Input should be a valid object']],
		['POST', CANDIDATES, { name: 'Ada' }, ['body.email: Field required']],
		['POST', CANDIDATES, { ...ada, name: 7 }, ['body.name: Input should be a valid string']],
		[
			'POST',
			`${CANDIDATES}/bulk`,
			{ data: [ada, { ...ada, metadata: { years: 7 }, phone: '1' }] },
			[
				'body.data.1.phone: Extra inputs are not permitted',
				'body.data.1.metadata.years: Input should be a valid string',
			],
		],
		['POST', `${CANDIDATES}/bulk`, { data: [] }, ['body.data: List should have at least 1 item']],
		['POST', `${POSTINGS}/7C41B0E9/clone`, { title: 'Copy' }, ['body: Extra inputs are not permitted']],
		[
			'PATCH',
			`${POSTINGS}/7C41B0E9`,
			{ description: 'short' },
			['body.description: String should have at least 10 characters'],
		],
	])('refuses %s %s %j', (method, path, body, said) => {
		expect(breaches(method, path, body)).toEqual(said);
	});

	it.each([
		[{ title: 'No' }, 'title: String should have at least 3 characters'],
		[{ max_retakes: 2.5 }, 'max_retakes: Input should be a valid integer'],
		[{ max_retakes: 6 }, 'max_retakes: Input should be less than or equal to 5'],
		[{ deadline: 1796148000 }, 'deadline: Input should be a valid string'],
		[
			{ company_overview_delivery_mode: 'loudly' },
			"company_overview_delivery_mode: Input should be 'exact_delivery' or 'summarized_delivery' or 'reference_only' or 'silent_reference'",
		],
		[
			{ workflow: [{ type: 'form' }, { type: 'dance' }] },
			"workflow.1.type: Input should be 'web_interview' or 'conversational_sms' or 'resume' or 'form'",
		],
		[
			{ workflow: [{ type: 'form', config: { video: true } }] },
			'workflow.0.config.video: Extra inputs are not permitted',
		],
		[
			{ workflow: [{ type: 'resume', questions: [{ ...voice, score_weight: 6 }] }] },
			'workflow.0.questions.0.score_weight: Input should be less than or equal to 5',
		],
	])('refuses a new posting with %j', (fields, said) => {
		expect(breaches('POST', POSTINGS, { ...nurse, ...fields })).toEqual([`body.${said}`]);
	});
});
