import { found } from '../shared/routes';
import type { Answer, ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { listOf, pageOf } from './paging';
import { notFound, single, type V2Routes } from './routes';

const made = { created_at: 1_739_612_400, updated_at: 1_739_612_400 };

interface Row {
	id: string;
	[field: string]: unknown;
}

/** Blueprints that a posting can be made from. */
export const TEMPLATES: Row[] = [
	{
		object: 'interview_template',
		id: 'IT_screen',
		template_code: 'SCREEN',
		name: 'First screening',
		description: null,
		posting_id: '7C41B0E9',
		is_default: true,
		...made,
	},
];

/** 130 voices, so they do not fit on a page. */
const voices = (): Row[] =>
	Array.from({ length: 130 }, (_, index) => ({
		object: 'voice',
		id: `VO_${index + 1}`,
		provider: 'elevenlabs',
		provider_voice_id: `pv_${index + 1}`,
		name: `Voice ${index + 1}`,
		language: 'en',
		country_code: 'US',
		gender: index % 2 === 0 ? 'female' : 'male',
		preview_url: null,
		labels: {},
		...made,
	}));

const LISTS: Record<string, Row[]> = {
	'email-templates': [
		{
			object: 'email_template',
			id: 'ET_invite',
			template_key: 'invite',
			name: 'Invitation',
			subject: 'Your interview',
			content: '<p>Hello</p>',
			blackout_period: null,
			...made,
		},
	],
	'email-template-groups': [
		{
			object: 'email_template_group',
			id: 'EG_main',
			name: 'Main',
			template_mappings: { invite: 'ET_invite' },
			sender_email_id: 'SE_1',
			...made,
		},
	],
	'design-templates': [
		{
			object: 'design_template',
			id: 'DT_plain',
			name: 'Plain',
			template_type: 'interview',
			design_config: {},
			...made,
		},
	],
	'design-template-groups': [
		{
			object: 'design_template_group',
			id: 'DG_main',
			name: 'Main',
			template_mappings: { interview: 'DT_plain' },
			is_default: true,
			...made,
		},
	],
	'interview-templates': TEMPLATES,
	domains: [
		{
			object: 'domain',
			id: 'DO_1',
			domain: 'jobs.example.com',
			cname_target: 'candidates.heymilo.io',
			status: 'verified',
			active: true,
			...made,
		},
	],
	voices: voices(),
	'phone-numbers': [
		{
			object: 'phone_number',
			id: 'PN_1',
			phone_number: '+15550100123',
			country_code: 'US',
			active: true,
			date_provisioned: 1_739_612_400,
		},
	],
	'sender-emails': [
		{
			object: 'sender_email',
			id: 'SE_1',
			email_prefix: 'jobs',
			domain: 'example.com',
			full_email: 'jobs@example.com',
			domain_id: 'DO_1',
			created_at: 1_739_612_400,
		},
	],
};

/** What postings refer to; made in the dashboard. */
export function lookupRoutes({ state: { companyId, workspaceId: id } }: ApiContext): V2Routes {
	const lists = Object.entries(LISTS).flatMap(([name, rows]): Array<[string, Answer]> => [
		[`GET /${name}`, (request) => pageOf(request, named(rows, request), (row) => row)],
		[`GET /${name}/:entry`, ({ params }) => single(200, entryOf(rows, params.entry))],
	]);
	return {
		...Object.fromEntries(lists),
		// Its fields are untyped in the contract.
		'GET /workspaces': (request) =>
			listOf(request, [{ object: 'workspace', id, company_id: companyId, name: 'Northwind Demo' }]),
		// Objects without an envelope; what is in them is not documented and assumed.
		'GET /schemas/agents': () => ({
			status: 200,
			body: { web_interview: { modalities: ['voice', 'voice_tags'] }, form: { modalities: ['form'] } },
		}),
		'GET /schemas/question-types': () => ({
			status: 200,
			body: { voice: ['open'], form: ['text', 'mcq'] },
		}),
	};
}

const entryOf = (rows: Row[], wanted: string): Row =>
	found(
		rows.find(({ id }) => id === wanted),
		notFound('Entry'),
	);

function named(rows: Row[], request: ApiRequest): Row[] {
	const wanted = (request.query.get('search') ?? '').toLowerCase();
	return rows.filter(({ name }) => wanted === '' || String(name).toLowerCase().includes(wanted));
}
