import { optionalMetadata } from '../../../nodes/HeyMilo/parameters/metadata';
import { actionContext } from '../actions/actionContext';

const entries = (...pairs: Array<[string, unknown]>) => ({
	metadata: { entries: pairs.map(([key, value]) => ({ key, value })) },
});

describe('the entries of Metadata', () => {
	it('are refused where two have one key', () => {
		const context = actionContext({ parameters: entries(['ats', 'A1'], ['ats', 'B2']) });
		expect(() => optionalMetadata(context, 0, 'metadata')).toThrow('Metadata holds two entries for "ats"');
	});

	it('remove a key by a value that was left empty, but not by an expression that returns nothing', () => {
		const typed = actionContext({ parameters: entries(['ats', '']) });
		expect(optionalMetadata(typed, 0, 'metadata', { removesEmpty: true })).toEqual({ ats: '' });
		const raw = { 'metadata.entries[0].value': '={{ $json.ats }}' };
		const given = actionContext({ parameters: { ...entries(['ats', null]) } });
		const { getNodeParameter } = given;
		given.getNodeParameter = ((name: keyof typeof raw, ...rest: [number]) =>
			raw[name] ?? getNodeParameter(name, ...rest)) as typeof getNodeParameter;
		expect(() => optionalMetadata(given, 0, 'metadata', { removesEmpty: true })).toThrow(
			'"ats" of Metadata is empty',
		);
		expect(optionalMetadata(given, 0, 'metadata')).toEqual({ ats: '' });
	});
});
