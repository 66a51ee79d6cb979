import { vendorMessage } from '../../../nodes/shared/http/vendorMessage';

/** What HeyMilo sends with each error. */
const OF_HEYMILO = { type: 'invalid_request_error', code: 'validation_error', doc_url: null };

const UNION = 'PositionNotFoundError';

describe('the sentence in an error body', () => {
	it.each([
		['Hireflix, key refused', { message: 'Unauthorized' }, 'Unauthorized'],
		[
			'Hireflix, GraphQL',
			{ errors: [{ message: 'Variable "$id" of type "ID!" used in position expecting type "String!".' }] },
			'Variable "$id" of type "ID!" used in position expecting type "String!".',
		],
		[
			'Hireflix, GraphQL beside data',
			{ data: null, errors: [{ message: 'candidate-already-exists', extensions: { code: 409 } }] },
			'candidate-already-exists',
		],
		['Hireflix, several errors', { errors: [{ message: 'One' }, { message: 'Two' }] }, 'One; Two'],
		[
			'Hireflix, a member of a union',
			{ __typename: UNION, code: 404, message: 'Position not found', name: UNION },
			'Position not found (PositionNotFoundError)',
		],
		[
			'HeyMilo v2',
			{
				error: {
					...OF_HEYMILO,
					message: 'Validation failed',
					param: null,
					errors: [{ code: 'invalid_param', message: 'Unknown posting', param: 'posting_id' }],
				},
			},
			'Validation failed: Unknown posting (posting_id)',
		],
		[
			'HeyMilo v2, with a parameter',
			{ error: { ...OF_HEYMILO, message: 'Unknown posting', param: 'posting_id', errors: [] } },
			'Unknown posting (posting_id)',
		],
		[
			'HeyMilo v2, the list under its other name',
			{ error: { message: 'Validation failed', details: [{ message: 'Too long', param: 'name' }] } },
			'Validation failed: Too long (name)',
		],
		[
			'HeyMilo, 422',
			{ detail: [{ loc: ['body', 'webhook_url'], msg: 'Field required', type: 'missing' }] },
			'Field required (webhook_url)',
		],
		[
			'HeyMilo, 422, nested and several',
			{
				detail: [
					{ loc: ['body', 'candidates', 0, 'email'], msg: 'Not an email address', type: 'value_error' },
					{ loc: ['query', 'limit'], msg: 'Too large', type: 'less_than_equal' },
				],
			},
			'Not an email address (candidates.0.email); Too large (query.limit)',
		],
		['HeyMilo v1', { detail: 'Webhook not found' }, 'Webhook not found'],
		['JobMojito', { error: 'Interview not found' }, 'Interview not found'],
		['JobMojito, with the field', { error: 'must be a UUID', name: 'id' }, 'must be a UUID (id)'],
		['InterviewFlowAI, message', { message: 'Interviewer not found' }, 'Interviewer not found'],
		['InterviewFlowAI, error', { error: 'Unauthorized' }, 'Unauthorized'],
		['InterviewFlowAI, error.message', { error: { message: 'Invalid key' } }, 'Invalid key'],
		['InterviewFlowAI, errors', { errors: ['no name', 'no email'] }, 'no name; no email'],
		['NestJS, which says it twice', { statusCode: 401, message: 'No key', error: 'No key' }, 'No key'],
		['NestJS, with a list', { message: ['no name'], error: 'Bad Request' }, 'no name: Bad Request'],
		['plain text', ' Bad gateway \n', 'Bad gateway'],
	])('%s', (_, body, message) => {
		expect(vendorMessage(body)).toBe(message);
	});

	it.each([
		['nothing', undefined],
		['null', null],
		['a number', 500],
		['an empty text', '  '],
		['a page of HTML', '\n<!DOCTYPE html><h1>502 Bad Gateway</h1>'],
		['an empty object', {}],
		['an empty list', []],
		['only empty lists', { errors: [], details: [] }],
		['a code alone', { code: 'E7', status: 500 }],
		['an error that is null', { error: null, message: null }],
		['a parameter alone', { param: 'posting_id' }],
	])('is missing in %s', (_, body) => {
		expect(vendorMessage(body)).toBeNull();
	});

	it('skips empty lists before the place that holds it', () => {
		expect(vendorMessage({ errors: [], details: [], detail: 'Not found' })).toBe('Not found');
	});

	it('is at most 300 characters long', () => {
		expect(vendorMessage({ message: 'x'.repeat(1000) })).toBe('x'.repeat(300));
	});
});
