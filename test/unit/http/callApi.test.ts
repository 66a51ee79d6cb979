import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { heyMiloApi } from '../../../nodes/HeyMilo/api';
import { hireflixApi } from '../../../nodes/Hireflix/api';
import { interviewFlowAiApi } from '../../../nodes/InterviewFlowAi/api';
import { jobMojitoApi } from '../../../nodes/JobMojito/api';
import { micro1Api } from '../../../nodes/Micro1/api';
import { ribbonApi } from '../../../nodes/Ribbon/api';
import { callApi } from '../../../nodes/shared/http/apiCall';
import { aList, anObject, NOTHING, under } from '../../../nodes/shared/http/expected';
import { isUnclear } from '../../../nodes/shared/http/failure';
import type { ApiCall } from '../../../nodes/shared/http/outcome';
import type { VendorApi } from '../../../nodes/shared/http/vendorApi';
import { calling, type Answered } from '../calling';

type Call = ApiCall<unknown>;

/** One answer of the vendor, or an error of the network. */
type Given = Answered | Error;

const api: VendorApi = {
	vendorName: 'Vendor',
	credentialType: 'vendorApi',
	keyHelp: 'Copy a new key.',
};

const READ: Call = { method: 'GET', path: '/things', effect: 'read', expects: anObject('id') };
const WRITE: Call = { ...READ, method: 'PUT', effect: 'write' };
const WRITE_ONCE: Call = { ...READ, method: 'POST', effect: 'writeOnce' };

const OK: Given = { body: { id: 'a' } };
const busy = (headers: Record<string, string> = {}): Given => ({ status: 429, headers });
const down: Given = { status: 500, body: { message: 'Down' } };
const broken = (code: string): Error => Object.assign(new Error('failed'), { code });

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-01T08:00:00Z') }));
afterEach(() => jest.useRealTimers());

interface Settings {
	/** In a trigger's life cycle. */
	isLifeCycle?: boolean;
	credential?: IDataObject;
}

/** A vendor that returns one answer after the other, the last forever, and when it was asked. */
function answering(answers: Given[], { isLifeCycle, credential }: Settings = {}) {
	const at: number[] = [];
	const known = { baseUrl: 'https://api.example.com/v1', apiKey: 'key-of-the-account', ...credential };
	const answer = () => {
		const given = answers[Math.min(at.push(Date.now()), answers.length) - 1];
		if (given instanceof Error) throw given;
		return given;
	};
	const { context, sent } = calling(answer, {}, known);
	if (isLifeCycle) Object.assign(context, { getActivationMode: () => 'activate' });
	return { context, sent, at };
}

/** Makes the call while a fake clock advances, and returns what came out and the seconds at which it was sent. */
async function make(call: Call, answers: Given[], settings: Settings = {}) {
	const { context, sent, at } = answering(answers, settings);
	const start = Date.now();
	const done = callApi(context, api, call).then(
		(value) => ({ value, error: null }),
		(error: NodeApiError) => ({ value: null, error }),
	);
	await jest.runAllTimersAsync();
	const times = at.map((time) => Math.round((time - start) / 1000));
	return { ...(await done), times, sent };
}

const inFull = (error: NodeApiError | null): string => `${error?.message} | ${error?.description}`;

const PAGE = '\n<!doctype html><html><body><div id="root"></div></body></html>';

