import { sharedSecretProof, withoutSecrets } from '../../../nodes/shared/receiver/verify';
import { delivery } from '../triggerContext';

const TOKEN = '0f'.repeat(16);
const proof = sharedSecretProof([TOKEN], ({ query }) => query.token);
const query = { token: TOKEN };

describe('a delivery whose body repeats what proves it', () => {
	it('shows the body without it, and keeps the bytes that it is recognized by', () => {
		const one = delivery(`{"callback":"https://n8n.test/?token=${TOKEN}"}`, { query });
		const { body, rawBody } = withoutSecrets(one, proof);
		expect(body).toEqual({ callback: 'https://n8n.test/?token=***' });
		expect(rawBody).toBe(one.rawBody);
	});

	it('shows a text that is no JSON without it', () => {
		expect(withoutSecrets(delivery(`<${TOKEN}>`, { query }), proof).text).toBe('<***>');
	});

	it('shows a body that is nested too deeply to be looked through as text without it', () => {
		const deep = `${'['.repeat(100_000)}"${TOKEN}"${']'.repeat(100_000)}`;
		const { text } = withoutSecrets(delivery(deep, { query }), proof);
		expect(text === deep.replace(TOKEN, '***')).toBe(true);
	});
});

it.each([
	['has no such thing in it', delivery('{"id":1}', { query })],
	['came without a proof', delivery(`{"id":"${TOKEN}"}`)],
])('a delivery stays as it is when it %s', (_, one) => {
	expect(withoutSecrets(one, proof)).toBe(one);
});
