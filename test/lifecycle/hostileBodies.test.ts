import type { IDataObject } from 'n8n-workflow';
import fc from 'fast-check';

import type { Vendor } from '../../simulators/shared/simulator';
import { COLUMNS } from '../../nodes/shared/event/columnOrder';
import { interviewEventSchema } from '../../nodes/shared/event/schema';
import { fixturesOf } from '../fixtures';
import { genuine, startProved, type Proved } from './proved';
import { postRaw } from './rawRequest';
import { TESTED_VENDORS } from './vendors';

const VENDORS = Object.keys(TESTED_VENDORS) as Vendor[];

const nested = (opening: string, levels: number, closing: string) =>
	opening.repeat(levels) + (opening === '[' ? '' : '1') + closing.repeat(levels);
const keys = (count: number) => Array.from({ length: count }, (_, key) => `"k${key}":${key}`).join();

/** A fixture with another field at its end. */
const inside = (text: string, field: string) => text.replace(/\}\s*$/, `,${field}}`);

type Hostile = [name: string, body: (fixture: string) => string];

const UNREADABLE: Hostile[] = [
	['a list', () => '[{"id":"x"},1]'],
	['a text', () => '"interview.completed"'],
	['a number', () => '9007199254740993'],
	['null', () => 'null'],
	['an empty object', () => '{}'],
	['nothing but keys it does not know', () => `{${keys(100_000)}}`],
	['only a prototype', () => '{"__proto__":{"id":"x","interview_id":"x","data":{"id":"x"}}}'],
	['a million lists in each other', () => nested('[', 1_000_000, ']')],
	['a million objects in each other', () => nested('{"data":', 1_000_000, '}')],
];

const READABLE: Hostile[] = [
	['100,000 unknown keys', (text) => inside(text, keys(100_000))],
	['a key given twice', (text) => inside(text, '"extra":1,"extra":2')],
	['a text of 15 MB', (text) => inside(text, `"extra":"${'<a>\\n  '.repeat((15 * 1024 * 1024) / 7)}"`)],
	['a list of 2,000,000 numbers', (text) => inside(text, `"transcript":[1${',1'.repeat(2_000_000)}]`)],
	['numbers beyond 2^53', (text) => inside(text, '"extra":[9007199254740993,1e400,-1e400,1e-400,-0]')],
	['lone surrogates and NUL', (text) => inside(text, '"extra":"\\ud800\\u0000\\udfff"')],
	['400 levels', (text) => inside(text, `"extra":${nested('[', 400, ']')}`)],
];

describe.each(VENDORS)('a proved delivery of %s', (vendor) => {
	const [{ text, item }] = fixturesOf(vendor);
	let proved: Proved;

	beforeAll(async () => {
		proved = await startProved(vendor, { parameters: { options: { deduplicate: false } } });
	});

	afterAll(async () => {
		await proved.stop();
	});

	/** The one item that was stored for these bytes. */
	async function stored(body: string): Promise<IDataObject> {
		const { workflow } = proved;
		const { target, lines } = genuine(proved, body);
		workflow.executions.length = 0;
		await expect(postRaw(target, ['content-type: application/json', ...lines], body)).resolves.toBe(200);
		expect(workflow.executions).toHaveLength(1);
		const [items] = workflow.executions;
		expect(items).toHaveLength(1);
		return items[0];
	}

	it.each(UNREADABLE)(
		'that is %s is an item in the columns of the schema, with the reason',
		async (_, body) => {
			const stands = await stored(body(text));
			expect(Object.keys(stands)).toEqual(COLUMNS);
			expect(interviewEventSchema.parse(stands)).toMatchObject({
				event_type: 'interview.unknown',
				interview_id: null,
			});
			expect(stands.failure_reason).toContain('body');
		},
	);

	it.each(READABLE)('with %s is an event, and all of it in raw', async (_, hostile) => {
		const body = hostile(text);
		const event = await stored(body);
		expect(event.interview_id).toBe(item.interview_id);
		expect(JSON.stringify(event.raw) === JSON.stringify(JSON.parse(body))).toBe(true);
	});

	it.each([600, 5_000, 1_000_000])('with %d levels has its body as text, and says why', async (levels) => {
		const body = inside(text, `"extra":${nested('{"a":', levels, '}')}`);
		const { event_type, failure_reason, raw } = await stored(body);
		expect(event_type).toBe('interview.unknown');
		expect(failure_reason).toMatch(/nested too deeply.*raw has it as text/);
		expect(raw === body).toBe(true);
	});

	it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'toJSON'])(
		'keeps a key named %s as data, at any depth',
		async (name) => {
			const own = `"${name}":{"polluted":true,"prototype":{"polluted":true},"${name}":[{"${name}":{"polluted":true}}]}`;
			const body = inside(text.replace(/\{/g, `{${own},`).replace(/,\s*\}/g, '}'), own);
			const { raw } = await stored(body);
			expect(JSON.stringify(raw) === JSON.stringify(JSON.parse(body))).toBe(true);
			expect({}).not.toHaveProperty('polluted');
			expect(Object).not.toHaveProperty('polluted');
		},
	);

	it('that drifted in any way is one item', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.json({ maxDepth: 4, noUnicodeString: false }),
				fc.boolean(),
				async (json, isInside) => {
					await stored(isInside ? inside(text, `"data":${json}`) : json);
				},
			),
			{ seed: 5, numRuns: 150, endOnFailure: true },
		);
	});

	it('is received as always afterwards', async () => {
		const event = await stored(text);
		expect(event.interview_id).toBe(item.interview_id);
	});
});

describe.each<[Vendor, string]>([
	['hireflix', 'data.id'],
	['heymilo', 'interview_id'],
	['jobmojito', 'id'],
	['interviewflowai', 'interviewId'],
	['ribbon', 'interview_id'],
	['micro1', 'data.report_id'],
])('two candidates of %s whose ids JSON.parse rounds to the same number', (vendor, path) => {
	it('are two items, each with the reason', async () => {
		const proved = await startProved(vendor);
		for (const id of ['9007199254740992', '9007199254740993', '9007199254740993']) {
			const body = path.split('.').reduceRight((inner, key) => `{"${key}":${inner}}`, id);
			const { target, lines } = genuine(proved, body);
			await expect(postRaw(target, ['content-type: application/json', ...lines], body)).resolves.toBe(200);
		}
		expect(proved.workflow.events).toEqual([]);
		expect(proved.workflow.unrecognized).toMatchObject([
			{ failure_reason: expect.stringMatching(/has no (interview|result) ID/) as string },
			{ failure_reason: expect.stringMatching(/has no (interview|result) ID/) as string },
		]);
		await proved.stop();
	});
});