describe('an answer of the vendor', () => {
	it('is given as far as it was expected', async () => {
		const rows = [{ id: 1 }, { id: 2 }];
		const call: Call = { ...READ, expects: under('data', aList()) };
		await expect(make(call, [{ body: { data: rows, total: 2 } }])).resolves.toMatchObject({ value: rows });
	});

	it('may be an empty list where a list is documented', async () => {
		await expect(make({ ...READ, expects: aList() }, [{ body: [] }])).resolves.toMatchObject({ value: [] });
	});

	it.each([
		['204', { status: 204, body: '' }],
		['an empty 200', { body: '' }],
		['null', { body: null }],
		['a few words', { body: { message: 'Deleted' } }],
	])('may be %s where no body is documented', async (_, answer) => {
		await expect(make({ ...WRITE, expects: NOTHING }, [answer])).resolves.toMatchObject({ error: null });
	});

	it.each<[string, Given, RegExp]>([
		[
			'a web page',
			{ body: PAGE, headers: { 'content-type': 'text/html' } },
			/a web page that begins "<!doctype html>.*\(text\/html\)/,
		],
		['a web page without a type', { body: PAGE }, /a web page that begins/],
		['a text', { body: 'OK' }, /a text that begins "OK"/],
		['nothing', { body: '' }, /an empty body/],
		['no content', { status: 204, body: '' }, /status 204 and an empty body/],
		['null', { body: null }, /the JSON value null/],
		['a number', { body: 7 }, /the JSON value 7/],
		['an empty object', { body: {} }, /an empty object instead of an object with id/],
		['an empty list', { body: [] }, /an empty list/],
		['a list', { body: [{ id: 'a' }] }, /a list instead of/],
		['the object of another API', { body: { status: 'ok', version: 3 } }, /an object with status, version/],
		[
			'a redirect',
			{ status: 301, headers: { location: 'https://www.example.com/login?token=x' } },
			/a redirect to https:\/\/www\.example\.com\/login\./,
		],
		['the page of a firewall', { status: 403, body: PAGE }, /a web page .* a firewall or a proxy answers/],
		['the page of a proxy', { status: 404, body: PAGE }, /status 404 and a web page/],
		['the text of a proxy', { status: 404, body: '404 page not found' }, /a text that begins "404 page/],
	])('is not believed when it is %s', async (_, answer, words) => {
		for (const call of [READ, WRITE, WRITE_ONCE]) {
			const { error, times } = await make(call, [answer]);
			expect(inFull(error)).toMatch(/^This is not the Vendor API: check the Base URL in the credential/);
			expect(inFull(error)).toMatch(words);
			expect(inFull(error)).toContain('The Base URL is https://api.example.com/v1.');
			expect(times).toEqual([0]);
		}
	});

	it('is not believed as an object where a list is documented, nor as a list of anything but objects', async () => {
		for (const body of [{}, { id: 'a' }, ['a'], [null], 'x', '']) {
			const { error } = await make({ ...READ, expects: aList() }, [{ body }]);
			expect(inFull(error)).toMatch(/not the Vendor API/);
		}
	});

	it('is refused by "success: false", in the words of the vendor', async () => {
		const { error, times } = await make({ ...WRITE_ONCE, expects: NOTHING }, [
			{ body: { success: false, error: 'Candidate not found' } },
		]);
		expect(inFull(error)).toMatch(/^Vendor says: Candidate not found \|/);
		expect(times).toEqual([0]);
		expect(isUnclear(error)).toBe(false);
	});

	it('says nothing of a password in the Base URL, nor of the key', async () => {
		const credential = { baseUrl: 'https://user:pass@api.example.com/v1?x=key-of-the-account' };
		const { error } = await make(READ, [{ body: 'your key-of-the-account is' }], { credential });
		expect(inFull(error)).toMatch(/not the Vendor API/);
		expect(inFull(error)).not.toMatch(/pass|key-of-the-account/);
	});
});

describe('a Base URL', () => {
	it.each(['https://api.example.com/v1/ ', ' https://api.example.com/v1', 'https://api.example.com/v1//'])(
		'is taken without blanks and slashes around it: %j',
		async (baseUrl) => {
			const { sent } = await make(READ, [OK], { credential: { baseUrl } });
			expect(sent[0].url).toBe('https://api.example.com/v1/things');
		},
	);

	it.each([undefined, null, '', 'api.example.com', 'http://api.example.com', 'ftp://api.example.com'])(
		'is refused as %j before anything is sent',
		async (baseUrl) => {
			const { error, sent } = await make(READ, [OK], { credential: { baseUrl } });
			expect(inFull(error)).toMatch(/Base URL in the credential must start with https.*Vendor credential/);
			expect(sent).toEqual([]);
		},
	);
});

it.each(['.', '..'])('an ID that is %j is no place in a URL', async (id) => {
	const { context, sent } = answering([OK]);
	for (const path of [`/postings/${id}`, `/postings/${id}/questions`, `/postings/${id}?a=1`])
		await expect(callApi(context, api, { ...READ, path })).rejects.toThrow('nothing but dots');
	await callApi(context, api, { ...READ, path: '/a.b/..c/d..?e=/../' });
	expect(sent).toHaveLength(1);
});

describe('patience', () => {
	it.each([
		['reads', READ],
		['writes that do the same again', WRITE],
	])('%s are repeated three times after a 5xx, a little later each time', async (_, call) => {
		const { error, times } = await make(call, [down]);
		expect(inFull(error)).toMatch(/Vendor says: Down.*try again later/);
		expect(times).toHaveLength(4);
		expect(times[3]).toBeLessThan(6);
		await expect(make(call, [down, broken('ECONNRESET'), OK])).resolves.toMatchObject({ value: { id: 'a' } });
	});

	it('a step of a life cycle puts up with 4 s of failures: n8n 1.x takes it once, n8n 2 ten times within 84 s', async () => {
		const times = async (...answers: Given[]) => (await make(READ, answers, { isLifeCycle: true })).times;
		await expect(times(down)).resolves.toHaveLength(4);
		await expect(times(busy({ 'retry-after': '1' }), down, broken('ECONNRESET'), OK)).resolves.toHaveLength(
			4,
		);
		await expect(times(busy())).resolves.toEqual([0, 3, 4]);
		await expect(times(busy({ 'retry-after': '30' }))).resolves.toEqual([0, 4]);
	});

	it('a step of a life cycle has these 4 s for all of its calls', async () => {
		const { context, sent } = answering([busy()], { isLifeCycle: true });
		for (let call = 0; call < 5; call++) {
			const failed = expect(callApi(context, api, READ)).rejects.toThrow();
			await jest.runAllTimersAsync();
			await failed;
		}
		expect(sent).toHaveLength(3 + 4);
	});

	it.each([
		['as many seconds as it says', busy({ 'retry-after': '7' }), [0, 7]],
		['until the date that it says', busy({ 'retry-after': 'Sun, 01 Mar 2026 08:00:12 GMT' }), [0, 12]],
		['30 seconds where it says more', busy({ 'retry-after': '600' }), [0, 30]],
		['10 seconds where it says nothing', busy(), [0, 10]],
		['10 seconds where it says nonsense', busy({ 'retry-after': 'soon' }), [0, 10]],
		['10 seconds where the date is over', busy({ 'retry-after': 'Sun, 01 Mar 2026 07:00:00 GMT' }), [0, 10]],
	])('a 429 is waited for: %s', async (_, answer, times) => {
		await expect(make(READ, [answer, OK])).resolves.toMatchObject({ value: { id: 'a' }, times });
	});

	it.each([
		['a text', { status: 401, body: 'Unauthorized' }],
		['nothing', { status: 404, body: '' }],
		['JSON', { status: 404, body: { detail: 'Not Found' } }],
		['words', { status: 404, body: 'Interview not found' }],
		['XML', { status: 404, body: '<?xml version="1.0"?><Error><Message>bad id</Message></Error>' }],
		['a page about the key', { status: 401, body: PAGE }],
		['a page about the size of a file', { status: 413, body: PAGE }],
	])('a refusal may be %s', async (_, answer) => {
		const { error } = await make(READ, [answer]);
		expect(error?.httpCode).toBe(String(answer.status));
		expect(inFull(error)).not.toContain('Base URL');
	});

	it('a write that reaches a person is not repeated, not even after a 429', async () => {
		for (const answer of [down, busy(), broken('ECONNRESET'), broken('ETIMEDOUT')]) {
			const { times, error } = await make(WRITE_ONCE, [answer, OK]);
			expect(times).toEqual([0]);
			expect(error).not.toBeNull();
		}
	});

	it('a write that makes something but reaches nobody may wait for a 429', async () => {
		const call: Call = { ...WRITE_ONCE, waitsForRateLimit: true };
		await expect(make(call, [busy(), OK])).resolves.toMatchObject({ value: { id: 'a' }, times: [0, 10] });
		await expect(make(call, [down, OK])).resolves.toMatchObject({ times: [0] });
	});

	it.each([400, 401, 403, 404, 409, 422])('a refusal with %d is not repeated', async (status) => {
		const { times, error } = await make(READ, [{ status, body: { message: 'No' } }]);
		expect(times).toEqual([0]);
		expect(error?.httpCode).toBe(String(status));
	});
});

describe('a write that must not be repeated', () => {
	it.each<[string, Given]>([
		['a 5xx', down],
		['a connection that breaks', broken('ECONNRESET')],
		['an answer that never comes', broken('ETIMEDOUT')],
		['an empty 200', { body: '' }],
		['a web page with status 200', { body: '<html>' }],
	])('is uncertain after %s, and says so', async (_, answer) => {
		const { error } = await make(WRITE_ONCE, [answer]);
		expect(isUnclear(error)).toBe(true);
		expect(inFull(error)).toMatch(/it is not certain whether Vendor did it.*Nothing was sent a second time/);
	});

	it.each<[string, Given]>([
		['a refusal', { status: 422, body: { detail: 'No' } }],
		['a refused key', { status: 401 }],
		['a rate limit', busy()],
		['a redirect', { status: 301 }],
		['a host that nobody knows', broken('ENOTFOUND')],
		['a port that nobody listens on', broken('ECONNREFUSED')],
		['a certificate that is not trusted', broken('SELF_SIGNED_CERT_IN_CHAIN')],
	])('has certainly done nothing after %s', async (_, answer) => {
		const { error } = await make(WRITE_ONCE, [answer]);
		expect(error).not.toBeNull();
		expect(isUnclear(error)).toBe(false);
		expect(inFull(error)).not.toContain('certain');
	});

	it('is no matter of a read', async () => {
		expect(isUnclear((await make(READ, [down])).error)).toBe(false);
	});
});

describe('a connection that fails', () => {
	it.each([
		['DEPTH_ZERO_SELF_SIGNED_CERT', /not trusted.*NODE_EXTRA_CA_CERTS/],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /not trusted.*NODE_EXTRA_CA_CERTS/],
		['CERT_HAS_EXPIRED', /its certificate has expired/],
		['ENOTFOUND', /host name is unknown.*Base URL/],
		['ECONNABORTED', /longer than 30 seconds/],
		['SOMETHING_NEW', /the connection broke/],
	])('is explained: %s', async (code, words) => {
		const { error } = await make(READ, [broken(code)]);
		expect(inFull(error)).toMatch(words);
		expect(inFull(error)).not.toContain(code);
		const { error: inner } = await make(READ, [Object.assign(new Error('x'), { cause: { code } })]);
		expect(inFull(inner)).toMatch(words);
	});
});

describe('an error that an answer names beside an empty list', () => {
	const expects = under('data', aList());

	it.each([heyMiloApi, hireflixApi, interviewFlowAiApi, jobMojitoApi, ribbonApi, micro1Api])(
		'is a refusal of $vendorName',
		async (vendor) => {
			for (const refusal of [
				{ error: 'Not allowed' },
				{ error: { message: 'Not allowed' } },
				{ errors: [{ message: 'Not allowed' }] },
				{ status: 'error', message: 'Not allowed' },
				{ status: 'failed', message: 'Not allowed', error: null, next_cursor: null },
				{ ok: false, message: 'Not allowed' },
				{ success: 'false', message: 'Not allowed' },
			]) {
				const { context } = answering([{ body: { data: [], ...refusal } }]);
				await expect(callApi(context, vendor, { ...WRITE_ONCE, expects })).rejects.toThrow(
					`${vendor.vendorName} says: Not allowed`,
				);
			}
			for (const nothing of [{ error: null }, { error: '' }, { errors: [] }, { error: {} }, { ok: true }]) {
				const { context } = answering([{ body: { data: [], ...nothing } }]);
				await expect(callApi(context, vendor, { ...WRITE_ONCE, expects })).resolves.toEqual([]);
			}
		},
	);
});

it('what a vendor repeats of a search does not get into the message', async () => {
	const { context } = answering([{ status: 422, body: { message: 'Nobody is called Ada Example' } }]);
	const query = { filter_text: 'Ada Example' };
	await expect(callApi(context, api, { ...READ, query })).rejects.toThrow('Nobody is called ***');
});

it.each([null, '', ' '])('an ID that is %j does not count', async (id) => {
	const { error } = await make(WRITE_ONCE, [{ body: { id } }]);
	expect(error?.message).toMatch(/^This is not the Vendor API/);
	expect(isUnclear(error)).toBe(true);
});
